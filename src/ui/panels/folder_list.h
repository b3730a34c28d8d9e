#pragma once
// A folder as a list: its folders, and its files of one kind where they are asked for; up, home. Chooses a folder as a
// page inside a dialog, or is a part of one.

#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

struct Ui;

// The user's own folder; the current one where the environment names none.
std::filesystem::path home_folder();
// "/home/me/x" -> "~/x", for people.
std::string with_tilde(const std::filesystem::path& path);
// "~/x" -> "/home/me/x"; a relative path is meant from home, where a file dialog would start.
std::filesystem::path full_path(const std::string& typed);

// "~/x" -> "/home/me/x"; a relative path is meant from `folder`.
std::filesystem::path from_typed(const std::string& text, const std::filesystem::path& folder);

// "2026-11-28 14:03", of the local clock.
std::string time_words(std::time_t time);

class FolderList {
public:
    enum class Answer { none, chosen, back };

    // Begins at the folder, or at the nearest above it that is there. Lists files that end with `suffix` too; "": none.
    void open(const std::filesystem::path& folder, std::string_view suffix = {});
    const std::filesystem::path& folder() const { return folder_; }
    void enter(const std::filesystem::path& folder);
    // The list does not take the keyboard, as it does with a new folder.
    void leave_keyboard() { entered_ = false; }

    // A page that chooses a folder. Fills the content region of the current ImGui window.
    Answer draw(Ui& ui);
    // Bar and list, from the cursor on; of the list only what has `part` in its name. Gives the file that was pressed.
    std::filesystem::path draw_list(Ui& ui, float height, std::string_view part = {});
    // The one that `part` leaves of the list; "" when it is none or several.
    std::filesystem::path only(std::string_view part) const;

private:
    struct Entry {
        std::string name, folded;
        bool folder = false;
        std::time_t written = 0;  // of a file
    };
    static bool has(const Entry& entry, std::string_view part);
    bool draw_entry(Ui& ui, const Entry& entry) const;

    std::filesystem::path folder_;
    std::string suffix_;
    std::vector<Entry> entries_;  // without hidden ones; folders first
    bool unreadable_ = false;
    bool entered_ = false;  // since the last frame
};

}  // namespace myomap
