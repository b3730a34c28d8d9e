// What learners have answered, without the window: how they stand, tables, backups.

#include <cmath>
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "atlas/message_phrases.h"
#include "base/atomic_file.h"
#include "base/local_day.h"
#include "base/text.h"
#include "chart/words.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "study/database.h"
#include "study/deck.h"
#include "study/progress.h"
#include "study/statistics.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

struct ProgressOptions {
    std::string progress;  // "" for the user's own file
    std::string learner;
    std::string file;  // that is written or read
    std::string body = "male";
    std::string language = "en";
    std::string data;
    bool json = false;
    bool yes = false;
};

fs::path require_file(const ProgressOptions& options) {
    fs::path file = options.progress.empty() ? progress_file() : fs::path(options.progress);
    if (file.empty())
        throw DatabaseError(word("no folder for the user's data is known; set XDG_DATA_HOME or HOME, or give "
                                 "--progress"),
                            {});
    return file;
}

// To look at progress never begins any.
std::unique_ptr<Progress> open_progress(const ProgressOptions& options) {
    const fs::path file = require_file(options);
    std::error_code error;
    if (!fs::exists(file, error)) throw DatabaseError(word("{}: there is no such file"), {file.string()});
    return std::make_unique<Progress>(file);
}

// Where no name is given, the only one. Throws CLI::ValidationError.
Learner require_learner(const Progress& progress, const ProgressOptions& options, const Phrases& phrases) {
    const std::vector<Learner> all = progress.learners();
    if (all.empty()) throw CLI::ValidationError("--learner", std::string(phrases(word("nobody has learned yet"))));
    if (options.learner.empty() && all.size() == 1) return all.front();
    const auto found = std::ranges::find(all, options.learner, &Learner::name);
    if (found != all.end()) return *found;
    std::vector<std::string> names;
    for (const Learner& one : all) names.push_back(in_one_line(one.name));
    throw CLI::ValidationError(
        "--learner",
        options.learner.empty()
            ? phrases(word("there are several learners, {}; say which one"), join(names))
            : phrases(word("there is no learner \"{}\"; there are {}"), std::array{options.learner, join(names)}));
}

// How a learner stands, before it is put into words.
struct Standing {
    Learner learner;
    StudyFigures figures;
    std::map<int, float> muscles;  // chance of recall
    struct OfDeck {
        Deck deck;
        std::size_t cards = 0;
        DeckCount count;
        float known = 0;
    };
    std::vector<OfDeck> decks;
};

Standing standing_of(const Scene& scene, const Progress& progress, Learner learner, BodyId body, UtcTime now) {
    const CardStates states = progress.cards(learner.id);
    FsrsParameters parameters;
    parameters.retention = learner.settings.retention;
    const Fsrs fsrs(parameters);
    Standing standing{.figures = figures_of(progress.reviews(learner.id), states, now),
                      .muscles = known_muscles(scene.atlas, states, fsrs, now)};
    const UtcTime day_ends = begin_of_day(local_day(now) + 1);
    const auto add = [&](Deck deck) {
        // Whoever chooses the deck of complaints wants to be asked about them.
        const bool only_complaints = deck.muscles.empty();
        const std::vector<CardKey> cards = only_complaints
                                               ? cards_of(scene, deck, std::array{QuestionKind::complaint}, body)
                                               : cards_of(scene, deck, learner.settings.kinds, body);
        standing.decks.push_back(
            {std::move(deck), cards.size(), count_of(cards, states, day_ends), known_share(cards, states, fsrs, now)});
    };
    for (Deck& deck : decks(scene)) add(std::move(deck));
    if (!learner.settings.own_muscles.empty()) add(chosen_deck(scene, learner.settings.own_muscles));
    standing.learner = std::move(learner);
    return standing;
}

double rounded(float value) { return std::round(value * 1e4) / 1e4; }

Json to_json(const Atlas& atlas, const Standing& standing) {
    const StudyFigures& figures = standing.figures;
    const auto or_null = [](const std::optional<float>& value) { return value ? Json(rounded(*value)) : Json(); };
    Json weeks = Json::array(), kinds = Json::array(), decks = Json::array(), muscles = Json::object(),
         leeches = Json::array();
    for (const RetentionPoint& week : figures.retention)
        weeks.push_back({{"until", date_of_day(week.day)}, {"answers", week.answers}, {"share", rounded(week.share)}});
    for (const KindFigures& kind : figures.kinds)
        kinds.push_back({{"kind", to_text(kind.kind)}, {"answers", kind.answers}, {"right", rounded(kind.right)}});
    for (const Standing::OfDeck& one : standing.decks)
        decks.push_back({{"id", one.deck.id},
                         {"name", one.deck.name},
                         {"cards", one.cards},
                         {"due", one.count.due},
                         {"new", one.count.fresh},
                         {"known", rounded(one.known)}});
    for (const auto& [muscle, recall] : standing.muscles)
        muscles[atlas.muscles[static_cast<std::size_t>(muscle)].id] = rounded(recall);
    for (std::size_t i = 0; i < figures.leeches.size(); ++i)
        leeches.push_back({{"card", to_text(figures.leeches[i])}, {"forgotten", figures.lapses[i]}});
    return {{"name", standing.learner.name},
            {"since", to_text(standing.learner.since)},
            {"answers", figures.reviews},
            {"days", figures.days},
            {"days_with_answers", figures.days_with_review},
            {"minutes_a_day", rounded(figures.minutes_a_day)},
            {"cards_begun", figures.cards_begun},
            {"due", figures.due},
            {"retention",
             {{"aim", standing.learner.settings.retention},
              {"of_month", or_null(figures.retention_of_month)},
              {"weeks", std::move(weeks)}}},
            {"mean_zone_score", or_null(figures.mean_zone_score)},
            {"kinds", std::move(kinds)},
            {"decks", std::move(decks)},
            {"muscles", std::move(muscles)},
            {"leeches", std::move(leeches)}};
}

