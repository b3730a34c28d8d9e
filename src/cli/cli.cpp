#include "cli/cli.h"

#include <iostream>

#include "cli/commands.h"
#include "cli/help_formatter.h"

namespace myomap {

int run_cli(int argc, char** argv) {
    int exit_code = exit_ok;
    CLI::App app(
        "Shows on a human body which muscle trigger point sends pain where. Without a command it opens the window.",
        "myomap");
    app.formatter(std::make_shared<HelpFormatter>());
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.set_help_all_flag("--help-all", "Print the help of all commands and exit");
    app.set_version_flag("--version",
                         "myomap " MYOMAP_VERSION
                         "\nCode: MIT licence. Data: CC BY-SA 4.0.\n"
                         "Educational: zones as commonly drawn, not a diagnosis.",
                         "Print the version and exit");
    // What an option's value lacks is said in one sentence; only who has the words of the command wrong needs its help.
    app.failure_message([](const CLI::App* command, const CLI::Error& error) {
        return dynamic_cast<const CLI::ValidationError*>(&error) ? std::string(error.what()) + "\n"
                                                                 : CLI::FailureMessage::simple(command, error);
    });
    app.require_subcommand(0, 1);
    app.footer(
        "\"myomap COMMAND --help\" says more about a command.\n\n"
        "Examples:\n"
        "  $ myomap\n"
        "  $ myomap --point trapezius_upper/TrP1 --side left\n"
        "  $ myomap export --point trapezius_upper/TrP1 -o chart.pdf\n\n"
        "Exit codes:\n"
        "  0   all went well\n"
        "  1   the given data has problems\n"
        "  2   cannot work, for a reason said in one sentence\n\n"
        "Environment:\n"
        "  MYOMAP_DATA     folder of the dataset, instead of the installed one\n"
        "  MYOMAP_ASSETS   folder of the body models, instead of the installed one");
    add_window(app, exit_code);
    add_export_command(app, exit_code);
    add_sheet_command(app, exit_code);
    add_list_command(app, exit_code);
    add_search_command(app, exit_code);
    add_find_command(app, exit_code);
    add_under_command(app, exit_code);
    add_check_command(app, exit_code);
    add_landmarks_command(app, exit_code);
    add_diff_command(app, exit_code);
    add_data_command(app, exit_code);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) command->set_help_all_flag();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are "errors" with exit code 0.
        return app.exit(error, std::cout, std::cerr) == 0 ? exit_ok : exit_cannot_work;
    }
    return exit_code;
}

}  // namespace myomap
