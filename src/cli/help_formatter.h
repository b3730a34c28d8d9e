#pragma once
// --help in the form that the GNU tools have, and --help-all so that help2man makes a manual page of it.

#include <string>

#include <CLI/CLI.hpp>

namespace myomap {

class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter();

    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
    std::string make_option_name(const CLI::Option* option, bool is_positional) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;

private:
    // One command in full: a section of the manual page.
    std::string whole_command(const CLI::App* command) const;
};

}  // namespace myomap
