#include "cli/chart_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "atlas/search_texts.h"
#include "base/text.h"
#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/muscle_view.h"
#include "chart/words.h"
#include "cli/terminal.h"

namespace myomap {

namespace {

const std::map<std::string, StandardView, std::less<>> standard_views{
    {"anterior", StandardView::anterior}, {"posterior", StandardView::posterior}, {"left", StandardView::left},
    {"right", StandardView::right},       {"superior", StandardView::superior},   {"inferior", StandardView::inferior}};

std::optional<glm::ivec2> parse_size(const std::string& text) {
    glm::ivec2 size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.x);
    if (width.ec != std::errc{} || width.ptr == end || (*width.ptr != 'x' && *width.ptr != 'X')) return {};
    const auto height = std::from_chars(width.ptr + 1, end, size.y);
    if (height.ec != std::errc{} || height.ptr != end) return {};
    return size;
}

// The ids a person may have meant.
std::string did_you_mean(const Atlas& atlas, const Phrases& phrases, const std::string& id, bool points) {
    constexpr size_t most = 4;
    std::vector<std::string> near;
    auto add = [&](int muscle) {
        const Muscle& found = atlas.muscles[static_cast<size_t>(muscle)];
        if (!points) near.push_back(found.id);
        for (int i = 0; points && i < static_cast<int>(found.trigger_points.size()); ++i)
            near.push_back(atlas.full_id({muscle, i}));
    };
    const std::string name = id.substr(0, id.find('/'));
    if (const auto exact = atlas.find_muscle(name)) {
        add(*exact);
    } else {
        std::vector<SearchText> texts;
        add_muscle_texts(atlas, {}, texts);
        for (const SearchHit& hit : SearchIndex(texts).find(fold(name), most)) add(hit.item);
    }
    if (near.empty()) return std::string(phrases(word("\"myomap list\" shows all")));
    if (near.size() > most) near.resize(most);
    return phrases(word("did you mean {}?"), join(near));
}

}  // namespace

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value, std::vector<std::string> choices,
                        const std::string& help) {
    const std::string words = fmt::format("{}", fmt::join(choices, "|"));
    auto* option = app.add_option(name, value, help)
                       ->transform(CLI::IsMember(std::move(choices), CLI::ignore_case).description(""))
                       ->type_name(words);
    if (!value.empty()) option->capture_default_str();
    return option;
}

void add_data_option(CLI::App& app, std::string& data) {
    app.add_option("--data", data, word("Use this dataset instead of the shipped one"))->type_name("FILE");
}

void add_body_option(CLI::App& app, std::string& body) {
    add_choice(app, "--body", body, {"male", "female"}, word("Body to draw on"));
}

void add_side_option(CLI::App& app, std::string& side) {
    add_choice(app, "--side", side, {"left", "right", "both"}, word("The patient's side"));
}

void add_theme_option(CLI::App& app, std::string& theme) {
    add_choice(app, "--theme", theme, {"light", "dark"}, word("Colours of the chart"));
}

void refuse_unused(const CLI::App& command, std::initializer_list<OptionUse> options, const std::string& format,
                   const Phrases& phrases) {
    for (const OptionUse& one : options)
        if (command.count(one.option) > 0 && !one.is_used)
            throw CLI::ValidationError(
                one.option, format.empty()
                                ? std::string(phrases(word("is of use only with -o; leave it out")))
                                : phrases(word("is of no use for a {} file; leave it out"), std::array{format}));
}

CLI::Validator finite_range(double least, double most) {
    const CLI::Validator range = CLI::Range(least, most);
    return CLI::Validator(
        [range](std::string& text) {
            double value = 0;
            if (CLI::detail::lexical_cast(text, value) && std::isnan(value))
                return fmt::format("\"{}\" is no number", text);
            return range(text);
        },
        "");
}

CLI::Option* add_language_option(CLI::App& app, std::string& language, const Speech& speech) {
    if (!language.empty()) language = speech.language().code();
    std::vector<std::string> codes;
    try {
        for (const Language& one : languages_in(find_data() / "text")) codes.push_back(one.code());
    } catch (const ResourceError&) {
        // What is missing is said by whatever needs it, not blamed on a language that can't be found.
        return app.add_option("--language", language, word("Language of all words"))->type_name(Language().code());
    }
    return add_choice(app, "--language", language, std::move(codes), word("Language of all words"));
}

void add_way_in_options(CLI::App& app, ChartOptions& options, const std::vector<CLI::Option*>& others) {
    auto* region = app.add_option("--region", options.region, word("Region of the skin to show, for example temple"))
                       ->type_name("ID");
    auto* symptom = app.add_option("--symptom,--complaint", options.symptom,
                                   word("Complaint whose regions to show, for example tennis_elbow"))
                        ->type_name("ID")
                        ->excludes(region);
    for (CLI::Option* other : others) {
        region->excludes(other);
        symptom->excludes(other);
    }
}

