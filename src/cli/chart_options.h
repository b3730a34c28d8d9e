#pragma once
// The options that say what a chart shows, shared by the commands that draw one.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <glm/vec2.hpp>

#include "app/context.h"
#include "chart/document.h"
#include "cli/speech.h"

namespace myomap {

struct ChartOptions {
    std::string body = "male";
    std::string side = "right";
    std::string theme = "light";
    std::string point;
    std::string muscle;
    std::string view;    // "" for what the window would show
    std::string region;  // of the skin
    std::string symptom;
    std::string layer = "skin";
    std::string around = "all";
    std::string style = "shaded";
    std::string language = "en";
    std::string data;
};

// An option whose value is one of a few words; the help lists them.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value, std::vector<std::string> choices,
                        const std::string& help);
void add_data_option(CLI::App& app, std::string& data);
void add_body_option(CLI::App& app, std::string& body);
void add_side_option(CLI::App& app, std::string& side);
void add_theme_option(CLI::App& app, std::string& theme);
// Where it says a language, that becomes the one which is spoken; "" stays.
CLI::Option* add_language_option(CLI::App& app, std::string& language, const Speech& speech);
// --region and --symptom; they and `others` exclude each other.
void add_way_in_options(CLI::App& app, ChartOptions& options, const std::vector<CLI::Option*>& others);

// --layer, --around and --style: what is drawn under the skin, and how.
void add_layer_options(CLI::App& app, ChartOptions& options);

// What a file's format has no use for is not passed over: whoever asked for it would look for it in the file. Throws
// CLI::ValidationError for an option that was given and is not used. `format`: "pdf".
struct OptionUse {
    const char* option;
    bool is_used;
};
void refuse_unused(const CLI::App& command, std::initializer_list<OptionUse> options, const std::string& format,
                   const Phrases& phrases);

// As CLI::Range, which lets a number pass that is none.
CLI::Validator finite_range(double least, double most);

// "1600x1200", each number within [least, most]; `size` keeps its value when the option isn't given.
CLI::Option* add_size_option(CLI::App& app, const std::string& name, glm::ivec2& size, int least, int most,
                             const std::string& help);

BodyId parse_body(const std::string& word);
SideChoice parse_side(const std::string& word);
Theme parse_theme(const std::string& word);

// The program's own words in the language of a dataset that was opened without a Context.
Phrases phrases_of(LoadedAtlas& loaded, const std::filesystem::path& own_texts);

// Says on standard error what is wrong with a dataset. False when not a single muscle could be read: then each problem
// has been said, and the command ends with exit_data_has_problems.
bool say_problems(const LoadedAtlas& loaded, const Phrases& phrases);

// Everything loaded, and say_problems said; nothing where that is false.
std::unique_ptr<Context> open_dataset(const std::string& data, const std::string& language);

// The chart that the options describe. Throws CLI::ValidationError that names the nearest ids when there is no such
// muscle, point, region or complaint.
Document make_document(Context& context, const ChartOptions& options);

// The muscles that a wrong id may have meant, as a clause: "did you mean ...?"
std::string near_muscles(const Atlas& atlas, const Phrases& phrases, const std::string& id);

// "trapezius_upper/TrP1" or "trapezius_upper"; throws as make_document.
PointRef require_point(const Atlas& atlas, const Phrases& phrases, const std::string& id);
int require_muscle(const Atlas& atlas, const Phrases& phrases, const std::string& id);
const Region& require_region(const Atlas& atlas, const Phrases& phrases, const std::string& id);

}  // namespace myomap
