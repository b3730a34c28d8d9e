// The same message, in whatever language is shown when it is put into words.

#include "chart/message_words.h"

#include <gtest/gtest.h>

#include "app/context.h"
#include "base/failure.h"

namespace myomap {
namespace {

using Kind = MessageArgument::Kind;

class MessageWords : public ::testing::Test {
protected:
    std::string in(const char* language, const Message& message) {
        context->set_language(Language(language));
        return words(context->scene(), message);
    }
    std::unique_ptr<Context> context = open_context();
};

TEST_F(MessageWords, FollowTheLanguageThatIsShown) {
    const Message select{"Select {}", {{Kind::muscle, "trapezius_upper"}}};
    EXPECT_EQ(in("en", select), "Select Trapezius, upper fibres");
    EXPECT_EQ(in("fr", select), "Choisir muscle trap\u00e8ze, partie descendante");
    EXPECT_EQ(in("en", select), "Select Trapezius, upper fibres");
    EXPECT_EQ(in("fr", {"Depth: {}", {{Kind::phrase, "Skin"}}}), "Profondeur\u00a0: Peau");
    EXPECT_EQ(in("en", {"Select {}", {{Kind::point, "trapezius_upper/TrP1"}}}),
              "Select Trapezius, upper fibres, Trigger point 1");
    EXPECT_EQ(in("en", {"Select {}", {{Kind::symptom, "temporal_headache"}}}), "Select headache in the temple");
    EXPECT_EQ(in("fr", {"Select {}", {{Kind::symptom, "temporal_headache"}}}),
              "Choisir mal de t\u00eate \u00e0 la tempe");
}

TEST_F(MessageWords, ARegionHasASideUnlessItIsOnTheMidline) {
    EXPECT_EQ(in("en", {"Select {}", {{Kind::region, "temple"}}}), "Select temple");
    EXPECT_EQ(in("en", {"Select {}", {{Kind::region, "temple/left"}}}), "Select temple, patient's left");
    EXPECT_EQ(in("en", {"Select {}", {{Kind::region, "forehead/left"}}}), "Select forehead");
}

TEST_F(MessageWords, ACountComesFirstAndChoosesTheForm) {
    Message message{"{} muscles"};
    message.count = 1;
    EXPECT_EQ(in("en", message), "1 muscle");
    message.count = 0;
    EXPECT_EQ(in("en", message), "0 muscles");
    EXPECT_EQ(in("fr", message), "0 muscle");
}

TEST_F(MessageWords, WhatIsNotKnownIsShownAsItIs) {
    EXPECT_EQ(in("fr", {"Nobody says {}", {{Kind::muscle, "gone"}}}), "Nobody says gone");
    EXPECT_EQ(in("fr", {"{}", {{Kind::region, "gone/left"}}}), "gone/left");
    EXPECT_EQ(in("fr", {"{}", {"text"}}), "text");
}

TEST_F(MessageWords, AFailureIsSaidInTheLanguageThatIsShown) {
    context->set_language(Language("fr"));
    const Failure failure("cannot read \"{}\"", {"x.txt"});
    EXPECT_STREQ(failure.what(), "cannot read \"x.txt\"");
    EXPECT_EQ(words(context->scene(), failure), "impossible de lire \u00ab\u00a0x.txt\u00a0\u00bb");
    EXPECT_EQ(words(context->scene(), std::runtime_error("as it is")), "as it is");
}

}  // namespace
}  // namespace myomap