void add_layer_options(CLI::App& app, ChartOptions& options) {
    app.add_option(
           "--layer", options.layer,
           word(
               "How deep to look: skin, glass (through the skin), muscles, the number of layers to take off, or bones"))
        ->type_name("skin|glass|muscles|1..|bones")
        ->capture_default_str()
        ->check([](const std::string& text) {
            const bool number = !text.empty() && text.size() < 3 &&
                                std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
            const bool known = text == "skin" || text == "glass" || text == "muscles" || text == "bones";
            return number || known ? std::string{}
                                   : fmt::format("\"{}\" is not skin, glass, muscles, a number or bones", text);
        });
    add_choice(app, "--around", options.around, {"all", "alone", "over", "under"},
               word("Which muscles to show beside the chosen one: all, none, what lies over it, what lies under it"));
    add_choice(app, "--style", options.style, {"shaded", "line_art"},
               word("Shaded, or a line drawing for the photocopier"));
}

CLI::Option* add_size_option(CLI::App& app, const std::string& name, glm::ivec2& size, int least, int most,
                             const std::string& help) {
    auto take = [&size, name, least, most](const std::string& text) {
        const auto parsed = parse_size(text);
        if (!parsed) throw CLI::ValidationError(name, fmt::format("\"{}\" is not a size such as 1600x1200", text));
        if (std::min(parsed->x, parsed->y) < least || std::max(parsed->x, parsed->y) > most)
            throw CLI::ValidationError(name, fmt::format("{} is outside of {} to {} pixels", text, least, most));
        size = *parsed;
    };
    return app.add_option_function<std::string>(name, take, help)
        ->type_name("WIDTHxHEIGHT")
        ->default_str(fmt::format("{}x{}", size.x, size.y));
}

BodyId parse_body(const std::string& word) { return word == "female" ? BodyId::adult_female : BodyId::adult_male; }

SideChoice parse_side(const std::string& word) {
    if (word == "left") return SideChoice::left;
    return word == "both" ? SideChoice::both : SideChoice::right;
}

Theme parse_theme(const std::string& word) { return word == "dark" ? Theme::dark : Theme::light; }

Phrases phrases_of(LoadedAtlas& loaded, const std::filesystem::path& own_texts) {
    const Language& language = loaded.atlas.language;
    std::error_code ignored;
    const bool own = std::filesystem::equivalent(loaded.text_folder, own_texts, ignored);
    const auto read = [&](const Language& wanted) {
        return own ? texts_in(wanted, loaded).phrases : load_texts(text_file(own_texts, wanted)).texts.phrases;
    };
    Phrases phrases = read(language);
    if (!language.is_english()) phrases.fall_back_on(std::make_shared<const Phrases>(read({})));
    return phrases;
}

bool say_problems(const LoadedAtlas& loaded, const Phrases& phrases) {
    const Problems& problems = loaded.problems;
    if (loaded.atlas.muscles.empty()) {
        for (const Problem& problem : problems) complain(words(phrases, message_of(problem)));
        if (problems.empty()) complain(phrases(word("The dataset has no muscles.")));
        return false;
    }
    if (!problems.empty())
        complain(loaded.file.string() + ": " +
                 phrases.count(word("{} problems, which \"myomap check {}\" lists; the rest is used."),
                               static_cast<long>(problems.size()), std::array{loaded.file.string()}));
    return true;
}

std::unique_ptr<Context> open_dataset(const std::string& data, const std::string& language) {
    const std::optional<std::filesystem::path> file =
        data.empty() ? std::nullopt : std::optional<std::filesystem::path>(data);
    auto context = open_context(file, Language(language));
    if (!say_problems(context->loaded, context->phrases)) context.reset();
    return context;
}

std::string near_muscles(const Atlas& atlas, const Phrases& phrases, const std::string& id) {
    return did_you_mean(atlas, phrases, id, false);
}

PointRef require_point(const Atlas& atlas, const Phrases& phrases, const std::string& id) {
    if (const auto ref = atlas.find_point(id)) return *ref;
    throw CLI::ValidationError("--point", phrases(word("there is no trigger point \"{}\"; {}"),
                                                  std::array{id, did_you_mean(atlas, phrases, id, true)}));
}

int require_muscle(const Atlas& atlas, const Phrases& phrases, const std::string& id) {
    if (const auto muscle = atlas.find_muscle(id)) return *muscle;
    throw CLI::ValidationError("--muscle", phrases(word("there is no muscle \"{}\"; {}"),
                                                   std::array{id, did_you_mean(atlas, phrases, id, false)}));
}

const Region& require_region(const Atlas& atlas, const Phrases& phrases, const std::string& id) {
    const auto region = std::ranges::find_if(
        atlas.regions, [&](const Region& one) { return one.id == id || fold(one.name) == fold(id); });
    if (!id.empty() && region != atlas.regions.end()) return *region;
    std::vector<std::string> known;
    for (const Region& one : atlas.regions) known.push_back(one.id);
    throw CLI::ValidationError(
        "--region", phrases(word("there is no region \"{}\"; the dataset has {}"), std::array{id, join(known)}));
}

