#include "ui/chart_file_actions.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "base/date.h"
#include "chart/actions/record.h"
#include "chart/message_words.h"
#include "ui/mode.h"
#include "ui/panels/folder_list.h"
#include "ui/panels/question_dialog.h"
#include "ui/ui.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

using Then = std::function<void(Ui&)>;

ChartFile& chart_of(Ui& ui) { return ui.state.charts.file; }

SkinTopology topology(const Ui& ui) { return topology_of(ui.scene.body(ui.document().view.body).skin()); }

// With the view, so that it opens as it was left.
Drawing drawing_of(Ui& ui) {
    ui.settle();
    Drawing drawing = ui.document().drawing;
    SavedView view = saved_view(ui.document().view);
    if (drawing.view) view.unknown = drawing.view->unknown;
    drawing.view = std::move(view);
    return drawing;
}

// Another chart: undo does not lead back into the one before. It is looked at as when it was saved.
void show_drawing(Ui& ui, Drawing drawing) {
    ui.settle();
    Document document = ui.document();
    document.drawing = std::move(drawing);
    document.question = {};
    if (document.drawing.view) restore(*document.drawing.view, document.view);
    if (std::holds_alternative<ItemSelection>(document.selection)) document.selection = {};
    ui.state.history = DocumentHistory(std::move(document));
    ui.state.notice.clear();
    if (ui.state.overlay == Overlay::chart_file) ui.state.overlay = Overlay::none;
}

// What was opened or recovered is worked on in Chart.
void enter_chart_mode(Ui& ui) {
    const std::span<const ModeEntry> modes = ui.modes.all();
    if (ui.modes.current().undo == UndoActsOn::drawing) return;
    const auto chart = std::ranges::find(modes, "chart", &ModeEntry::id);
    if (chart != modes.end()) ui.modes.choose(ui, static_cast<std::size_t>(chart - modes.begin()));
}

void remember(Ui& ui, const fs::path& file) {
    ui.state.charts.folder = file.parent_path();
    ui.state.charts.recent.add(file);
    ui.state.charts.settings_changed = true;
}

// The path by value: it may be the one that saving changes.
void write(Ui& ui, fs::path file, const Then& then) {
    // A visit without a day can't be compared with the next one.
    const Drawing& drawing = ui.document().drawing;
    if (drawing.header->date.empty() && !(drawing.areas.empty() && drawing.findings.empty() && drawing.notes.empty()))
        ui.act([](Document& d) {
            VisitHeader header = *d.drawing.header;
            header.date = today();
            return change_header(d, header, word("Set the day of the visit"));
        });
    try {
        chart_of(ui).save(drawing_of(ui), file, topology(ui));
    } catch (const FileError& error) {
        return ask(ui, {.title = word("The chart could not be saved"),
                        .text = {{"{}.", {error.message}}, word("What is on it is still here.")},
                        .answers = {{"back", word("Back")}, {"save_as", word("Save as \u2026"), [then](Ui& u) {
                                                                 save_chart_as(u);
                                                                 u.state.charts.then = then;
                                                             }}}});
    }
    if (ui.state.overlay == Overlay::chart_file) ui.state.overlay = Overlay::none;
    remember(ui, file);
    ui.state.notice = ui.say("Saved as {}", with_tilde(file));
    if (then) then(ui);
}

void save(Ui& ui, const Then& then) {
    const ChartFile& chart = chart_of(ui);
    const auto save_as = [then](Ui& u) {
        save_chart_as(u);
        u.state.charts.then = then;
    };
    if (chart.path().empty()) return save_as(ui);
    if (!chart.changed_elsewhere()) return write(ui, chart.path(), then);
    ask(ui,
        {.title = word("The file was changed elsewhere"),
         .text = {{word("{} was written by another window or program since it was opened here. What that wrote would "
                        "be lost."),
                   {chart.path().filename().string()}}},
         .answers = {{"back", word("Back")},
                     {"replace", word("Replace"), [then](Ui& u) { write(u, chart_of(u).path(), then); }},
                     {"save_as", word("Save as \u2026"), save_as}}});
}

