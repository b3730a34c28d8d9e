#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/word.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "ui/script_error.h"
#include "ui/window.h"

namespace myomap {

namespace {

struct WindowArguments {
    ChartOptions chart;
    glm::ivec2 size{0, 0};
    float scale = 0;
    std::string file;
    std::string play;
    std::string record;
    std::string progress;
    std::string screenshot;
    bool quit = false;
    bool no_config = false;
    bool chart_is_given = false;
};

int open_window(const WindowArguments& arguments, const Language& spoken) {
    WindowOptions options;
    if (!arguments.chart.language.empty()) options.language = Language(arguments.chart.language);
    options.size = arguments.size;
    options.scale = arguments.scale;
    options.chart = arguments.file;
    options.script = arguments.play;
    options.quit_after_script = arguments.quit;
    options.record = arguments.record;
    options.progress = arguments.progress;
    options.screenshot = arguments.screenshot;
    options.use_settings = !arguments.no_config;

    std::unique_ptr<Context> context;
    return run_window(
        [&] {
            // Problems of the dataset are the window's to show: it opens with the valid rest.
            context =
                arguments.chart.data.empty() ? open_context({}, spoken) : open_context(arguments.chart.data, spoken);
            WindowContent content{*context, {}};
            if (arguments.chart_is_given) content.start = make_document(*context, arguments.chart);
            return content;
        },
        options);
}

}  // namespace

void add_window(CLI::App& app, Speech& speech, int& exit_code) {
    auto arguments = std::make_shared<WindowArguments>();
    auto* chart = app.add_option("--chart", arguments->file, word("Chart file to open"))->type_name("FILE");
    // Any other word is a command that there is not.
    app.add_option("chart", arguments->file, word("The same, where its name ends with .myomap"))
        ->type_name("FILE.myomap")
        ->check(CLI::Validator([](const std::string& name) { return name.ends_with(".myomap") ? "" : name; }, ""))
        ->excludes(chart);
    app.add_option("--point", arguments->chart.point,
                   word("Trigger point to start with, for example trapezius_upper/TrP1"))
        ->type_name("ID");
    app.add_option("--muscle", arguments->chart.muscle, word("Muscle to start with"))
        ->type_name("ID")
        ->excludes("--point");
    add_way_in_options(app, arguments->chart, {app.get_option("--point"), app.get_option("--muscle")});
    add_side_option(app, arguments->chart.side);
    add_body_option(app, arguments->chart.body);
    add_theme_option(app, arguments->chart.theme);
    add_layer_options(app, arguments->chart);
    add_size_option(app, "--size", arguments->size, 320, 8192, word("Pixels of the window"))->default_str("");
    app.add_option("--scale", arguments->scale, word("Size of text and controls; by default what the display asks for"))
        ->type_name("FACTOR")
        ->check(finite_range(0.5, 4.0).description(""));
    arguments->chart.language.clear();  // as last time
    add_language_option(app, arguments->chart.language, speech);
    add_data_option(app, arguments->chart.data);
    app.add_option("--progress", arguments->progress,
                   word("File of what learners have answered, instead of the usual one"))
        ->type_name("FILE");
    app.add_flag("--no-config", arguments->no_config, word("Neither read nor write the settings of last time"));
    app.add_option("--play", arguments->play, word("Play a recorded script"))->type_name("SCRIPT");
    app.add_flag("--quit", arguments->quit, word("End when the script has been played"));
    app.add_option("--record", arguments->record, word("Record what is done in the window as a script"))
        ->type_name("FILE");
    app.add_option("--screenshot", arguments->screenshot, word("Write a picture of the window, then end"))
        ->type_name("FILE");
    app.callback([arguments, &app, &speech, &exit_code] {
        if (!app.get_subcommands().empty()) return;
        for (const char* name : {"--point", "--muscle", "--region", "--symptom", "--side", "--body", "--theme",
                                 "--layer", "--around", "--style"})
            if (app.count(name) > 0) arguments->chart_is_given = true;
        try {
            exit_code = open_window(*arguments, speech.language());
        } catch (const ScriptError& error) {
            complain(words(speech.phrases(), error));
            exit_code = exit_data_has_problems;
        }
    });
}

}  // namespace myomap
