#include "cli/cli.h"

#include <cstdio>
#include <exception>
#include <iostream>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/parse_errors.h"
#include "cli/speech.h"
#include "cli/terminal.h"

namespace myomap {

namespace {

// A script whose variable is unset asks for nothing, which must not be taken for "the usual one". What a letterhead
// says can be nothing.
void refuse_empty_values(CLI::App& command) {
    for (CLI::Option* option : command.get_options())
        if (option->get_type_size() != 0 && command.get_name() != "set")
            option->check([](const std::string& value) { return value.empty() ? word("an empty value") : ""; });
    for (CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; })) refuse_empty_values(*below);
}

int run(int argc, char** argv, Speech& speech) {
    int exit_code = exit_ok;
    CLI::App app(
        word("Shows on a human body which muscle trigger point sends pain where. Without a command it opens the "
             "window."),
        "myomap");
    app.formatter(std::make_shared<HelpFormatter>(speech));
    app.set_help_flag("-h,--help", word("Print this help and exit"));
    app.set_help_all_flag("--help-all", word("Print the help of all commands and exit"));
    app.set_version_flag("--version",
                         speech.help({"myomap {}\n{}\n{}",
                                      {MYOMAP_VERSION, Message(word("Code: MIT licence. Data: CC BY-SA 4.0.")),
                                       Message(word("Educational: zones as commonly drawn, not a diagnosis."))}}),
                         word("Print the version and exit"));
    app.require_subcommand(0, 1);
    app.footer(
        speech.help({"{}\n\n{}\n{}\n\n{}\n\n{}",
                     {Message(word("\"myomap COMMAND --help\" says more about a command.")), Message(word("Examples:")),
                      Message("  $ myomap\n"
                              "  $ myomap --point trapezius_upper/TrP1 --side left\n"
                              "  $ myomap visit.myomap\n"
                              "  $ myomap export --point trapezius_upper/TrP1 -o chart.pdf"),
                      Message(word("Exit codes:\n"
                                   "  0   all went well\n"
                                   "  1   the given data has problems\n"
                                   "  2   cannot work, for a reason said in one sentence")),
                      Message(word("Environment:\n"
                                   "  MYOMAP_DATA     folder of the dataset, instead of the installed one\n"
                                   "  MYOMAP_ASSETS   folder of the body models, instead of the installed one"))}}));
    add_window(app, speech, exit_code);
    add_export_command(app, speech, exit_code);
    add_sheet_command(app, speech, exit_code);
    add_list_command(app, speech, exit_code);
    add_search_command(app, speech, exit_code);
    add_find_command(app, speech, exit_code);
    add_under_command(app, speech, exit_code);
    add_chart_command(app, speech, exit_code);
    add_explain_command(app, speech, exit_code);
    add_study_command(app, speech, exit_code);
    add_letterhead_command(app, speech, exit_code);
    add_check_command(app, speech, exit_code);
    add_landmarks_command(app, speech, exit_code);
    add_diff_command(app, speech, exit_code);
    add_data_command(app, speech, exit_code);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) command->set_help_all_flag();
    refuse_empty_values(app);
    app.validate_positionals();  // of the program itself, so after its commands are made
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForVersion& version) {
        fmt::print("{}\n", speech.words(version.what()));
    } catch (const CLI::Success& help) {
        app.exit(help, std::cout, std::cerr);
    } catch (const CLI::ParseError& error) {
        complain(words(speech.phrases(), error));
        // What an option's value lacks is said in one sentence; only who has the words of the command wrong needs help.
        if (!dynamic_cast<const CLI::ValidationError*>(&error))
            complain(speech.words(word("Run with --help or --help-all for more information.")));
        return exit_cannot_work;
    }
    return exit_code;
}

}  // namespace

int run_cli(int argc, char** argv) {
    Speech speech(argc, argv);
    const Failure no_output(word("cannot write to standard output"), {});
    try {
        const int code = run(argc, argv, speech);
        std::cout.flush();
        if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return code;
        throw no_output;
    } catch (const std::exception& error) {
        // What fmt says of a full disk behind the output is English.
        complain("myomap: " + words(speech.phrases(), std::ferror(stdout) ? no_output : error));
    } catch (...) {
        complain("myomap: " + speech.words(word("stopped for an unknown reason")));
    }
    return exit_cannot_work;
}

}  // namespace myomap
