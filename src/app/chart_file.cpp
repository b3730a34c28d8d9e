#include "app/chart_file.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <functional>
#include <string>
#include <utility>

#include <unistd.h>

#include "base/atomic_file.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view autosave_suffix = ".autosave";
constexpr std::string_view chart_suffix = ".myomap";

// "visits/a.myomap" -> "visits/.a.myomap.autosave"
fs::path beside(const fs::path& chart) {
    return chart.parent_path() / ("." + chart.filename().string() + std::string(autosave_suffix));
}

// And back; "" when it is no such name.
fs::path chart_of(const fs::path& copy) {
    const std::string name = copy.filename().string();
    if (!name.starts_with('.') || !name.ends_with(autosave_suffix) || name.size() <= autosave_suffix.size() + 1)
        return {};
    return copy.parent_path() / name.substr(1, name.size() - 1 - autosave_suffix.size());
}

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

// "4711-0.myomap" -> 4711; 0 when it is no name of ours.
pid_t process_of(const fs::path& entry) {
    const std::string name = entry.filename().string();
    pid_t process = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), process);
    const bool good = error == std::errc{} && process > 0 && *end == '-' && name.ends_with(chart_suffix);
    return good ? process : 0;
}

std::string program_of(pid_t process) {
    std::string name;
    std::getline(std::ifstream("/proc/" + std::to_string(process) + "/comm"), name);
    return name;
}

// A number is given again after a while: then it is another program that runs under it.
bool runs(pid_t process) { return ::kill(process, 0) == 0 && program_of(process) == program_of(::getpid()); }

std::time_t written_at(const fs::path& file) { return static_cast<std::time_t>(stamp_of(file).seconds); }

Autosave autosave_at(const fs::path& file, const fs::path& chart) {
    const std::time_t written = written_at(file);
    return {file, chart, written, !chart.empty() && written_at(chart) > written};
}

}  // namespace

ChartFile::ChartFile(fs::path state_folder) : state_folder_(std::move(state_folder)) {}

ReadChart ChartFile::read(const fs::path& file, const SkinTopology& topology) const {
    ReadChart chart;
    std::error_code ignored;
    chart.path = fs::absolute(file, ignored).lexically_normal();
    if (chart.path.empty()) chart.path = file;
    // What is locked is what is read then; the lock that is held already would stand in its own way.
    if (!lock_.holds(chart.path) && fs::is_regular_file(chart.path, ignored)) chart.lock = FileLock(chart.path);
    chart.elsewhere = chart.lock.elsewhere();
    chart.stamp = stamp_of(chart.path);
    chart.loaded = load_drawing(chart.path, topology);
    const fs::path copy = beside(chart.path);
    const bool ours = std::ranges::find(copies_, copy) != copies_.end();
    if (!chart.loaded.drawing || ours || !is_there(copy)) return chart;
    chart.beside_is_free = false;
    if (chart.elsewhere) return chart;  // the other window's
    const LoadedDrawing kept = load_drawing(copy, topology);
    if (!kept.drawing) return chart;
    if (*kept.drawing == *chart.loaded.drawing)
        chart.beside_is_free = true;
    else
        chart.autosave = autosave_at(copy, chart.path);
    return chart;
}

void ChartFile::forget() {
    remove_autosave();
    path_.clear();
    saved_ = {};
    stamp_ = {};
}

void ChartFile::open(ReadChart chart) {
    const bool held = lock_.holds(chart.path);
    forget();
    path_ = std::move(chart.path);
    saved_ = *chart.loaded.drawing;
    stamp_ = chart.stamp;
    if (!held) lock_ = std::move(chart.lock);
    beside_is_free_ = chart.beside_is_free && !lock_.elsewhere();
    std::error_code ignored;
    if (beside_is_free_) fs::remove(beside(path_), ignored);  // the same as the chart
}

void ChartFile::begin() {
    forget();
    lock_ = {};
    beside_is_free_ = false;
}

bool ChartFile::changed_elsewhere() const {
    const FileStamp now = path_.empty() ? FileStamp{} : stamp_of(path_);
    return now != FileStamp{} && now != stamp_;
}

void ChartFile::save(const Drawing& drawing, fs::path to, const SkinTopology& topology) {
    write_file(to, drawing_text(drawing, topology), OnDisk::yes, Readers::owner);
    forget();
    path_ = to;
    saved_ = drawing;
    stamp_ = stamp_of(to);
    lock_ = {};
    lock_ = FileLock(to);  // the file is a new one
    beside_is_free_ = !lock_.elsewhere() && !is_there(beside(to));
}

