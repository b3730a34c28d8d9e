#include "cli/help_formatter.h"

namespace myomap {

HelpFormatter::HelpFormatter() {
    column_width(34);
    label("OPTIONS", "[OPTION...]");
    label("REQUIRED", "required");
    label("Positionals", "Arguments");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
    if (!app->get_parent()) return "Usage: " + name + " [OPTION...]\n  or:  " + name + " COMMAND [OPTION...]\n";
    std::string usage = "Usage: " + name + " [OPTION...]";
    for (const CLI::Option* option : app->get_options([](const CLI::Option* one) { return one->get_positional(); }))
        usage += " [" + option->get_name(true, false) + "]";
    return usage + "\n";
}

std::string HelpFormatter::make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const {
    std::string text;
    const auto commands = app->get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty()) return text;
    text += "\nCommands:\n";
    for (const CLI::App* command : commands) text += make_subcommand(command);
    if (mode == CLI::AppFormatMode::All)
        for (const CLI::App* command : commands) text += "\n" + whole_command(command);
    return text;
}

std::string HelpFormatter::whole_command(const CLI::App* command) const {
    // Asterisks and indentation are help2man's marks for a section and its list.
    std::string text = "*myomap " + command->get_name() + "*\n" + command->get_description() + ".\n\n";
    for (const bool positional : {true, false})
        for (const CLI::Option* option : command->get_options([&](const CLI::Option* one) {
                 return one->get_positional() == positional &&
                        one->get_name(false, true).find("--help") == std::string::npos;
             }))
            text += make_option(option, positional);
    std::string footer = command->get_footer();
    if (const auto at = footer.find("Examples:\n"); at != std::string::npos) footer.replace(at, 9, "For example:\n");
    return text + "\n" + footer + "\n";
}

std::string HelpFormatter::make_option_name(const CLI::Option* option, bool is_positional) const {
    if (is_positional) return option->get_name(true, false);
    const std::string names = option->get_name(false, true);
    const auto comma = names.find(',');
    return comma == std::string::npos ? "    " + names : names.substr(0, comma) + ", " + names.substr(comma + 1);
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
    std::string text;
    const bool takes_value = option->get_type_size() != 0 && !option->get_positional();
    if (takes_value && !option->get_type_name().empty()) text += " " + option->get_type_name();
    if (option->get_required()) text += " (required)";
    return text;
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
    const std::string standard = option->get_default_str();
    return option->get_description() + (standard.empty() ? "" : " (default " + standard + ")");
}

}  // namespace myomap
