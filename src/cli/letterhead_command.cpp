#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/speech.h"
#include "cli/terminal.h"
#include "export/letterhead.h"

namespace myomap {

namespace {

struct LetterheadOptions {
    std::string name, phone, footer, logo;
    std::vector<std::string> address;
    bool no_logo = false;
};

std::filesystem::path require_file() {
    const std::filesystem::path file = letterhead_file();
    if (file.empty()) throw LetterheadError(word("no folder for settings is known; set XDG_CONFIG_HOME or HOME"), {});
    return file;
}

// What a stranger's file says can't steer the terminal. False where something of it can't be used.
bool print_letterhead(const Phrases& phrases, const std::filesystem::path& file) {
    Message problem;
    const auto page = open_letterhead(file, problem);
    if (!problem.empty()) complain(words(phrases, problem));
    if (!page) {
        if (problem.empty()) print_line(phrases(word("No letterhead is set.")));
        return problem.empty();
    }
    const auto say_one = [&](const char* name, const std::string& text) {
        if (!text.empty()) print_line(phrases("{}: ", std::string(phrases(name))) + text);
    };
    say_one(word("Name"), page->words.name);
    for (const std::string& line : page->words.address) say_one(word("Address"), line);
    say_one(word("Phone"), page->words.phone);
    say_one(word("Footer"), page->words.footer);
    if (!page->words.logo.empty())
        say_one(word("Logo"), (file.parent_path() / std::filesystem::path(page->words.logo).filename()).string());
    return problem.empty();
}

// Only what was asked for changes.
int run_set(const CLI::App& command, const LetterheadOptions& options, const Phrases& phrases) {
    const std::filesystem::path file = require_file();
    Letterhead letterhead = read_letterhead(file);
    if (command.count("--name") > 0) letterhead.name = options.name;
    if (command.count("--address") > 0) letterhead.address = options.address;
    if (command.count("--phone") > 0) letterhead.phone = options.phone;
    if (command.count("--footer") > 0) letterhead.footer = options.footer;
    std::erase(letterhead.address, std::string());
    check_letterhead(letterhead);  // before the logo is copied
    if (options.no_logo) letterhead.logo.clear();
    if (command.count("--logo") > 0) letterhead.logo = keep_logo(options.logo, file);
    write_letterhead(file, letterhead);
    print_letterhead(phrases, file);
    return exit_ok;
}

}  // namespace

void add_letterhead_command(CLI::App& app, Speech& speech, int& exit_code) {
    CLI::App& letterhead =
        *app.add_subcommand("letterhead", word("Show or set the letterhead that stands on every page"));
    letterhead.require_subcommand(1);
    CLI::App& show = *letterhead.add_subcommand("show", word("Say what the letterhead is"));
    CLI::App& set = *letterhead.add_subcommand("set", word("Set what is named; the rest stays"));
    CLI::App& clear = *letterhead.add_subcommand("clear", word("Take the letterhead away"));
    auto options = std::make_shared<LetterheadOptions>();
    set.add_option("--name", options->name, word("Name of the clinic or practitioner"))->type_name("TEXT");
    set.add_option("--address", options->address, word("A line of the address; give the option again for each line"))
        ->type_name("LINE")
        ->allow_extra_args(false);
    set.add_option("--phone", options->phone, word("Telephone, or whatever stands below the address"))
        ->type_name("TEXT");
    set.add_option("--footer", options->footer, word("Line at the foot of every page"))->type_name("TEXT");
    auto* logo =
        set.add_option("--logo", options->logo, word("Logo, a PNG or JPEG file; it is copied"))->type_name("FILE");
    set.add_flag("--no-logo", options->no_logo, word("Take the logo away"))->excludes(logo);
    set.require_option(1, 0);
    set_footer(set, speech, {word("A text that is empty (\"\") is taken away.")},
               {"myomap letterhead set --name \"Example Physiotherapy\" --address \"1 Example Street\" \\\n"
                "      --address \"12345 Exampletown\" --phone \"+00 000 0000\" --logo logo.png"});
    set_footer(letterhead, speech,
               {word("It is kept with the settings and used on every page that is exported, unless \"export\" is given "
                     "--no-letterhead.")},
               {"myomap letterhead show", "myomap letterhead clear"});
    show.callback([&speech, &exit_code] {
        exit_code = print_letterhead(speech.phrases(), require_file()) ? exit_ok : exit_data_has_problems;
    });
    set.callback([options, &set, &speech, &exit_code] { exit_code = run_set(set, *options, speech.phrases()); });
    clear.callback([&exit_code] {
        remove_letterhead(require_file());
        exit_code = exit_ok;
    });
}

}  // namespace myomap
