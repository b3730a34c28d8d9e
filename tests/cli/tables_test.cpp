// The tables for researchers are what docs/data-format.md promises.

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using Columns = std::set<std::string>;

// "area_cm2_*" and "name_+" stand for one column a body and a language.
Columns expanded(const std::string& name) {
    const auto ends = [&](const std::string& sign, const Columns& values) {
        Columns all;
        for (const std::string& value : values) all.insert(name.substr(0, name.size() - sign.size()) + value);
        return all;
    };
    if (name.ends_with("*")) return ends("*", {"adult_male", "adult_female"});
    if (name.ends_with("+")) return ends("+", {"en", "fr"});
    return {name};
}

std::map<std::string, Columns> promised() {
    std::ifstream in(fs::path(MYOMAP_SOURCE_DIR) / "docs" / "data-format.md");
    std::map<std::string, Columns> tables;
    bool there = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## ")) there = line == "## Exported tables";
        if (!there || !line.starts_with("| `")) continue;
        static const std::regex quoted("`([^`]+)`");
        std::smatch name;
        std::regex_search(line, name, quoted);
        const std::string columns = line.substr(line.find('|', line.find('|', 2) + 1));
        for (std::sregex_iterator it(columns.begin(), columns.end(), quoted), end; it != end; ++it)
            tables[name[1]].merge(expanded((*it)[1]));
    }
    return tables;
}

class Tables : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder() = fs::path(MYOMAP_TEST_OUTPUT) / ("tables." + std::to_string(::getpid()));
        EXPECT_EQ(run_myomap("data -o '" + folder().string() + "'").code, 0);
    }
    static void TearDownTestSuite() { fs::remove_all(folder()); }
    static fs::path& folder() {
        static fs::path path;
        return path;
    }
};

TEST_F(Tables, HaveTheColumnsThatTheDocsName) {
    const auto tables = promised();
    EXPECT_EQ(tables.size(), 8u);
    for (const auto& [name, columns] : tables) {
        const std::string text = read_text(folder() / (name + ".csv"));
        std::string heading = text.substr(0, text.find("\r\n"));
        Columns found;
        for (size_t comma = 0; comma != std::string::npos;) {
            comma = heading.find(',');
            found.insert(heading.substr(0, comma));
            heading.erase(0, comma == std::string::npos ? heading.size() : comma + 1);
        }
        EXPECT_THAT(found, testing::ContainerEq(columns)) << name;
    }
}

TEST_F(Tables, HoldNothingThatReadsAsMissing) {
    for (const auto& [name, columns] : promised()) {
        const std::string text = "\r\n" + read_text(folder() / (name + ".csv"));
        for (const char* missing : {"NA", "N/A", "NaN", "nan", "NULL", "null", "None"})
            for (const char* before : {",", "\r\n", "|"})
                for (const char* after : {",", "\r\n", "|"})
                    EXPECT_EQ(text.find(before + std::string(missing) + after), std::string::npos) << name << missing;
    }
}

TEST_F(Tables, ListsCanBeTakenApartAgain) {
    const nlohmann::json dataset =
        nlohmann::json::parse(std::ifstream(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json"));
    const std::string text = read_text(folder() / "muscles.csv");
    const nlohmann::json& first = dataset.at("muscles").at(0);
    std::string sources;
    for (const std::string one : first.at("sources")) sources += (sources.empty() ? "" : "|") + one;
    EXPECT_THAT(text, testing::HasSubstr("," + sources + ","));
}

TEST(FmaIds, EveryRowHasOneOrAReason) {
    const nlohmann::json dataset =
        nlohmann::json::parse(std::ifstream(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json"));
    const std::string docs = read_text(fs::path(MYOMAP_SOURCE_DIR) / "docs" / "data-format.md");
    Columns seen;
    for (const auto& muscle : dataset.at("muscles")) {
        const std::string id = muscle.at("id");
        if (muscle.contains("fma"))
            EXPECT_TRUE(seen.insert(muscle.at("fma")).second) << id;
        else
            EXPECT_THAT(docs, testing::HasSubstr("`" + id + "`")) << "docs/data-format.md says why it has none";
    }
}

}  // namespace
}  // namespace myomap