bool ChartFile::autosave_is_due(const Drawing& drawing) const {
    if (!is_unsaved(drawing)) return !copies_.empty();
    return !(tried_ && *tried_ == drawing);
}

void ChartFile::autosave(const Drawing& drawing, const SkinTopology& topology) {
    if (!is_unsaved(drawing)) return remove_autosave();
    tried_ = drawing;
    const auto write = [&](const fs::path& copy) {
        write_file(copy, drawing_text(drawing, topology), OnDisk::yes, Readers::owner);
        if (std::ranges::find(copies_, copy) == copies_.end()) copies_.push_back(copy);
    };
    if (beside_is_free_) try {
            write(beside(path_));
            return link(beside(path_));
        } catch (const FileError&) {
            if (state_folder_.empty()) throw;
            beside_is_free_ = false;
        }
    if (state_folder_.empty()) return;
    const fs::path own = own_entry();
    std::error_code ignored;
    if (fs::is_symlink(own, ignored)) fs::remove(own, ignored);  // else the copy beside would be written
    write(own);
}

void ChartFile::remove_autosave() {
    std::error_code ignored;
    for (const fs::path& copy : copies_) fs::remove(copy, ignored);
    copies_.clear();
    tried_.reset();
}

// A name that nobody has had in the state folder, which is made.
fs::path ChartFile::own_entry() {
    std::error_code ignored;
    if (fs::create_directories(state_folder_, ignored)) fs::permissions(state_folder_, fs::perms::owner_all, ignored);
    for (int i = 0; entry_.empty(); ++i) {
        const auto name = std::to_string(::getpid()) + "-" + std::to_string(i) + std::string(chart_suffix);
        if (!is_there(state_folder_ / name)) entry_ = state_folder_ / name;
    }
    return entry_;
}

// So that the copy is found at the next start. Without it, it is found when the chart is opened.
void ChartFile::link(const fs::path& copy) {
    if (state_folder_.empty()) return;
    const fs::path own = own_entry();
    std::error_code error;
    if (is_there(own)) return;
    fs::create_symlink(copy, own, error);
    if (!error) copies_.push_back(own);
}

std::vector<Autosave> ChartFile::left_behind() const {
    std::vector<Autosave> all;
    std::error_code error, ignored;
    if (!state_folder_.empty()) remove_left_parts(state_folder_);
    for (fs::directory_iterator it(state_folder_, error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        const fs::path entry = it->path();
        const pid_t process = process_of(entry);
        if (process == 0 || entry == entry_ || (process != ::getpid() && runs(process))) continue;
        if (!fs::is_symlink(entry, ignored)) {
            all.push_back(autosave_at(entry, {}));
            continue;
        }
        const fs::path copy = fs::read_symlink(entry, ignored), chart = chart_of(copy);
        if (chart.empty() || !is_there(copy))
            fs::remove(entry, ignored);
        else if (chart != path_ && !is_open_elsewhere(chart))
            all.push_back(autosave_at(entry, chart));
    }
    std::ranges::sort(all, std::greater(), &Autosave::written);
    return all;
}

LoadedDrawing ChartFile::recover(const Autosave& autosave, const SkinTopology& topology) {
    LoadedDrawing copy = load_drawing(autosave.file, topology);
    if (!copy.drawing) return copy;
    std::error_code error;
    if (autosave.chart.empty()) {
        begin();
        entry_.clear();
        fs::rename(autosave.file, own_entry(), error);
        if (error) return copy;  // the next autosave is a copy of its own
        copies_ = {entry_};
    } else {
        ReadChart chart = read(autosave.chart, topology);
        if (chart.loaded.drawing) {
            open(std::move(chart));
        } else {  // the chart itself has gone: saving brings it back
            begin();
            path_ = autosave.chart;
        }
        beside_is_free_ = !lock_.elsewhere();
        if (!beside_is_free_) return copy;
        if (fs::is_symlink(autosave.file, error)) fs::remove(autosave.file, error);
        copies_ = {beside(path_)};
        entry_.clear();
        link(beside(path_));
    }
    tried_ = copy.drawing;
    return copy;
}

void ChartFile::leave(const Autosave& autosave) {
    if (!path_.empty() && autosave.chart == path_) beside_is_free_ = false;
}

void ChartFile::remove(const Autosave& autosave) {
    std::error_code ignored;
    if (fs::is_symlink(autosave.file, ignored)) fs::remove(fs::read_symlink(autosave.file, ignored), ignored);
    fs::remove(autosave.file, ignored);
}

}  // namespace myomap
