// A language that nobody speaks, made of one more file in a copy of the data folder: "[xx] temple" for every text.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using ::testing::AllOf;
using ::testing::HasSubstr;

void mark(ordered_json& value) {
    if (value.is_string()) value = "[xx] " + value.get<std::string>();
    for (auto& each : value)
        if (each.is_structured() || (each.is_string() && value.is_structured())) mark(each);
}

class ThirdLanguage : public ::testing::Test {
protected:
    ThirdLanguage() {
        const fs::path shipped = fs::path(MYOMAP_SOURCE_DIR) / "data";
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "text");
        for (const auto& entry : fs::directory_iterator(shipped))
            if (entry.path().filename() != "text") fs::create_symlink(entry.path(), folder_ / entry.path().filename());
        for (const char* name : {"en.json", "fr.json"})
            fs::create_symlink(shipped / "text" / name, folder_ / "text" / name);
        ordered_json texts = ordered_json::parse(read_text(shipped / "text" / "en.json"));
        const ordered_json french = ordered_json::parse(read_text(shipped / "text" / "fr.json"));
        texts["language"] = "xx";
        texts["name"] = "Xxish";
        texts["short"] = "XX";
        for (const auto& [english, words] : french["phrases"].items()) texts["phrases"][english] = english;
        for (const char* section :
             {"regions", "parents", "muscles", "skin_regions", "symptoms", "red_flags", "phrases", "counted"})
            mark(texts[section]);
        std::ofstream(folder_ / "text" / "xx.json") << texts.dump(1);
    }
    ~ThirdLanguage() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    Outcome run(const std::string& arguments, const std::string& before = "") const {
        return run_myomap(arguments, before + " MYOMAP_DATA='" + folder_.string() + "'");
    }

    fs::path folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("third_language." + std::to_string(::getpid()));
};

TEST_F(ThirdLanguage, IsOfferedByTheHelpAndTakenByTheOption) {
    EXPECT_THAT(run("--help").out, HasSubstr("en|fr|xx"));
    EXPECT_THAT(run("list --help").out, HasSubstr("en|fr|xx"));
    EXPECT_THAT(run_myomap("--help").out, HasSubstr("en|fr "));
    const Outcome unknown = run("list --language yy");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.err, AllOf(HasSubstr("yy"), HasSubstr("fr"), HasSubstr("xx")));
}

TEST_F(ThirdLanguage, SpeaksOnTheCommandLine) {
    EXPECT_THAT(run("list --help --language xx").out,
                AllOf(HasSubstr("[xx] List muscles and trigger points"), HasSubstr("[xx] Usage: myomap list")));
    EXPECT_THAT(run("list --language xx --nonsense").err,
                HasSubstr("[xx] The following argument was not expected: --nonsense"));
    const Outcome check = run("check '" + (folder_ / "text" / "xx.json").string() + "'");
    EXPECT_THAT(check.out, HasSubstr("no problems")) << check.err;
    EXPECT_THAT(
        run("list muscles --language xx").out,
        AllOf(HasSubstr("[xx] NAME"), HasSubstr("[xx] Trapezius, upper fibres"), HasSubstr("[xx] superficial")));
    const Outcome find = run("find --region temple --language xx");
    EXPECT_THAT(find.out, AllOf(HasSubstr("[xx] REASON"), HasSubstr("[xx] [xx] temple: in the essential zone"),
                                HasSubstr("[xx] commonly the cause"), HasSubstr("[xx] Zones as commonly drawn")));
    EXPECT_THAT(run("under --at greater_trochanter --language xx").out, HasSubstr("[xx] DEPTH"));
    const ordered_json json = ordered_json::parse(run("find --region temple --json --language xx").out);
    EXPECT_EQ(json["results"][0]["zone"], "essential");  // keys and ids stay as they are
    EXPECT_THAT(run("export --language xx --point nobody/TrP1 -o x.png").err,
                HasSubstr("[xx] there is no trigger point"));
    EXPECT_THAT(run("export --language xx --muscle trapezius_upper -o /no/such/folder/x.pdf").err,
                HasSubstr("[xx] cannot write /no/such/folder/x.pdf"));
}

TEST_F(ThirdLanguage, IsPrinted) {
    const std::string page = (folder_ / "page.pdf").string();
    ASSERT_EQ(run("export --language xx --symptom temporal_headache -o " + page).code, 0);
    EXPECT_THAT(run_shell("pdftotext -layout " + page + " -").out,
                AllOf(HasSubstr("[xx] headache in the temple"), HasSubstr("[xx] Educational")));
}

TEST_F(ThirdLanguage, IsShownInTheWindow) {
    std::ofstream(folder_ / "x.script") << "expect language en\n"
                                           "click @language\nclick @language/xx\n"
                                           "expect language xx\n"
                                           "click @tree/trapezius_upper/TrP1\n"
                                           "expect item point/TrP1\n"
                                           "move @chart/trapezius_upper/TrP1/right\n"
                                           "expect status \"[xx] Trapezius, upper fibres \u00b7 [xx] Trigger point 1 "
                                           "\u00b7 [xx] patient's right\"\n"
                                           "key ctrl+l\n"
                                           "expect language en\n"
                                           "move @chart+0.02,0.02\n"
                                           "move @chart/trapezius_upper/TrP1/right\n"
                                           "expect status \"Trapezius, upper fibres \u00b7 Trigger point 1 "
                                           "\u00b7 patient's right\"\n"
                                           "key ctrl+l\n"
                                           "expect language fr\n"
                                           "key ctrl+l\n"
                                           "expect language xx\n";
    const Outcome window = run("--no-config --size 1400x800 --play " + (folder_ / "x.script").string() + " --quit",
                               "SDL_VIDEODRIVER=offscreen");
    EXPECT_EQ(window.code, 0) << window.err;
}

TEST_F(ThirdLanguage, OfTheSettingsThatIsGoneIsToldAndEnglishIsShown) {
    fs::create_directories(folder_ / "config" / "myomap");
    std::ofstream(folder_ / "config" / "myomap" / "settings.json") << R"({"language": "yy"})";
    std::ofstream(folder_ / "x.script") << "expect language en\nclick @banner/details\n";
    const Outcome window = run("--size 1280x800 --play " + (folder_ / "x.script").string() + " --quit",
                               "SDL_VIDEODRIVER=offscreen XDG_CONFIG_HOME='" + (folder_ / "config").string() + "'");
    EXPECT_EQ(window.code, 0) << window.err;
}

TEST_F(ThirdLanguage, WhatItLacksIsListedAndShownInEnglish) {
    const fs::path file = folder_ / "text" / "xx.json";
    ordered_json texts = ordered_json::parse(read_text(file));
    texts["phrases"].erase("REASON");
    texts["skin_regions"].erase("temple");
    texts["counted"]["{} problems"] = ordered_json::array({"one form"});
    texts["plural"]["rule"] = "n = 1";
    std::ofstream(file) << texts.dump(1);
    const Outcome check = run("check '" + file.string() + "'");
    EXPECT_EQ(check.code, 1);
    EXPECT_THAT(check.out, AllOf(HasSubstr("a translation of \"REASON\""), HasSubstr("/skin_regions: warning"),
                                 HasSubstr("/counted/{} problems: expected a list of 2 texts"),
                                 HasSubstr("/plural/rule: expected an expression in n")));
    EXPECT_THAT(run("find --region temple --language xx").out,
                AllOf(HasSubstr(" REASON"), HasSubstr("[xx] temple: in")));
}

}  // namespace
}  // namespace myomap