// `then` once nothing can be lost by it any more.
void guard(Ui& ui, Then then) {
    ui.settle();
    if (!chart_is_unsaved(ui)) return then(ui);
    const fs::path& path = chart_of(ui).path();
    ask(ui, {.title = word("Save the chart?"),
             .text = {path.empty() ? Message(word("It has no name yet. What is on it would be lost."))
                                   : Message(word("What was changed in {} since it was last saved would be lost."),
                                             {path.filename().string()})},
             .answers = {{"back", word("Back")},
                         {"discard", word("Don't save"), then},
                         {"save", word("Save"), [then](Ui& u) { save(u, then); }}}});
}

void say_problems(Ui& ui, Message title, Message text, Problems problems) {
    ask(ui, {.title = std::move(title),
             .text = {std::move(text)},
             .problems = std::move(problems),
             .answers = {{"close", word("Close")}}});
}

void recover(Ui& ui, const Autosave& autosave) {
    LoadedDrawing copy = chart_of(ui).recover(autosave, topology(ui));
    if (!copy.drawing)
        return say_problems(ui, word("What was not saved can't be read"),
                            {word("It stays where it is: {}"), {with_tilde(autosave.file)}}, std::move(copy.problems));
    show_drawing(ui, std::move(*copy.drawing));
    enter_chart_mode(ui);
    ui.state.notice = ui.say("Recovered; save the chart to keep it");
}

void ask_to_recover(Ui& ui, const Autosave& autosave) {
    const Message which =
        autosave.chart.empty() ? Message(word("A chart without a name")) : Message("{}", {with_tilde(autosave.chart)});
    std::vector<Message> text{{word("{}, last changed {}."), {which, time_words(autosave.written)}},
                              word("The program ended before this was saved.")};
    if (autosave.chart_is_later) text.push_back(word("The chart itself was written after that."));
    ask(ui, {.title = word("A chart was not saved"),
             .text = std::move(text),
             .answers = {{"later", word("Later"), [autosave](Ui& u) { chart_of(u).leave(autosave); }},
                         {"delete", word("Delete"), [autosave](Ui&) { ChartFile::remove(autosave); }},
                         {"recover", word("Recover"),
                          [autosave](Ui& u) { guard(u, [autosave](Ui& v) { recover(v, autosave); }); }}}});
}

void take_over(Ui& ui, ReadChart chart) {
    const std::optional<Autosave> autosave = chart.autosave;
    const Problems problems = chart.loaded.problems;
    const fs::path path = chart.path;
    Drawing drawing = *chart.loaded.drawing;
    chart_of(ui).open(std::move(chart));
    show_drawing(ui, std::move(drawing));
    enter_chart_mode(ui);
    remember(ui, path);
    if (!problems.empty())
        say_problems(ui, word("Not all of the chart can be used"),
                     word("What can't be used is not shown. It is kept, also when the chart is saved."), problems);
    if (autosave) ask_to_recover(ui, *autosave);
}

void show_dialog(Ui& ui, ChartFiles::Wanted wanted) {
    ui.settle();
    ui.state.charts.wanted = wanted;
    ui.state.charts.dialog_is_new = true;
    ui.state.charts.then = {};
    ui.state.charts.pick = {};
    ui.state.overlay = Overlay::chart_file;
}

}  // namespace

void new_chart(Ui& ui) {
    guard(ui, [](Ui& u) {
        chart_of(u).begin();
        show_drawing(u, {});
    });
}

void open_chart_dialog(Ui& ui) { show_dialog(ui, ChartFiles::Wanted::open); }
void recent_charts_dialog(Ui& ui) { show_dialog(ui, ChartFiles::Wanted::recent); }
void pick_chart(Ui& ui, std::function<void(Ui&, const fs::path&)> pick) {
    show_dialog(ui, ChartFiles::Wanted::open);
    ui.state.charts.pick = std::move(pick);
}
void save_chart_as(Ui& ui) { show_dialog(ui, ChartFiles::Wanted::save_as); }
void save_chart(Ui& ui) { save(ui, {}); }