namespace {

// The ids nearest to what was typed: those that a search for it finds. `texts` are of one kind, whose ids these are.
template <class Item>
std::string near_ids(const Scene& scene, const std::string& typed, std::vector<SearchText> texts,
                     const std::vector<Item>& items) {
    std::vector<std::string> ids, near;
    for (const Item& one : items) {
        texts.push_back(
            {.kind = texts.front().kind, .item = static_cast<int>(ids.size()), .language = {}, .text = one.id});
        ids.push_back(one.id);
    }
    for (const SearchHit& hit : SearchIndex(texts).find(fold(typed), 4))
        near.push_back(ids[static_cast<size_t>(hit.item)]);
    return near.empty() ? scene.phrase("there are {}", join(ids)) : scene.phrase("did you mean {}?", join(near));
}

int require_skin_region(Context& context, const std::string& id) {
    const RegionSet& set = context.regions->set();
    if (const int region = set.find_named(id); region >= 0) return region;
    context.read_all_texts();  // it may be a name in another language
    if (const int region = set.find_named(id); region >= 0) return region;
    const Scene scene = context.scene();
    std::vector<SearchText> texts;
    add_region_texts(set, texts);
    throw CLI::ValidationError(
        "--region", scene.phrase("there is no region \"{}\"; {}", {id, near_ids(scene, id, texts, set.regions)}));
}

const std::string& require_symptom(const Scene& scene, const std::string& id) {
    if (const Symptom* symptom = scene.symptoms->find_symptom(id)) return symptom->id;
    std::vector<SearchText> texts;
    add_complaint_texts(*scene.symptoms, texts);
    throw CLI::ValidationError("--symptom", scene.phrase("there is no complaint \"{}\"; {}",
                                                         {id, near_ids(scene, id, texts, scene.symptoms->symptoms)}));
}

}  // namespace

Document make_document(Context& context, const ChartOptions& options) {
    const Scene scene = context.scene();
    Document document;
    choose_body(document, parse_body(options.body));
    choose_side(document, parse_side(options.side));
    choose_theme(document, parse_theme(options.theme));
    choose_style(document, options.style == "line_art" ? Style::line_art : Style::shaded);
    if (!options.point.empty())
        select_point(document, scene, require_point(scene.atlas, scene.phrases(), options.point));
    else if (!options.muscle.empty())
        select_muscle(document, scene, require_muscle(scene.atlas, scene.phrases(), options.muscle));
    else if (!options.region.empty())
        select_region(document, scene,
                      {require_skin_region(context, options.region),
                       document.view.side == SideChoice::left ? Side::left : Side::right});
    else if (!options.symptom.empty())
        select_symptom(document, scene, require_symptom(scene, options.symptom));

    if (const auto view = standard_views.find(options.view); view != standard_views.end())
        show_standard_view(document, scene, view->second);
    else if (options.view == "plate")
        choose_layout(document, scene, Layout::plate);
    else if (options.view == "head_neck")
        choose_layout(document, scene, Layout::head_neck);
    else if (options.view == "focus") {
        if (chosen_muscle(document.selection).empty() && chosen_region(document.selection).empty() &&
            chosen_complaint(document.selection).empty())
            throw CLI::ValidationError("--view", scene.phrase("focus needs --point, --muscle, --region or --symptom"));
        choose_layout(document, scene, Layout::focus);
    }
    // After the choice, which looks for a layer of its own.
    if (options.layer != "skin") {
        const int last = depth_steps(scene) - 1;
        const int most_peeled = last - 3;  // beside skin, glass, all muscles and bones
        const bool number = std::isdigit(static_cast<unsigned char>(options.layer.front())) != 0;
        if (last > 0 && number && (std::stoi(options.layer) < 1 || std::stoi(options.layer) > most_peeled))
            throw CLI::ValidationError(
                "--layer", scene.phrase("from 1 to {} layers can be taken off", std::to_string(most_peeled)));
        const int step = options.layer == "glass"     ? 1
                         : options.layer == "muscles" ? 2
                         : options.layer == "bones"   ? last
                                                      : 2 + std::stoi(options.layer);
        if (last == 0)
            throw CLI::ValidationError("--layer", scene.phrase("there are no muscle bodies in this installation"));
        choose_depth(document, scene, step);
    }
    if (options.around != "all") {
        if (chosen_muscle(document.selection).empty())
            throw CLI::ValidationError("--around", scene.phrase("needs --point or --muscle"));
        choose_around(document, options.around == "alone"  ? Around::alone
                                : options.around == "over" ? Around::over
                                                           : Around::under);
    }
    return document;
}

}  // namespace myomap
