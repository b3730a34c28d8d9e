// The list of languages, read from a folder of texts.

#include "atlas/language.h"

#include <gtest/gtest.h>

#include "sample_file.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

class LanguageFolder : public ::testing::Test {
protected:
    LanguageFolder() { fs::create_directories(folder_); }
    ~LanguageFolder() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    void write(const std::string& name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    fs::path folder_ = fs::temp_directory_path() / ("myomap_languages_" + std::to_string(::getpid()));
};

TEST_F(LanguageFolder, IsTheListOfItsFiles) {
    write("fr.json", R"({"language": "fr", "name": "Français", "short": "FR", "muscles": {"x": {"name": "no"}}})");
    write("en.json", R"({"language": "en", "name": "English", "short": "EN"})");
    write("pt-BR.json", R"({"language": "pt-BR", "plural": {"forms": 2, "rule": "n > 1"}, "name": "Português"})");
    write("de.json", "no JSON at all");
    for (const char* other : {"readme.json", "fr.txt", "x.json", "FR.json"}) write(other, "{}");
    const Languages languages(folder_);
    EXPECT_EQ(languages.codes(), "en, de, fr, pt-BR");
    EXPECT_EQ(languages.all().at(2).name, "Français");
    EXPECT_EQ(languages.all().at(2).label, "FR");
    EXPECT_EQ(languages.all().at(3).name, "Português");
    EXPECT_EQ(languages.all().at(3).label, "PT-BR");  // until the file says better
    EXPECT_EQ(languages.all().at(1).name, "de");      // what is wrong with it is said when it is read
    EXPECT_FALSE(languages.has(Language("it")));
}

TEST_F(LanguageFolder, GoesRound) {
    write("fr.json", "{}");
    write("it.json", "{}");
    const Languages languages(folder_);
    EXPECT_EQ(languages.after(Language()), Language("fr"));
    EXPECT_EQ(languages.after(Language("fr")), Language("it"));
    EXPECT_EQ(languages.after(Language("it")), Language());
    EXPECT_EQ(languages.after(Language("gone")), Language());
}

TEST(Languages, AlwaysHaveEnglish) {
    EXPECT_EQ(Languages("/no/such/folder").codes(), "en");
    EXPECT_EQ(Languages().after(Language()), Language());
}

}  // namespace
}  // namespace myomap
