#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/context.h"
#include "base/text.h"
#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "report/words.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

struct SearchOptions {
    std::vector<std::string> words;
    std::string language = "en";
    std::string data;
    int limit = 10;
    bool json = false;
};

struct Named {
    std::string id, words;
};

// What a hit is called in the language that is shown; of a warning sign all that is to be read.
Named named(const Scene& scene, const SearchHit& hit) {
    const auto at = static_cast<size_t>(hit.item);
    switch (hit.kind) {
        case SearchKind::complaint: {
            const Symptom& symptom = scene.symptoms->symptoms[at];
            return {symptom.id, symptom_name(scene, symptom, Wording::plain)};
        }
        case SearchKind::region: {
            const SkinRegion& region = scene.regions->set().regions[at];
            return {region.id, region_name(scene, region, Wording::plain)};
        }
        case SearchKind::warning: {
            const RedFlag& flag = scene.symptoms->red_flags[at];
            return {flag.id, flag.in(to_text(scene.atlas.language))};
        }
        case SearchKind::muscle:
            break;
    }
    return {scene.atlas.muscles[at].id, short_name(scene, scene.atlas.muscles[at].name)};
}

const char* kind_words(SearchKind kind) {
    switch (kind) {
        case SearchKind::complaint:
            return word("complaint");
        case SearchKind::muscle:
            return word("muscle");
        case SearchKind::region:
            return word("region");
        case SearchKind::warning:
            break;
    }
    return word("warning");
}

int run_search(const SearchOptions& options) {
    const auto context =
        open_context(options.data.empty() ? std::nullopt : std::optional<std::filesystem::path>(options.data),
                     Language(options.language));
    if (!say_problems(context->loaded, context->phrases)) return exit_data_has_problems;
    const Scene scene = context->scene();
    const std::vector<SearchHit> hits =
        context->search().find(join(options.words, " "), options.limit, context->atlas().language);
    if (options.json) {
        Json answer = Json::array();
        for (const SearchHit& hit : hits) {
            const Named name = named(scene, hit);
            answer.push_back({{"kind", to_text(hit.kind)}, {"id", name.id}, {"words", name.words}});
        }
        print_as_json(answer);
        return exit_ok;
    }
    if (hits.empty()) {
        complain(scene.phrase("Nothing found."));
        return exit_ok;
    }
    std::vector<std::vector<std::string>> rows{in_words(scene.phrases(), {word("KIND"), word("ID"), word("NAME")})};
    for (const SearchHit& hit : hits) {
        const Named name = named(scene, hit);
        rows.push_back({scene.phrase(kind_words(hit.kind)), name.id, name.words});
    }
    fmt::print("{}", text_table(rows));
    return exit_ok;
}

}  // namespace

void add_search_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<SearchOptions>();
    CLI::App& command =
        *app.add_subcommand("search", word("Find complaints, muscles, regions and warning signs by what people say"));
    command.add_option("words", options->words, word("What hurts, or a name"))->required()->type_name("WORDS");
    command.add_option("--limit", options->limit, word("Lines to print at most"))
        ->check(CLI::Range(1, 1000).description(""))
        ->type_name("N")
        ->default_str("10");
    command.add_flag("--json", options->json, word("Print the answer as JSON"));
    add_language_option(command, options->language, speech);
    add_data_option(command, options->data);
    set_footer(command, speech,
               {word("Any language the program speaks is understood, whatever --language prints. Whoever tells of a "
                     "warning sign gets\n"
                     "it first.")},
               {"myomap search pain behind my right eye", "myomap search QL",
                "myomap search --json \"can't pee and numb between my legs\" | jq -r '.[0].id'"});
    command.callback([options, &exit_code] { exit_code = run_search(*options); });
}

}  // namespace myomap
