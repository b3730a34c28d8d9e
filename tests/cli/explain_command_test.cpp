// The talk as a handout, on the command line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "chart_files.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string folder = MYOMAP_TEST_OUTPUT;

TEST(ExplainCommand, SaysTheTalkInWordsWithItsSources) {
    const Outcome run = run_myomap("explain --language en --point trapezius_upper/TrP1");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("The sore spot is here. The ache is felt there."), HasSubstr("Temple"),
                               HasSubstr("8 bruises"), HasSubstr("Serious ones, all kinds together: about"),
                               HasSubstr("You can stop at any time"), HasSubstr("https://doi.org/10.3390/jcm12031205"),
                               HasSubstr("not a diagnosis")));
    EXPECT_LT(run.out.find("First: could it be something else?"), run.out.find("A very sore spot"));
    EXPECT_THAT(run_myomap("explain --language fr --symptom tennis_elbow").out,
                AllOf(HasSubstr("8 bleus sur la peau"), HasSubstr("C’est ici que vous avez mal")));
}

TEST(ExplainCommand, StepsCanBeLeftOutAndReordered) {
    const auto ids = [](const std::string& arguments) {
        std::string all;
        const json answer = json::parse(run_myomap("explain --list --muscle soleus " + arguments).out);
        for (const json& step : answer["steps"]) all += step["id"].get<std::string>() + " ";
        return all;
    };
    EXPECT_EQ(ids("--only plan,signs,effects"), "signs plan effects ");
    EXPECT_THAT(ids("--without effects,hopes"), AllOf(HasSubstr("needling ims tell_us"), Not(HasSubstr("effects"))));
    const Outcome unsafe = run_myomap("explain --language en --muscle soleus --without signs");
    EXPECT_EQ(unsafe.code, 2);
    EXPECT_THAT(unsafe.err, HasSubstr("warning signs are always told, and first"));
    const Outcome wrong = run_myomap("explain --language en --muscle soleus --only efects");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, HasSubstr("the talk has no step \"efects\"; its steps are signs, pain, muscle"));
}

TEST(ExplainCommand, AHandoutHasPicturesWordsAndRoomForThePlanOnTwoPages) {
    for (const std::string& about : {std::string("--point gluteus_minimus_posterior/posterior_1"),
                                     std::string("--symptom plantar_heel_pain"), "--chart " + chart_file("full_visit")})
        for (const char* language : {"en", "fr"}) {
            const std::string pdf = "'" + folder + "/handout.pdf'";
            const Outcome run = run_myomap("explain " + about + " --body female --language " + language + " -o " + pdf);
            ASSERT_EQ(run.code, 0) << about << run.err;
            EXPECT_THAT(run_shell("pdfinfo " + pdf).out, HasSubstr("Pages:           2")) << about << language;
            EXPECT_THAT(run_shell("pdftotext -layout " + pdf + " -").out,
                        AllOf(HasSubstr("______"), HasSubstr("jcm12031205")))
                << about;
            EXPECT_THAT(run_shell("pdfimages -list " + pdf).out, HasSubstr("jpeg")) << about;
        }
}

TEST(ExplainCommand, AFolderGetsAPictureOfEachStep) {
    std::filesystem::remove_all(folder + "/steps");
    const Outcome run = run_myomap(
        "explain --language fr --symptom plantar_heel_pain --theme dark --size 1024x768 -o '" + folder + "/steps/'");
    EXPECT_EQ(run.code, 0) << run.err;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/steps")) {
        ++count;
        EXPECT_THAT(run.out, HasSubstr(entry.path().filename().string()));
        const std::string head = read_text(entry.path()).substr(0, 24);
        EXPECT_EQ(head.substr(1, 3), "PNG");
        EXPECT_EQ(head.substr(16), std::string("\0\0\4\0\0\0\3\0", 8)) << "1024 x 768";
    }
    EXPECT_GE(count, 14u);
    EXPECT_THAT(run.out, HasSubstr("01-signs.png"));
}

TEST(ExplainCommand, ATalkOfOnesOwnAndWhatIsWrongWithIt) {
    std::string text = read_text(MYOMAP_SOURCE_DIR "/data/explain/default.json");
    const std::string from = "\"heading\": \"A very sore spot\"";
    text.replace(text.find(from), from.size(), "\"heading\": \"Our own words\"");
    std::ofstream(folder + "/own_talk.json") << text;
    EXPECT_THAT(run_myomap("explain --language en --muscle soleus --talk '" + folder + "/own_talk.json'").out,
                HasSubstr("Our own words"));
    EXPECT_EQ(run_myomap("check '" + folder + "/own_talk.json'").code, 0);
    std::ofstream(folder + "/own_talk.json") << "{\"format\": \"myomap-talk\", \"format_version\": 1}";
    EXPECT_EQ(run_myomap("check '" + folder + "/own_talk.json'").code, 1);
    EXPECT_EQ(run_myomap("explain --muscle soleus --talk '" + folder + "/own_talk.json'").code, 1);
    text.replace(text.find("\"name\": {\"en\": \"A sore"), 9, "\"nome\": {");
    std::ofstream(folder + "/own_talk.json") << text;
    const Outcome nameless = run_myomap("explain --language en --muscle soleus --talk '" + folder + "/own_talk.json'");
    EXPECT_EQ(nameless.code, 1) << "said, and told all the same";
    EXPECT_THAT(nameless.out, HasSubstr("Our own words"));
    EXPECT_EQ(run_myomap("explain --muscle soleus -o x.png").code, 2);
    EXPECT_THAT(run_myomap("explain --language en --muscle soleus --size 800x800 -o x.pdf").err,
                HasSubstr("is of no use for a pdf file"));
    EXPECT_EQ(run_myomap("explain --muscle soleus -o /dev/null/steps/").code, 2);
    EXPECT_EQ(run_myomap("explain").code, 2);
}

}  // namespace
}  // namespace myomap
