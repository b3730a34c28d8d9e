// What the program says in French: help, mistakes of the command line, problems of data, why it cannot work.

#include <algorithm>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / ("language." + std::to_string(::getpid()));

class Spoken : public testing::Test {
protected:
    void SetUp() override { fs::create_directories(folder / "config" / "myomap"); }
    void TearDown() override { fs::remove_all(folder); }

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name) << text;
        return "'" + (folder / name).string() + "'";
    }
};

// The lines that have words: no examples, no blank ones, no option whose description stands below it.
std::set<std::string> sentences(const std::string& text) {
    std::set<std::string> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool bare_option = line.starts_with("      --") && line.find("  ", 6) == std::string::npos;
        if (!line.empty() && !line.starts_with("  $ ") && !line.starts_with("*myomap") && !bare_option)
            all.insert(line);
    }
    return all;
}

TEST_F(Spoken, HelpHasNoEnglishLineInFrench) {
    for (const char* command :
         {"", "export ", "sheet ", "list ", "search ", "find ", "under ", "check ", "landmarks ", "diff ", "data "}) {
        const auto english = sentences(run_myomap(std::string(command) + "--help").out);
        const Outcome french = run_myomap(std::string(command) + "--language fr --help");
        EXPECT_EQ(french.code, 0);
        ASSERT_GT(english.size(), 5u) << command;
        for (const std::string& line : sentences(french.out)) EXPECT_FALSE(english.contains(line)) << command << line;
    }
    const auto english = sentences(run_myomap("--help-all").out);
    for (const std::string& line : sentences(run_myomap("--help-all --language fr").out))
        EXPECT_FALSE(english.contains(line)) << line;
}

TEST_F(Spoken, HelpInFrenchKeepsNamesAndFillsItsBlanks) {
    EXPECT_THAT(
        run_myomap("export --help --language fr").out,
        AllOf(HasSubstr("Dessiner un sch\u00e9ma dans un fichier PNG, PDF, SVG, TXT ou JSON\n"),
              HasSubstr("Utilisation\u00a0: myomap export [OPTION...]"),
              HasSubstr("\nOptions\u00a0:\n  -h, --help                      Afficher cette aide et quitter\n"),
              HasSubstr(
                  "--size WIDTHxHEIGHT         Pixels d\u2019un fichier PNG, SVG ou JSON (1600x1200 par d\u00e9faut)"),
              HasSubstr("--output FILE (obligatoire)"), HasSubstr("\nExemples\u00a0:\n  $ myomap export --point")));
    EXPECT_THAT(
        run_myomap("export --help").out,
        AllOf(HasSubstr("Draw a chart into a PNG, PDF, SVG, TXT or JSON file\n"), HasSubstr("(default 1600x1200)"),
              HasSubstr("--output FILE (required)"), HasSubstr("\nExamples:\n  $ myomap export --point")));
    EXPECT_THAT(run_myomap("--version --language fr").out, HasSubstr("\nCode\u00a0: licence MIT."));
    EXPECT_THAT(run_myomap("--help-all --language fr").out, Not(HasSubstr("\nExemples\u00a0:\n  $ myomap find")));
}

TEST_F(Spoken, WithoutAnOptionTheLanguageIsThatOfTheWindow) {
    file("config/myomap/settings.json", R"({"language": "fr"})");
    const std::string config = "XDG_CONFIG_HOME='" + (folder / "config").string() + "'";
    EXPECT_THAT(run_myomap("--help", config).out, HasSubstr("Utilisation\u00a0:"));
    EXPECT_THAT(run_myomap("find --at temple", config).err, HasSubstr("il n\u2019y a pas de rep\u00e8re"));
    EXPECT_THAT(run_myomap("list --help", config).out, HasSubstr("(fr par d\u00e9faut)"));
    EXPECT_THAT(run_myomap("check", config).out, HasSubstr("aucun probl\u00e8me"));
    EXPECT_THAT(run_myomap("--help --language en", config).out, HasSubstr("Usage:"));
    EXPECT_THAT(run_myomap("--no-config --help", config).out, HasSubstr("Usage:"));
    EXPECT_THAT(run_myomap("--help --language=FR").out, HasSubstr("Utilisation\u00a0:"));
}

TEST_F(Spoken, ProblemsOfDataAreSaidInFrench) {
    const std::string bad = file("bad.json", "{\"a\": 1,}");
    const std::string said =
        "attendu\u00a0: du JSON bien form\u00e9\u00a0; trouv\u00e9\u00a0: } \u00e0 la colonne 9\u00a0; supprimez la "
        "virgule";
    const Outcome check = run_myomap("check --language fr " + bad);
    EXPECT_EQ(check.code, 1);
    EXPECT_THAT(check.out, AllOf(HasSubstr("bad.json:1: " + said), HasSubstr("1 probl\u00e8me")));
    EXPECT_THAT(run_myomap("check " + bad).out,
                HasSubstr("bad.json:1: expected well-formed JSON, got } at column 9; remove the comma before it"));
    EXPECT_THAT(nlohmann::json::parse(run_myomap("check --json --language fr " + bad).out)["problems"][0]["got"],
                "} at column 9")
        << "for programs";
    for (const char* command : {"list --language fr --data ", "export --language fr -o x.png --data ",
                                "data --language fr -o x --data ", "diff --language fr "})
        EXPECT_THAT(run_myomap(command + bad + (std::string(command).starts_with("diff") ? " " + bad : "")).err,
                    HasSubstr(said))
            << command;
}

