#pragma once
// --help in the form that the GNU tools have, and --help-all so that help2man makes a manual page of it.

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/speech.h"

namespace myomap {

class HelpFormatter : public CLI::Formatter {
public:
    explicit HelpFormatter(const Speech& speech);

    std::string make_description(const CLI::App* app) const override;
    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_group(std::string group, bool is_positional,
                           std::vector<const CLI::Option*> options) const override;
    std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
    std::string make_subcommand(const CLI::App* command) const override;
    std::string make_footer(const CLI::App* app) const override;
    std::string make_option_name(const CLI::Option* option, bool is_positional) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;

private:
    const Speech& speech_;

    // One command in full: a section of the manual page.
    std::string whole_command(const CLI::App* command) const;
};

// What stands below the options: paragraphs, which are words, and command lines, which are not.
void set_footer(CLI::App& command, Speech& speech, const std::vector<const char*>& paragraphs,
                const std::vector<std::string>& examples);

}  // namespace myomap
