#include <memory>
#include <system_error>

#include "base/atomic_file.h"
#include "base/system_reason.h"
#include "cli/chart_options.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/help_formatter.h"
#include "cli/terminal.h"
#include "review/open_data.h"

namespace myomap {

namespace {

namespace fs = std::filesystem;

struct DataOptions {
    std::string format = "csv";
    std::string output;
    std::string language = "en";
    std::string data;
    bool force = false;
};

[[noreturn]] void fail(const fs::path& path, const Message& what) {
    throw FileError(word("cannot write {}: {}"), {path.string(), what});
}

// Makes sure before the work that the folder may be written to.
void require_free_folder(const fs::path& folder, bool force) {
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (!fs::exists(status)) return;
    if (!fs::is_directory(status)) fail(folder, word("it is not a folder"));
    remove_left_parts(folder);  // of an export that was killed
    const bool empty = fs::is_empty(folder, error);
    if (error) fail(folder, system_reason(error.value()));
    if (!empty && !force) fail(folder, word("the folder is not empty; --force writes into it all the same"));
}

// All files beside their places first, so that a full disk leaves no half of an export behind.
void write_folder(const fs::path& folder, const std::vector<OpenDataFile>& files) {
    std::error_code error;
    const bool is_new = fs::create_directories(folder, error);
    if (error) fail(folder, system_reason(error.value()));
    try {
        std::vector<std::unique_ptr<AtomicFile>> written;
        for (const OpenDataFile& file : files) {
            written.push_back(std::make_unique<AtomicFile>(folder / file.name));
            written.back()->write(file.text.data(), file.text.size());
            written.back()->flush();
        }
        for (const auto& file : written) file->commit();
    } catch (...) {
        if (is_new) fs::remove(folder, error);
        throw;
    }
}

int run_data(const DataOptions& options) {
    require_free_folder(options.output, options.force);
    const auto context = open_dataset(options.data, options.language);
    if (!context) return exit_data_has_problems;
    context->set_language({});  // the tables have every language beside English
    context->read_all_texts();
    const Scene scene = context->scene();
    OpenDataInput input{context->atlas(), context->loaded.texts, scene.bodies, scene.fields, scene.muscles};
    input.program_version = MYOMAP_VERSION;

    if (!scene.regions->set().regions.empty()) {
        input.regions = &scene.regions->set();
        for (const Body* body : scene.bodies)
            input.region_maps[static_cast<size_t>(body->id())] = &scene.regions->on(*body);
    }
    const auto files = open_data(input, options.format == "json" ? TableFormat::json : TableFormat::csv);
    write_folder(options.output, files);
    for (const OpenDataFile& file : files) print_line((fs::path(options.output) / file.name).string());
    return exit_ok;
}

}  // namespace

void add_data_command(CLI::App& app, Speech& speech, int& exit_code) {
    auto options = std::make_shared<DataOptions>();
    CLI::App& command = *app.add_subcommand("data", word("Export the dataset as tables for researchers"));
    add_choice(command, "--format", options->format, {"csv", "json"}, word("Format of the tables"));
    command.add_option("-o,--output", options->output, word("Folder to write, made if it is not there"))
        ->type_name("DIR")
        ->required();
    command.add_flag("--force", options->force, word("Write even if the folder is not empty; other files in it stay"));
    add_data_option(command, options->data);
    add_language_option(command, options->language, speech)->description(word("Language of the messages"));
    set_footer(
        command, speech,
        {word(
            "Writes muscles, trigger points with their places on the skin of both bodies, zones with their areas, the\n"
            "zones' fields vertex by vertex, the skin's coordinates, shares of named skin regions where there are "
            "any,\n"
            "sources, and a README.txt that says what every column means, the licence and how to cite. No file is "
            "left\n"
            "half-written. Prints the files.")},
        {"myomap data -o myomap-tables", "myomap data --format json -o tables --force",
         "myomap data --data my_points.json -o my_tables"});
    command.callback([options, &exit_code] { exit_code = run_data(*options); });
}

}  // namespace myomap
