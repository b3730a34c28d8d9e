#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/resources.h"
#include "atlas/load.h"
#include "atlas/search_texts.h"
#include "body/landmarks.h"
#include "body/muscles.h"
#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "report/report.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

struct ListOptions {
    std::string what;
    std::string region;
    std::string search;
    std::string language = "en";
    std::string data;
    bool json = false;
};

struct Listed {
    std::vector<int> muscles;
    std::vector<PointRef> points;
};

Listed choose(LoadedAtlas& loaded, const ListOptions& options) {
    const Atlas& atlas = loaded.atlas;
    Listed listed;
    auto add = [&](int index, int only_point) {
        const Muscle& muscle = atlas.muscles[static_cast<size_t>(index)];
        if (!options.region.empty() && muscle.region != options.region) return;
        listed.muscles.push_back(index);
        for (int i = 0; i < static_cast<int>(muscle.trigger_points.size()); ++i)
            if (only_point < 0 || only_point == i) listed.points.push_back({index, i});
    };
    if (options.search.empty()) {
        for (int i = 0; i < static_cast<int>(atlas.muscles.size()); ++i) add(i, -1);
    } else {
        std::vector<const Texts*> all;
        for (const Language& language : languages_in(loaded.text_folder)) all.push_back(&texts_in(language, loaded));
        std::vector<SearchText> texts;
        add_muscle_texts(atlas, all, texts);
        // A dataset of one's own is searched with the shipped words, too.
        const std::filesystem::path shipped = find_resources().texts();
        Problems problems;  // `check` tells them
        const std::vector<Vocabulary> words = load_vocabularies(shipped, languages_in(shipped), problems);
        for (const Vocabulary& each : words) add_phrases(each, atlas, nullptr, nullptr, texts);
        for (const SearchHit& hit :
             SearchIndex(texts, words).find(options.search, static_cast<int>(atlas.muscles.size()), atlas.language))
            add(hit.item, hit.point);
    }
    return listed;
}

// 0.3f as 0.3, not as the 0.30000001192092896 it is.
double short_number(float value) { return std::round(value * 1e4) / 1e4; }

Json to_json(const Muscle& muscle, std::string_view layer) {
    Json points = Json::array();
    for (const TriggerPoint& point : muscle.trigger_points) points.push_back(muscle.id + "/" + point.id);
    return {{"id", muscle.id},
            {"parent", muscle.parent},
            {"region", muscle.region},
            {"layer", layer},
            {"fma", muscle.fma},
            {"name", muscle.name},
            {"latin", muscle.latin},
            {"synonyms", muscle.synonyms},
            {"origin", muscle.origin.words},
            {"insertion", muscle.insertion.words},
            {"action", muscle.action},
            {"does", muscle.does},
            {"innervation", muscle.innervation},
            {"segments", muscle.segments},
            {"synergists", muscle.synergists},
            {"antagonists", muscle.antagonists},
            {"satellites", muscle.satellites},
            {"frequency", to_text(muscle.frequency)},
            {"symptoms", muscle.symptoms},
            {"overload", muscle.overload},
            {"signs", muscle.signs},
            {"confused_with", muscle.confused_with},
            {"self_care", muscle.self_care},
            {"needling_caution", muscle.needling_caution},
            {"note", muscle.note},
            {"sources", muscle.sources},
            {"points", points}};
}

// As the dataset writes it.
Json to_json(const PointSpec& spec) {
    if (spec.kind == PointSpec::Kind::landmark) return spec.landmark;
    if (spec.kind == PointSpec::Kind::between)
        return Json::array({to_json(spec.of[0]), to_json(spec.of[1]), short_number(spec.fraction)});
    Json json{{spec.kind == PointSpec::Kind::mirror ? "mirror" : "at", to_json(spec.of[0])}};
    const auto move = [&](float amount, const char* plus, const char* minus) {
        if (amount != 0) json["offset_cm"][amount > 0 ? plus : minus] = short_number(std::abs(amount));
    };
    move(spec.offset.superior, "superior", "inferior");
    move(spec.offset.lateral, "lateral", "medial");
    move(spec.offset.anterior, "anterior", "posterior");
    if (spec.deep) json["deep"] = true;
    return json;
}

Json to_json(const Atlas& atlas, PointRef ref) {
    const TriggerPoint& point = atlas.point(ref);
    Json levels = Json::array();
    for (const Level& level : point.levels) levels.push_back(level.name);
    Json zones = Json::array();
    for (const Zone& zone : point.zones)
        zones.push_back({{"kind", to_text(zone.kind)},
                         {"words", zone.words},
                         {"confidence", to_text(zone.confidence)},
                         {"bodies", to_text(zone.bodies)},
                         {"sources", zone.sources}});
    Json json{{"id", atlas.full_id(ref)},      {"muscle", atlas.muscle(ref).id},
              {"label", point.label},          {"point", to_json(point.point)},
              {"sides", to_text(point.sides)}, {"level", point.drawn_level},
              {"other_levels", levels},        {"place", point.place}};
    if (point.reached_from) json["reached_from"] = to_text(*point.reached_from);
    json.update({{"response", to_text(point.response)},
                 {"zones", zones},
                 {"symptoms", point.symptoms},
                 {"note", point.note},
                 {"confidence", to_text(point.confidence)},
                 {"sources", point.sources}});
    return json;
}

