// study exam and study export: questions on paper, and on the cards of another program.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/text.h"
#include "cli/chart_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/speech.h"
#include "cli/terminal.h"
#include "export/anki_notes.h"
#include "export/exam_page.h"
#include "export/page_date.h"
#include "render/gl_context.h"
#include "study/exam.h"

namespace myomap {

namespace {

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
    Renderer renderer(scene, context->resources.shaders());
    file.write(exam_page(*context, renderer, paper));
    if (key) key->write(exam_key_page(*context, renderer, paper));
    file.commit();
    if (key) key->commit();
    if (paper.exam.is_short())
        complain(scene.phrase(word("The deck has {} questions of these kinds, not {}; all of them are asked."),
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
               word("Bodies as line drawings for pencil and photocopier, or shaded; muscles always are"));
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

struct AnkiOptions {
    DeckOptions cards;
    std::string output;
};

int run_anki(const AnkiOptions& options) {
    const auto context = open_dataset(options.cards.data, options.cards.language);
    if (!context) return exit_data_has_problems;
    const Scene scene = context->scene();
    if (std::filesystem::path(options.output).extension() != ".apkg")
        throw CLI::ValidationError("--output", scene.phrase(word("a package for Anki ends in .apkg")));
    const AnkiRequest request{.deck = deck_of(scene, options.cards),
                              .kinds = kinds_of(options.cards),
                              .body = parse_body(options.cards.body),
                              .side = parse_side(options.cards.side)};
    AtomicFile file(options.output);
    const OffscreenGl gl;
    Renderer renderer(scene, context->resources.shaders());
    const AnkiPackage package = anki_notes(*context, renderer, request);
    if (package.notes.empty())
        throw CLI::ValidationError("study", scene.phrase(word("nothing of this deck can be asked in these kinds")));
    file.write(anki_file(package, page_time()));
    file.commit();
    return exit_ok;
}

void add_anki_command(CLI::App& study, Speech& speech, int& exit_code) {
    auto options = std::make_shared<AnkiOptions>();
    CLI::App& anki = *study.add_subcommand("export", word("Write a deck as a package for Anki"));
    add_deck_options(anki, options->cards, speech);
    anki.add_option("-o,--output", options->output, word("File for the package, .apkg"))->type_name("FILE")->required();
    set_footer(anki, speech,
               {word("Places and zones become pictures with a hidden piece, all else questions and answers; sources "
                     "and\nconfidence stand on the back. A card keeps its identity: importing a newer package brings "
                     "the cards\nup to date and keeps what was learned.")},
               {"myomap study export --deck head_neck -o head_neck.apkg",
                "myomap study export --deck first_twelve --kinds whose_pattern,paint_zone --language fr -o deck.apkg"});
    anki.callback([options, &exit_code] { exit_code = run_anki(*options); });
}

}  // namespace

void add_study_paper_commands(CLI::App& study, Speech& speech, int& exit_code) {
    add_exam_command(study, speech, exit_code);
    add_anki_command(study, speech, exit_code);
}

}  // namespace myomap
