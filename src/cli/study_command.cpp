#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/atomic_file.h"
#include "base/text.h"
#include "cli/chart_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/speech.h"
#include "export/exam_page.h"
#include "render/gl_context.h"
#include "study/exam.h"
#include "study/review_file.h"

namespace myomap {

namespace {

struct ScheduleOptions {
    std::string file;
    std::string output;
    std::string language = "en";  // what it says, Speech has seen
};

int run_schedule(const ScheduleOptions& options, const Phrases& phrases) {
    const LoadedReviews reviews = read_reviews(options.file);
    for (const Problem& problem : reviews.problems) fmt::print(stderr, "{}\n", words(phrases, message_of(problem)));
    if (has_errors(reviews.problems)) return exit_data_has_problems;
    const std::string text = scheduled_json(reviews) + "\n";
    if (options.output.empty())
        fmt::print("{}", text);
    else
        write_file(options.output, text);
    return exit_ok;
}

// What exams and packages are made from.
struct DeckOptions {
    std::string deck;
    std::vector<std::string> muscles;
    std::vector<std::string> kinds;
    std::string body = "male", side = "right", language = "en", data;
};

struct ExamOptions {
    DeckOptions cards;
    int count = 20;
    std::uint64_t seed = 1;
    std::string output, key, title, paper = "A4", style = "line_art";
    bool write_names = false, no_letterhead = false;
};

std::vector<std::string> kind_names() {
    std::vector<std::string> all;
    for (const QuestionKind kind : all_question_kinds) all.emplace_back(to_text(kind));
    return all;
}

void add_deck_options(CLI::App& command, DeckOptions& options, const Speech& speech) {
    auto* deck = command
                     .add_option("--deck", options.deck,
                                 word("Deck to ask from: first_twelve, a region of the atlas such as shoulder_arm, "
                                      "complaints or all"))
                     ->type_name("ID");
    command.add_option("--muscles", options.muscles, word("A deck of your own: these muscles"))
        ->type_name("ID,...")
        ->delimiter(',')
        ->excludes(deck);
    command.add_option("--kinds", options.kinds, word("Kinds of question; all where none is named"))
        ->type_name(join(kind_names(), "|"))
        ->delimiter(',')
        ->check(CLI::IsMember(kind_names()).description(""));
    add_body_option(command, options.body);
    add_choice(command, "--side", options.side, {"left", "right"}, word("The patient's side"));
    add_language_option(command, options.language, speech);
    add_data_option(command, options.data);
}

// Throws CLI::ValidationError for a deck or muscle that there is none of.
Deck deck_of(const Scene& scene, const DeckOptions& options) {
    if (!options.muscles.empty()) {
        for (const std::string& id : options.muscles) {
            if (scene.atlas.find_muscle(id)) continue;
            throw CLI::ValidationError("--muscles", scene.phrase(word("there is no muscle \"{}\"; {}"),
                                                                 {id, near_muscles(scene.atlas, scene.phrases(), id)}));
        }
        return chosen_deck(scene, options.muscles);
    }
    const std::vector<Deck> all = decks(scene);
    if (const auto deck = std::ranges::find(all, options.deck, &Deck::id); deck != all.end()) return *deck;
    std::vector<std::string> ids;
    for (const Deck& one : all) ids.push_back(one.id);
    if (options.deck.empty())
        throw CLI::ValidationError("study",
                                   scene.phrase(word("give --deck or --muscles; the decks are {}"), join(ids)));
    throw CLI::ValidationError("--deck",
                               scene.phrase(word("there is no deck \"{}\"; there are {}"), {options.deck, join(ids)}));
}

std::vector<QuestionKind> kinds_of(const DeckOptions& options) {
    std::vector<QuestionKind> kinds;
    for (const std::string& name : options.kinds) kinds.push_back(*question_kind(name));
    if (kinds.empty()) kinds.assign(all_question_kinds.begin(), all_question_kinds.end());
    return kinds;
}

int run_exam(const ExamOptions& options) {
    const auto context = open_dataset(options.cards.data, options.cards.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    for (const auto& [option, file] : {std::pair{"--output", &options.output}, {"--key", &options.key}})
        if (!file->empty() && std::filesystem::path(*file).extension() != ".pdf")
            throw CLI::ValidationError(option, scene.phrase(word("an exam and its key end in .pdf")));
    std::error_code ignored;
    if (options.key == options.output || std::filesystem::equivalent(options.key, options.output, ignored))
        throw CLI::ValidationError("--key", scene.phrase(word("the key would replace the exam; give it another name")));

    const Questions questions(scene);
    ExamPaper paper{.exam = make_exam(scene, questions,
                                      {.deck = deck_of(scene, options.cards),
                                       .kinds = kinds_of(options.cards),
                                       .count = options.count,
                                       .seed = options.seed,
                                       .body = parse_body(options.cards.body),
                                       .side = parse_side(options.cards.side)})};
    if (paper.exam.questions.empty())
        throw CLI::ValidationError("study", scene.phrase(word("nothing of this deck can be asked in these kinds")));
    paper.title = options.title.empty() ? exam_title(scene, paper.exam.request.deck) : options.title;
    paper.write_names = options.write_names;
    paper.style = options.style == "shaded" ? Style::shaded : Style::line_art;
    paper.paper = options.paper == "Letter" ? Paper::letter : Paper::a4;
    if (!options.no_letterhead) paper.letterhead = letterhead_of_settings(scene.phrases());
    // Both are opened first: an exam without the key that was asked for would be found out too late.
    AtomicFile file(options.output);
    std::optional<AtomicFile> key;
    if (!options.key.empty()) key.emplace(options.key);
    const OffscreenGl gl;
    Renderer renderer(scene, context->resources.shaders);
    file.write(exam_page(*context, renderer, paper));
    if (key) key->write(exam_key_page(*context, renderer, paper));
    file.commit();
    if (key) key->commit();
    if (paper.exam.is_short())
        fmt::print(stderr, "{}\n",
                   scene.phrase(word("The deck has {} questions of these kinds, not {}; all of them are asked."),
                                {std::to_string(paper.exam.questions.size()), std::to_string(options.count)}));
    return exit_ok;
}

void add_exam_command(CLI::App& study, Speech& speech, int& exit_code) {
    auto options = std::make_shared<ExamOptions>();
    CLI::App& exam = *study.add_subcommand("exam", word("Print an exam with pictures, and its key"));
    add_deck_options(exam, options->cards, speech);
    exam.add_option("--count", options->count, word("How many questions"))
        ->type_name("1..200")
        ->capture_default_str()
        ->check(CLI::Range(1, 200).description(""));
    exam.add_option("--seed", options->seed, word("Number that the paper is drawn by: the same one, the same paper"))
        ->type_name("NUMBER")
        ->capture_default_str();
    exam.add_flag("--write-names", options->write_names,
                  word("Have names of muscles written down instead of chosen among four"));
    exam.add_option("--title", options->title, word("Title of the paper"))->type_name("TEXT");
    add_choice(exam, "--style", options->style, {"line_art", "shaded"},
               word("Pictures as line drawings for the photocopier, or shaded"));
    add_choice(exam, "--paper", options->paper, {"A4", "Letter"}, word("Paper of a page"));
    exam.add_flag("--no-letterhead", options->no_letterhead, word("Leave the letterhead out of a page"));
    exam.add_option("--key", options->key, word("File for the key, .pdf: the right answers and how to mark"))
        ->type_name("FILE");
    exam.add_option("-o,--output", options->output, word("File for the exam, .pdf"))->type_name("FILE")->required();
    set_footer(exam, speech,
               {word("Kinds are mixed evenly, and no two questions are about one muscle while the deck has others. "
                     "Where it\nhas fewer than were asked for, all of them are asked and that is said.")},
               {"myomap study exam --deck shoulder_arm --count 20 --seed 7 -o exam.pdf --key key.pdf",
                "myomap study exam --muscles trapezius_upper,temporalis --kinds paint_zone,locate_point "
                "--language fr -o exam.pdf"});
    exam.callback([options, &exit_code] { exit_code = run_exam(*options); });
}

}  // namespace

void add_study_command(CLI::App& app, Speech& speech, int& exit_code) {
    CLI::App& study =
        *app.add_subcommand("study", word("Print exams, and work out when to ask again what was learned"));
    study.require_subcommand(1);
    set_footer(study, speech, {},
               {"myomap study exam --deck shoulder_arm --count 20 --seed 7 -o exam.pdf --key key.pdf",
                "myomap study schedule --file reviews.json"});
    add_exam_command(study, speech, exit_code);
    auto options = std::make_shared<ScheduleOptions>();
    CLI::App& schedule =
        *study.add_subcommand("schedule", word("Say what FSRS-6 makes of histories of answers, as JSON"));
    schedule.add_option("--file", options->file, word("Histories of answers, a JSON file"))
        ->type_name("FILE")
        ->required();
    schedule.add_option("-o,--output", options->output, word("File to write instead of printing"))->type_name("FILE");
    add_language_option(schedule, options->language, speech)->description(word("Language of the messages"));
    set_footer(
        schedule, speech,
        {word("Each of the file's \"vectors\" has \"parameters\", named as in ts-fsrs, and \"reviews\" with \"rating\" "
              "(1 "
              "again,\n"
              "2 hard, 3 good, 4 easy) and \"at\", in UTC. The same JSON is given back with each \"after\" filled in: "
              "state,\n"
              "stability and interval in days, difficulty, when it is due. What is missing in \"parameters\" has its "
              "usual\n"
              "value. Of a file with an error nothing is given back; the errors go to standard error, and the command "
              "ends\n"
              "with 1.")},
        {"myomap study schedule --file reviews.json", "myomap study schedule --file reviews.json -o scheduled.json"});
    schedule.callback([options, &speech, &exit_code] { exit_code = run_schedule(*options, speech.phrases()); });
    add_study_progress_commands(study, speech, exit_code);
}

}  // namespace myomap