std::string percent(const Phrases& phrases, double share) {
    return phrases(word("{} %"), std::to_string(std::lround(100 * share)));
}

// "Gluteus medius, trigger point 2"; what the atlas doesn't have any more is called by its id.
std::string name_of(const Scene& scene, const CardKey& card) {
    if (const auto point = point_of(scene.atlas, card))
        return fmt::format("{}, {}", short_name(scene, without_brackets(scene.atlas.muscle(*point).name)),
                           scene.atlas.point(*point).label);
    if (const auto muscle = muscle_of(scene.atlas, card))
        return short_name(scene, without_brackets(scene.atlas.muscles[static_cast<std::size_t>(*muscle)].name));
    return card.of;
}

void print_standing(const Scene& scene, const Standing& standing) {
    const Phrases& phrases = scene.phrases();
    const StudyFigures& figures = standing.figures;
    const auto say = [&](const char* english) { return std::string(phrases(english)); };
    int soon = 0;
    for (const int due : figures.due) soon += due;
    std::vector<std::vector<std::string>> rows{
        {say(word("LEARNER")), standing.learner.name},
        {say(word("since")), date_of_day(local_day(standing.learner.since))},
        {say(word("answers")), std::to_string(figures.reviews)},
        {say(word("days with answers")),
         phrases(word("{} of {}"), std::array{std::to_string(figures.days_with_review), std::to_string(figures.days)})},
        {say(word("minutes a day")), fmt::format("{:.1f}", figures.minutes_a_day)},
        {say(word("cards begun")), std::to_string(figures.cards_begun)},
        {say(word("due today")), std::to_string(figures.due[0])},
        {say(word("due in 14 days")), std::to_string(soon)},
        {say(word("desired retention")), percent(phrases, standing.learner.settings.retention)}};
    if (figures.retention_of_month)
        rows.push_back({say(word("retention of 30 days")), percent(phrases, *figures.retention_of_month)});
    if (figures.mean_zone_score)
        rows.push_back({say(word("mean zone score")), fmt::format("{:.2f}", *figures.mean_zone_score)});
    fmt::print("{}", text_table(rows));

    rows = {in_words(phrases, {word("DECK"), word("CARDS"), word("DUE"), word("NEW"), word("KNOWN")})};
    for (const Standing::OfDeck& one : standing.decks)
        rows.push_back({one.deck.name, std::to_string(one.cards), std::to_string(one.count.due),
                        std::to_string(one.count.fresh), percent(phrases, one.known)});
    fmt::print("\n{}", text_table(rows));

    if (!figures.kinds.empty()) {
        rows = {in_words(phrases, {word("QUESTION"), word("ANSWERS"), word("RIGHT")})};
        for (const KindFigures& kind : figures.kinds)
            rows.push_back({say(name_of(kind.kind)), std::to_string(kind.answers), percent(phrases, kind.right)});
        fmt::print("\n{}", text_table(rows));
    }
    if (!figures.leeches.empty()) {
        rows = {in_words(phrases, {word("KEEPS GOING WRONG"), word("QUESTION"), word("FORGOTTEN")})};
        for (std::size_t i = 0; i < figures.leeches.size(); ++i)
            rows.push_back({name_of(scene, figures.leeches[i]), say(name_of(figures.leeches[i].kind)),
                            std::to_string(figures.lapses[i])});
        fmt::print("\n{}", text_table(rows));
    }
}

