// Problems and failures in French, with the catalogue alone.

#include "atlas/message_phrases.h"

#include <gtest/gtest.h>

#include "atlas/load.h"
#include "atlas/parse_point.h"
#include "base/read_file.h"
#include "base/schema_check.h"
#include "base/word.h"
#include "sample_file.h"

namespace myomap {
namespace {

using testing::load_sample;
using testing::source_path;
using testing::TemporaryFile;

const Phrases& french() {
    static const Phrases phrases = load_texts(source_path("data/text/fr.json")).texts.phrases;
    return phrases;
}

// The only problem of a dataset of this text, from what was expected on.
std::string french_problem(std::string_view text) {
    const TemporaryFile file(text);
    const Problems problems = load_sample(file.path()).problems;
    EXPECT_EQ(problems.size(), 1u);
    return words(french(), sentence(problems.at(0)));
}

TEST(MessagePhrases, SayAProblemInFrenchAndLeaveWhatTheFileSays) {
    EXPECT_TRUE(french_problem("").ends_with("; trouv\u00e9\u00a0: un fichier vide"));
    EXPECT_EQ(
        french_problem("{\"a\": [1, 2,]}"),
        "attendu\u00a0: du JSON bien form\u00e9\u00a0; trouv\u00e9\u00a0: ] \u00e0 la colonne 13\u00a0; supprimez la "
        "virgule qui pr\u00e9c\u00e8de");
    EXPECT_EQ(
        french_problem("{\"format\": \"none\", \"muscles\": []}"),
        "attendu\u00a0: \"myomap-trigger-points\"\u00a0; trouv\u00e9\u00a0: \"none\"\u00a0; ce fichier est d\u2019un "
        "autre type");
}

TEST(MessagePhrases, SayTheWholeLineOfAWarning) {
    const Problem problem{Problem::Severity::warning, "x.json", 3, "/a", word("a list of texts"), "7",
                          word("remove it")};
    EXPECT_EQ(
        words(french(), message_of(problem)),
        "x.json:3: /a: avertissement\u00a0: attendu\u00a0: une liste de textes\u00a0; trouv\u00e9\u00a0: 7\u00a0; "
        "supprimez cet \u00e9l\u00e9ment");
    EXPECT_EQ(words({}, message_of(problem)), to_text(problem)) << "English";
}

TEST(MessagePhrases, SayWhatTheSchemaAsksFor) {
    const TemporaryFile file("{}");
    const Problems problems = schema_problems(read_json(file.path()), source_path("data/schema/symptoms.schema.json"));
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(words(french(), problems[0].expected), "ce que demande le sch\u00e9ma");
    EXPECT_TRUE(words(french(), problems[0].advice).starts_with("il manque le membre obligatoire \u00ab\u00a0"))
        << to_text(problems[0]);
}

TEST(MessagePhrases, SayWhyAFileCannotBeRead) {
    try {
        read_file("/no/such/file", {9});
        FAIL();
    } catch (const std::exception& error) {
        EXPECT_EQ(words(french(), error),
                  "impossible de lire /no/such/file\u00a0: aucun fichier de ce nom\u00a0; v\u00e9rifiez le chemin");
        EXPECT_STREQ(error.what(), "cannot read /no/such/file: no file of this name; check the path");
    }
}

TEST(MessagePhrases, SayWhatIsWrongWithAPointThatWasTyped) {
    try {
        parse_point("{\"at\": 5}", {});
        FAIL();
    } catch (const std::exception& error) {
        EXPECT_TRUE(
            words(french(), error).starts_with("attendu\u00a0: un point, c\u2019est-\u00e0-dire le nom d\u2019un"))
            << words(french(), error);
    }
}

TEST(MessagePhrases, CallWhatHasAnIdAsTheyAreTold) {
    const Message message{"{}, {}", {{MessageArgument::Kind::muscle, "soleus"}, Message{"none"}}};
    EXPECT_EQ(words({}, message), "soleus, none");
    EXPECT_EQ(words({}, message, [](const MessageArgument& one) { return "the " + one.value; }), "the soleus, none");
}

}  // namespace
}  // namespace myomap