// Of each muscle how deep it lies, asked of the shapes; nothing where they can't be had.
std::vector<std::string_view> layers_of(const Atlas& atlas, const Resources& resources, const Landmarks& landmarks) {
    std::vector<std::string_view> layers(atlas.muscles.size());
    try {
        constexpr BodyId id = BodyId::adult_male;
        const Body body(
            id, [&] { return read_skin_asset(resources.skin(id)); }, landmarks);
        const Muscles muscles(atlas, body, [&] {
            return open_muscles(body, resources.shapes(), resources.bones(), resources.landmarks(), resources.skin(id),
                                {resources.muscles(id)});
        });
        for (size_t m = 0; m < layers.size(); ++m)
            if (const auto layer = muscles.layer(static_cast<int>(m))) layers[m] = to_text(*layer);
    } catch (const AssetError&) {
        // Words can be listed without a body.
    }
    return layers;
}

Json to_json(const Atlas& atlas, const Listed& listed, const std::vector<std::string_view>& layers, bool muscles,
             bool points) {
    Json answer{
        {"dataset_version", atlas.dataset_version}, {"license", atlas.license}, {"language", to_text(atlas.language)}};
    if (muscles) {
        answer["muscles"] = Json::array();
        for (const int index : listed.muscles)
            answer["muscles"].push_back(
                to_json(atlas.muscles[static_cast<size_t>(index)], layers[static_cast<size_t>(index)]));
    }
    if (points) {
        answer["points"] = Json::array();
        for (const PointRef ref : listed.points) answer["points"].push_back(to_json(atlas, ref));
    }
    answer["regions"] = Json::array();
    for (const Region& region : atlas.regions) answer["regions"].push_back({{"id", region.id}, {"name", region.name}});
    answer["parents"] = Json::object();
    for (const auto& [id, name] : atlas.parents) answer["parents"][id] = name;
    answer["sources"] = Json::object();
    for (const auto& [key, source] : atlas.sources)
        answer["sources"][key] = {{"title", source.title}, {"url", source.url}, {"note", source.note}};
    return answer;
}

std::string muscle_table(const Scene& scene, const Phrases& phrases, const Listed& listed,
                         const std::vector<std::string_view>& layers) {
    std::vector<std::vector<std::string>> rows{in_words(
        phrases, {word("MUSCLE"), word("NAME"), word("LATIN"), word("REGION"), word("LAYER"), word("POINTS")})};
    for (const int index : listed.muscles) {
        const Muscle& muscle = scene.atlas.muscles[static_cast<size_t>(index)];
        const Report report = make_report(scene, {index, -1});
        const std::string_view layer = layers[static_cast<size_t>(index)];
        rows.push_back({report.id, report.title, report.latin, muscle.region,
                        layer.empty() ? std::string() : std::string(phrases(layer)),
                        std::to_string(report.points().size())});
    }
    return text_table(rows);
}

std::string point_table(const Scene& scene, const Phrases& phrases, const Listed& listed) {
    std::vector<std::vector<std::string>> rows{
        in_words(phrases, {word("TRIGGER POINT"), word("CONFIDENCE"), word("ESSENTIAL ZONE"), word("SPILLOVER")})};
    for (const PointRef ref : listed.points) {
        const Report report = make_report(scene, ref, {.only_shown = true});
        const ReportPoint& point = report.points().front();
        const std::string repeats = point.levels.empty() ? "" : " (" + point.levels + ")";
        rows.push_back({report.id + repeats, std::string(phrases(to_text(point.confidence))),
                        point.zone_words(ZoneKind::essential, "; "), point.zone_words(ZoneKind::spillover, "; ")});
    }
    return text_table(rows);
}

int run_list(const ListOptions& options) {
    const Resources resources = find_resources();
    const LoadedLandmarks landmarks = load_landmarks(resources.landmarks());
    const std::filesystem::path file = options.data.empty() ? resources.dataset() : std::filesystem::path(options.data);
    LoadedAtlas loaded = load_atlas(file, landmarks.landmarks.names(), Language(options.language), resources.texts());
    const Phrases phrases = phrases_of(loaded, resources.texts());
    if (!say_problems(loaded, phrases)) return exit_data_has_problems;

    if (!options.region.empty()) require_region(loaded.atlas, phrases, options.region);
    const Listed listed = choose(loaded, options);
    const bool muscles = options.what != "points";
    const bool points = options.what != "muscles";
    const auto layers = layers_of(loaded.atlas, resources, landmarks.landmarks);
    if (options.json) {
        print_as_json(to_json(loaded.atlas, listed, layers, muscles, points));
        return exit_ok;
    }
    const Scene scene{loaded.atlas, {}, {}};
    if (listed.muscles.empty())
        complain(phrases(word("Nothing found.")));
    else if (muscles)
        fmt::print("{}", muscle_table(scene, phrases, listed, layers));
    if (muscles && points && !listed.points.empty()) fmt::print("\n");
    if (points && !listed.points.empty()) fmt::print("{}", point_table(scene, phrases, listed));
    return exit_ok;
}

}  // namespace

void add_list_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<ListOptions>();
    CLI::App& command = *app.add_subcommand("list", word("List muscles and trigger points"));
    command.add_option("what", options->what, word("muscles or points; by default both"))
        ->check(CLI::IsMember({"muscles", "points"}).description(""))
        ->type_name("WHAT");
    command.add_option("--region", options->region, word("Only this region, for example head_neck"))->type_name("ID");
    command.add_option("--search", options->search, word("Only what matches: part of a name, a body part, a symptom"))
        ->type_name("TEXT");
    command.add_flag("--json", options->json, word("Print everything that is known about each, as JSON"));
    add_language_option(command, options->language, speech);
    add_data_option(command, options->data);
    set_footer(command, speech, {},
               {"myomap list muscles --region head_neck", "myomap list points --search \"pain behind the eye\"",
                "myomap list --json | jq -r '.points[].id'"});
    command.callback([options, &exit_code] { exit_code = run_list(*options); });
}

}  // namespace myomap