int run_progress(const ProgressOptions& options) {
    const auto context = open_dataset(options.data, options.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    std::vector<Learner> learners;
    std::unique_ptr<Progress> progress;
    // Who has not begun yet has no file, which is no fault.
    std::error_code error;
    if (!options.progress.empty() || fs::exists(require_file(options), error)) {
        progress = open_progress(options);
        learners = options.learner.empty() ? progress->learners()
                                           : std::vector{require_learner(*progress, options, scene.phrases())};
    } else if (!options.learner.empty()) {
        throw CLI::ValidationError("--learner", scene.phrase(word("nobody has learned yet")));
    }
    const UtcTime now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    Json all = Json::array();
    for (const Learner& learner : learners) {
        const Standing standing = standing_of(scene, *progress, learner, parse_body(options.body), now);
        if (options.json) {
            all.push_back(to_json(scene.atlas, standing));
            continue;
        }
        if (learner.id != learners.front().id) fmt::print("\n\n");
        print_standing(scene, standing);
    }
    if (options.json)
        print_as_json(Json{{"learners", std::move(all)}});
    else if (learners.empty())
        print_line(scene.phrase(word("Nobody has learned yet.")));
    return exit_ok;
}

int run_csv(const ProgressOptions& options, const Phrases& phrases) {
    const auto progress = open_progress(options);
    const std::string text = progress->csv(require_learner(*progress, options, phrases).id);
    if (options.file.empty())
        fmt::print("{}", text);
    else
        write_file(options.file, text, OnDisk::yes, Readers::owner);
    return exit_ok;
}

int run_restore(const ProgressOptions& options, const Phrases& phrases) {
    Progress progress(require_file(options));
    const std::size_t came = progress.take_over(options.file);
    print_line(phrases.count(word("{} answers came from it"), static_cast<long>(came)));
    return exit_ok;
}

int run_reset(const ProgressOptions& options, const Phrases& phrases) {
    const auto progress = open_progress(options);
    const Learner learner = require_learner(*progress, options, phrases);
    const auto answers = static_cast<long>(progress->reviews(learner.id).size());
    const std::array name{in_one_line(learner.name)};
    if (!options.yes)
        throw CLI::ValidationError(
            "reset", phrases.count(word("{} answers of {} would be forgotten; give --yes to do it"), answers, name));
    progress->reset(learner.id);
    print_line(phrases.count(word("{} answers of {} are forgotten"), answers, name));
    return exit_ok;
}

}  // namespace

void add_study_progress_commands(CLI::App& study, Speech& speech, int& exit_code) {
    auto options = std::make_shared<ProgressOptions>();
    const auto command = [&](const char* name, const char* says) {
        CLI::App& made = *study.add_subcommand(name, says);
        made.add_option("--progress", options->progress,
                        word("File of what learners have answered, instead of the usual one"))
            ->type_name("FILE");
        return &made;
    };
    const auto add_learner = [&](CLI::App& app, const char* says) {
        return app.add_option("--learner", options->learner, says)->type_name("NAME");
    };
    const auto add_messages_language = [&](CLI::App& app) {
        add_language_option(app, options->language, speech)->description(word("Language of the messages"));
    };

    CLI::App& progress = *command("progress", word("Say how learners stand: what is due, what is known, what is not"));
    add_learner(progress, word("One learner; all when not given"));
    progress.add_flag("--json", options->json, word("Print it as JSON"));
    add_body_option(progress, options->body);
    add_language_option(progress, options->language, speech);
    add_data_option(progress, options->data);
    set_footer(progress, speech,
               {word("Retention is the share of right answers to cards that were asked again a day or more later.\n"
                     "A deck is known as far as the mean chance that its cards are remembered now; cards that were\n"
                     "never answered count as not known.")},
               {"myomap study progress", "myomap study progress --learner \"Ann\" --json | jq '.learners[0].due'"});
    progress.callback([options, &exit_code] { exit_code = run_progress(*options); });

    CLI::App& csv = *command("csv", word("Write every answer of a learner as a table"));
    add_learner(csv, word("Whose; not needed where there is one learner"));
    csv.add_option("-o,--output", options->file, word("File to write instead of printing"))->type_name("FILE");
    add_messages_language(csv);
    set_footer(csv, speech, {}, {"myomap study csv --learner \"Ann\" -o answers.csv"});
    csv.callback([options, &speech, &exit_code] { exit_code = run_csv(*options, speech.phrases()); });

    CLI::App& backup = *command("backup", word("Write all learners and their answers into one file"));
    backup.add_option("-o,--output", options->file, word("File to write"))->type_name("FILE")->required();
    add_messages_language(backup);
    set_footer(backup, speech, {word("It can be made while the window is open, and is read back by \"restore\".")},
               {"myomap study backup -o myomap-study.db"});
    backup.callback([options, &exit_code] {
        open_progress(*options)->back_up(options->file);
        exit_code = exit_ok;
    });

    CLI::App& restore = *command("restore", word("Add what a backup has, for example on another computer"));
    restore.add_option("backup", options->file, word("A file that \"backup\" wrote"))->type_name("FILE")->required();
    add_messages_language(restore);
    set_footer(restore, speech,
               {word("Learners and answers that are here already stay as they are; nothing is doubled, however often\n"
                     "the same backup is added. What was learned on two computers goes together.")},
               {"myomap study restore myomap-study.db"});
    restore.callback([options, &speech, &exit_code] { exit_code = run_restore(*options, speech.phrases()); });

    CLI::App& reset = *command("reset", word("Forget every answer of a learner; name and settings stay"));
    add_learner(reset, word("Whose"))->required();
    reset.add_flag("--yes", options->yes, word("Do it; without this it only says what would be forgotten"));
    add_messages_language(reset);
    set_footer(reset, speech, {}, {"myomap study reset --learner \"Ann\" --yes"});
    reset.callback([options, &speech, &exit_code] { exit_code = run_reset(*options, speech.phrases()); });
}

}  // namespace myomap
