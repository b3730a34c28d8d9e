#pragma once
// New, open, save: what keys, menus, dialogs and the command line do with the chart's file. Whatever would lose unsaved
// changes asks first; whatever fails says so and leaves what was shown.

#include <filesystem>
#include <functional>
#include <string>

namespace myomap {

struct Ui;

void new_chart(Ui& ui);
void open_chart_dialog(Ui& ui);
void recent_charts_dialog(Ui& ui);
// Of another chart, which stays closed: `pick` gets the file.
void pick_chart(Ui& ui, std::function<void(Ui&, const std::filesystem::path&)> pick);
void open_chart(Ui& ui, const std::filesystem::path& file);
// Under its name; asks for one where it has none.
void save_chart(Ui& ui);
void save_chart_as(Ui& ui);
// Of the dialog: asks before another file is replaced, then does what the dialog was opened for.
void save_chart_to(Ui& ui, const std::filesystem::path& file);
// Ends the program.
void quit(Ui& ui);

// Called once, before the first frame: opens `file` ("" for none) and, where somebody is there to answer, asks about
// what was not saved last time.
void begin_charts(Ui& ui, const std::filesystem::path& file, bool may_ask);
// When the window is at rest. Failing is said once: then it is true that there is something new to be seen.
bool autosave_is_due(const Ui& ui);
bool autosave(Ui& ui);

bool chart_is_unsaved(const Ui& ui);
std::string chart_file_name(const Ui& ui);  // "visit.myomap"; "Untitled" in the language that is shown
std::string window_title(const Ui& ui);

}  // namespace myomap
