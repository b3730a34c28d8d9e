#include <cstdio>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/atomic_file.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/speech.h"
#include "cli/terminal.h"
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
    for (const Problem& problem : reviews.problems) complain(words(phrases, message_of(problem)));
    if (has_errors(reviews.problems)) return exit_data_has_problems;
    const std::string text = scheduled_json(reviews) + "\n";
    if (options.output.empty())
        fmt::print("{}", text);
    else
        write_file(options.output, text);
    return exit_ok;
}

}  // namespace

void add_study_command(CLI::App& app, Speech& speech, int& exit_code) {
    CLI::App& study = *app.add_subcommand(
        "study", word("Print exams, write decks for Anki, and work out when to ask again what was learned"));
    study.require_subcommand(1);
    set_footer(study, speech, {},
               {"myomap study exam --deck shoulder_arm --count 20 --seed 7 -o exam.pdf --key key.pdf",
                "myomap study schedule --file reviews.json"});
    add_study_paper_commands(study, speech, exit_code);
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
