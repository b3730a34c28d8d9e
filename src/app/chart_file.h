#pragma once
// Which file the drawing that is worked on belongs to, and the copy that is kept of it while it is not saved
// (autosave): beside the chart as ".NAME.autosave", with a link to it in the user's state folder; in that folder itself
// where the chart has no name yet or the place beside it is not to be had. All of them are readable by their owner only
// and written whole or not at all.

#include <ctime>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/file_error.h"
#include "base/file_lock.h"
#include "base/file_stamp.h"
#include "chart/drawing_json.h"

namespace myomap {

// A copy that a program left which ended before the chart was saved.
struct Autosave {
    std::filesystem::path file;   // the copy, or the link to it
    std::filesystem::path chart;  // whose; "" for one without a name
    std::time_t written = 0;      // seconds since 1970
    bool chart_is_later = false;  // the chart itself was written after the copy
};

// A chart that was read and is not worked on yet.
struct ReadChart {
    std::filesystem::path path;        // absolute
    LoadedDrawing loaded;              // nothing in it when it can't be opened
    bool elsewhere = false;            // another window has it open
    std::optional<Autosave> autosave;  // beside it, and not the same

private:
    friend class ChartFile;
    FileLock lock;
    FileStamp stamp;
    bool beside_is_free = true;  // no copy there that is to be kept
};

class ChartFile {
public:
    // A chart without a name. Without a state folder ("") it has no autosave either.
    explicit ChartFile(std::filesystem::path state_folder = {});

    const std::filesystem::path& path() const { return path_; }  // "" without a name
    bool is_unsaved(const Drawing& drawing) const { return !(drawing == saved_); }

    // Reads a file and changes nothing. Never throws for a bad file.
    ReadChart read(const std::filesystem::path& file, const SkinTopology& topology) const;
    // From now on its drawing is worked on. The autosave of the one before is removed, here and below.
    void open(ReadChart chart);
    // A new chart without a name.
    void begin();

    // Somebody else has written the file since it was opened or saved.
    bool changed_elsewhere() const;
    static bool is_open_elsewhere(const std::filesystem::path& file) { return FileLock(file).elsewhere(); }
    // `to` becomes its file. Throws FileError, and then all is as it was.
    void save(const Drawing& drawing, std::filesystem::path to, const SkinTopology& topology);

    // Whether autosave() would do something. One that failed is due again when the drawing has changed again.
    bool autosave_is_due(const Drawing& drawing) const;
    // Brings the copy up to date, or removes it when there is nothing unsaved. Throws FileError.
    void autosave(const Drawing& drawing, const SkinTopology& topology);
    void remove_autosave();

    // Copies in the state folder that no running program has, the last first; links that lead nowhere are removed.
    std::vector<Autosave> left_behind() const;
    // Takes the copy over: its drawing, unsaved, is what is worked on. Nothing changes when it can't be read.
    LoadedDrawing recover(const Autosave& autosave, const SkinTopology& topology);
    // It is to stay as it is: the chart that is open keeps its own elsewhere.
    void leave(const Autosave& autosave);
    static void remove(const Autosave& autosave);

private:
    void forget();
    std::filesystem::path own_entry();
    void link(const std::filesystem::path& copy);

    std::filesystem::path state_folder_;
    std::filesystem::path path_;
    Drawing saved_;  // as it is in the file
    FileLock lock_;
    FileStamp stamp_;

    std::filesystem::path entry_;                // ours in the state folder; "" for none yet
    std::vector<std::filesystem::path> copies_;  // what remove_autosave() takes away
    std::optional<Drawing> tried_;               // what was last autosaved, or could not be
    bool beside_is_free_ = false;
};

}  // namespace myomap
