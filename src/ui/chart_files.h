#pragma once
// What the window knows of chart files: the one that is open, those opened last, and what the dialog for them is to do.

#include <functional>
#include <memory>
#include <string>

#include "app/chart_file.h"
#include "app/recent_files.h"

namespace myomap {

struct Ui;

struct ChartFiles {
    enum class Wanted { open, recent, save_as };

    ChartFile file;
    RecentFiles recent;
    std::filesystem::path folder;  // where the dialog begins when the chart has none; "" for home
    Wanted wanted = Wanted::open;  // of Overlay::chart_file
    // Instead of opening what the dialog chooses; empty: it is opened.
    std::function<void(Ui&, const std::filesystem::path&)> pick;
    std::shared_ptr<const Drawing> other;  // the chart that this one is compared with
    bool dialog_is_new = false;            // it was asked for since it was last drawn
    std::function<void(Ui&)> then;         // once saved by the dialog; may be empty
    bool settings_changed = false;         // what is remembered of files is to be written at once
    bool autosave_failed = false;          // and was said
};

}  // namespace myomap