TEST_F(Spoken, PlacesOfAFileAreRefusedInFrench) {
    const std::string places = file("places.txt", "[\"pterion\"]\n");
    EXPECT_THAT(run_myomap("find --language fr --file " + places).out,
                HasSubstr("{\"error\":\"attendu\u00a0: [P, P, fraction], soit deux points et un nombre"));
    EXPECT_THAT(run_myomap("find --file " + places).out,
                HasSubstr("{\"error\":\"expected [P, P, fraction]: two points and a number, got [\\\"pterion\\\"]"));
}

TEST_F(Spoken, WhatLintAndDiffSayIsFrench) {
    nlohmann::json data =
        nlohmann::json::parse(read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json"));
    const std::string old = file("old.json", data.dump());
    data["muscles"][0]["trigger_points"][0]["point"] = "patella_apex";
    data["muscles"][1]["latin"] = "Musculus novus";
    const std::string changed = file("new.json", data.dump());
    EXPECT_THAT(
        run_myomap("check --lint --language fr " + changed).out,
        AllOf(HasSubstr(
                  "avertissement\u00a0: attendu\u00a0: un lieu \u00e0 moins de 4 cm de la surface propre du muscle"),
              HasSubstr(" cm, sur le corps d")));
    const Outcome diff = run_myomap("diff --language fr " + old + " " + changed);
    EXPECT_EQ(diff.code, 1);
    EXPECT_THAT(diff.out, AllOf(HasSubstr(": point: d\u00e9placement de "), HasSubstr(": nom latin: \"Musculus"),
                                HasSubstr("2 changements"), HasSubstr("1 point g\u00e2chette dessin\u00e9 autrement")));
    EXPECT_THAT(run_myomap("diff --language fr " + old + " " + old).out, StartsWith("Les deux jeux de "));
}

TEST_F(Spoken, TheWindowRefusesInFrench) {
    for (const auto& [arguments, said] :
         {std::pair{"--point foo", "--point: il n\u2019y a pas de point g\u00e2chette"},
          {"--muscle foo", "--muscle: il n\u2019y a pas de muscle"},
          {"--region foo", "--region: il n\u2019y a pas de r\u00e9gion"},
          {"--symptom foo", "--symptom: il n\u2019y a pas de sympt\u00f4me"},
          {"--muscle soleus --layer 9", "--layer: on peut retirer de 1 \u00e0 4 couches"},
          {"--around alone", "--around: demande --point ou --muscle"}}) {
        const Outcome run =
            run_myomap(std::string("--no-config --language fr ") + arguments, "SDL_VIDEODRIVER=offscreen");
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_THAT(run.err, StartsWith(said));
    }
}

TEST_F(Spoken, AnUnknownLanguageIsRefusedInThatOfTheWindow) {
    const std::string config = "XDG_CONFIG_HOME='" + (folder / "config").string() + "'";
    std::ofstream(folder / "config" / "myomap" / "settings.json") << R"({"language": "fr"})";
    EXPECT_THAT(run_myomap("list --language de", config).err, HasSubstr("de ne fait pas partie de"));
    EXPECT_THAT(run_myomap("list --language de").err, HasSubstr("de not in"));
}

TEST_F(Spoken, WhyTheProgramCannotWorkIsSaidInFrench) {
    const Outcome display = run_myomap("--no-config --language fr", "env -u SDL_VIDEODRIVER");
    EXPECT_EQ(display.code, 2);
    EXPECT_THAT(display.err, StartsWith("myomap: Il n\u2019y a pas d\u2019affichage\u00a0; lancez myomap"));
    EXPECT_THAT(run_myomap("--no-config", "env -u SDL_VIDEODRIVER").err, StartsWith("myomap: There is no display; "));

    const Outcome assets = run_myomap("list --language fr", "MYOMAP_ASSETS=/no/such/folder");
    EXPECT_EQ(assets.code, 2);
    EXPECT_EQ(assets.err,
              "myomap: le dossier indiqu\u00e9 par MYOMAP_ASSETS est introuvable (/no/such/folder)\u00a0; "
              "corrigez ou supprimez cette variable\n");
    // Without its texts no other language is known.
    const Outcome data = run_myomap("list", "MYOMAP_DATA=/no/such/folder");
    EXPECT_EQ(data.code, 2);
    EXPECT_EQ(data.err,
              "myomap: the data folder named by MYOMAP_DATA is missing (/no/such/folder); correct or unset it\n");

    const Outcome script = run_myomap("--no-config --language fr --play /no/such.script", "SDL_VIDEODRIVER=offscreen");
    EXPECT_EQ(script.code, 1);
    EXPECT_EQ(script.err,
              "Le script /no/such.script est illisible (aucun fichier de ce nom)\u00a0; v\u00e9rifiez le chemin.\n");

    const std::string jump = file("jump.script", "wait\njump 3\n");
    EXPECT_THAT(run_myomap("--no-config --language fr --play " + jump, "SDL_VIDEODRIVER=offscreen").err,
                HasSubstr("jump.script:2: il n\u2019y a pas de commande \u00ab\u00a0jump\u00a0\u00bb"));
    const std::string taken = file("taken", "x");
    EXPECT_THAT(run_myomap("data --language fr -o " + taken).err, HasSubstr("ce n\u2019est pas un dossier"));
    EXPECT_THAT(run_myomap("list --language fr >/dev/full").err,
                HasSubstr("impossible d\u2019\u00e9crire sur la sortie standard"));
}

}  // namespace
}  // namespace myomap
