#include "cli/help_formatter.h"

#include <sstream>

#include "base/text.h"
#include "base/word.h"

namespace myomap {

namespace {

constexpr const char* examples_heading = word("Examples:");

}  // namespace

HelpFormatter::HelpFormatter(const Speech& speech) : speech_(speech) {
    column_width(34);
    label("Positionals", "Arguments");
}

std::string HelpFormatter::make_description(const CLI::App* app) const {
    return speech_.words(app->get_description()) + "\n";
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
    std::string usage = speech_.words(word("Usage:")) + " " + name + " [OPTION...]";
    if (!app->get_parent()) return usage + "\n  " + speech_.words(word("or:")) + "  " + name + " COMMAND [OPTION...]\n";
    for (const CLI::Option* option : app->get_options([](const CLI::Option* one) { return one->get_positional(); }))
        usage += " [" + option->get_name(true, false) + "]";
    return usage + "\n";
}

std::string HelpFormatter::make_group(std::string group, bool is_positional,
                                      std::vector<const CLI::Option*> options) const {
    std::string text = "\n" + speech_.words(group == "Options" ? word("Options:") : word("Arguments:")) + "\n";
    for (const CLI::Option* option : options) text += make_option(option, is_positional);
    return text;
}

std::string HelpFormatter::make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const {
    std::string text;
    const auto commands = app->get_subcommands([](const CLI::App*) { return true; });
    if (commands.empty()) return text;
    text += "\n" + speech_.words(word("Commands:")) + "\n";
    for (const CLI::App* command : commands) text += make_subcommand(command);
    if (mode == CLI::AppFormatMode::All)
        for (const CLI::App* command : commands) text += "\n" + whole_command(command);
    return text;
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
    std::stringstream text;
    CLI::detail::format_help(text, command->get_display_name(true), speech_.words(command->get_description()),
                             get_column_width());
    return text.str();
}

std::string HelpFormatter::make_footer(const CLI::App* app) const { return speech_.words(app->get_footer()) + "\n"; }

std::string HelpFormatter::whole_command(const CLI::App* command) const {
    // Asterisks and indentation are help2man's marks for a section and its list.
    std::string text = "*myomap " + command->get_name() + "*\n" + speech_.words(command->get_description()) + ".\n\n";
    for (const bool positional : {true, false})
        for (const CLI::Option* option : command->get_options([&](const CLI::Option* one) {
                 return one->get_positional() == positional &&
                        one->get_name(false, true).find("--help") == std::string::npos;
             }))
            text += make_option(option, positional);
    std::string footer = make_footer(command);
    // A heading of that name would begin a section of the whole page.
    const std::string heading = speech_.words(examples_heading);
    if (const auto at = footer.find(heading + "\n"); at != std::string::npos)
        footer.replace(at, heading.size(), speech_.words(word("For example:")) + "\n");
    return text + "\n" + footer;
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
    if (option->get_required()) text += " " + speech_.words(word("(required)"));
    return text;
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
    const std::string standard = option->get_default_str();
    const std::string text = speech_.words(option->get_description());
    return standard.empty() ? text : text + " " + speech_.phrases()(word("(default {})"), standard);
}

void set_footer(CLI::App& command, Speech& speech, const std::vector<const char*>& paragraphs,
                const std::vector<std::string>& examples) {
    Message footer;
    for (const char* paragraph : paragraphs) {
        footer.key += "{}\n\n";
        footer.arguments.emplace_back(Message(paragraph));
    }
    footer.key += "{}\n  $ {}";
    footer.arguments.emplace_back(Message(examples_heading));
    footer.arguments.emplace_back(Message(join(examples, "\n  $ ")));
    command.footer(speech.help(footer));
}

}  // namespace myomap
