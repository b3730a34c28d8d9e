#pragma once
// --help in the form that the GNU tools have, which help2man reads.

#include <string>

#include <CLI/CLI.hpp>

namespace myomap {

class HelpFormatter : public CLI::Formatter {
public:
    HelpFormatter() {
        column_width(34);
        label("OPTIONS", "OPTION...");
        label("SUBCOMMAND", "[COMMAND]");
        label("Subcommands", "Commands");
        label("REQUIRED", "required");
    }

    std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
        if (is_positional) return option->get_name(true, false);
        const std::string names = option->get_name(false, true);
        const auto comma = names.find(',');
        return comma == std::string::npos ? "    " + names : names.substr(0, comma) + ", " + names.substr(comma + 1);
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        std::string text;
        if (option->get_type_size() != 0 && !option->get_type_name().empty()) text += " " + option->get_type_name();
        if (option->get_required()) text += " (required)";
        return text;
    }

    std::string make_option_desc(const CLI::Option* option) const override {
        const std::string standard = option->get_default_str();
        return option->get_description() + (standard.empty() ? "" : " (default " + standard + ")");
    }
};

}  // namespace myomap