void open_chart(Ui& ui, const fs::path& file) {
    const auto chart = std::make_shared<ReadChart>(chart_of(ui).read(file, topology(ui)));
    if (!chart->loaded.drawing)
        return say_problems(ui, word("This chart can't be opened"), {"{}", {with_tilde(chart->path)}},
                            chart->loaded.problems);
    const Then open = [chart](Ui& ui_now) {
        guard(ui_now, [chart](Ui& u) {
            // What was asked meanwhile may have written it.
            const fs::path path = chart->path;
            *chart = {};
            ReadChart again = chart_of(u).read(path, topology(u));
            if (again.loaded.drawing) take_over(u, std::move(again));
        });
    };
    if (!chart->elsewhere) return open(ui);
    ask(ui, {.title = word("The chart is open in another window"),
             .text = {{word("What is saved of {} there and here would replace each other."),
                       {chart->path.filename().string()}}},
             .answers = {{"back", word("Back")}, {"open", word("Open all the same"), open}}});
}

void save_chart_to(Ui& ui, const fs::path& file) {
    const Then then = ui.state.charts.then;
    const ChartFile& chart = chart_of(ui);
    std::error_code ignored;
    if (file == chart.path() && !chart.changed_elsewhere()) return write(ui, file, then);
    if (!fs::exists(file, ignored)) return write(ui, file, then);
    std::vector<Message> text{{"{}", {with_tilde(file)}}, word("It is there already; what it holds now will be lost.")};
    if (file != chart.path() && ChartFile::is_open_elsewhere(file))
        text.push_back(word("It is open in another window."));
    ask(ui, {.title = word("Replace the file?"),
             .text = std::move(text),
             .answers = {{"back", word("Back")},
                         {"replace", word("Replace"), [file, then](Ui& u) { write(u, file, then); }}}});
}

void quit(Ui& ui) {
    ui.state.questions.clear();
    if (ui.state.overlay == Overlay::question) ui.state.overlay = Overlay::none;
    const auto end = [](Ui& u) {
        guard(u, [](Ui& v) {
            chart_of(v).remove_autosave();
            v.state.quit = true;
        });
    };
    for (Panel* panel : ui.modes.all_panels())
        if (std::vector<Message> lost = panel->would_be_lost(ui); !lost.empty())
            return ask(ui, {.title = word("Quit all the same?"),
                            .text = std::move(lost),
                            .answers = {{"back", word("Back")},
                                        {"lose", word("Quit"), end},
                                        {"again", word("Try again"), [](Ui& u) { quit(u); }}}});
    end(ui);
}

void begin_charts(Ui& ui, const fs::path& file, bool may_ask) {
    if (!file.empty()) open_chart(ui, file);
    if (!may_ask) return;
    for (const Autosave& autosave : chart_of(ui).left_behind()) ask_to_recover(ui, autosave);
}

bool autosave_is_due(const Ui& ui) { return ui.state.charts.file.autosave_is_due(ui.document().drawing); }

bool autosave(Ui& ui) {
    ChartFiles& charts = ui.state.charts;
    try {
        charts.file.autosave(drawing_of(ui), topology(ui));
        charts.autosave_failed = false;
    } catch (const FileError& error) {
        if (std::exchange(charts.autosave_failed, true)) return false;
        ui.state.notice = ui.say("Not kept in case of a crash: {}", words(ui.scene, error));
        return true;
    }
    return false;
}

bool chart_is_unsaved(const Ui& ui) { return ui.state.charts.file.is_unsaved(ui.document().drawing); }

std::string chart_file_name(const Ui& ui) {
    const fs::path& path = ui.state.charts.file.path();
    return path.empty() ? std::string(ui.say("Untitled")) : path.filename().string();
}

std::string window_title(const Ui& ui) {
    const bool unsaved = chart_is_unsaved(ui);
    if (!unsaved && ui.state.charts.file.path().empty()) return "Myomap";
    return chart_file_name(ui) + (unsaved ? " \u2022 - Myomap" : " - Myomap");
}

}  // namespace myomap
