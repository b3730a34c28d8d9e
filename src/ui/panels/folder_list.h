#pragma once
// Chooses a folder: its folders as a list, up, home. A page inside a dialog.

#include <filesystem>
#include <string>
#include <vector>

namespace myomap {

struct Ui;

// The user's own folder; the current one where the environment names none.
std::filesystem::path home_folder();
// "/home/me/x" -> "~/x", for people.
std::string with_tilde(const std::filesystem::path& path);
// "~/x" -> "/home/me/x"; a relative path is meant from home, where a file dialog would start.
std::filesystem::path full_path(const std::string& typed);

class FolderList {
public:
    enum class Answer { none, chosen, back };

    // Begins at the folder, or at the nearest above it that is there.
    void open(const std::filesystem::path& folder);
    const std::filesystem::path& folder() const { return folder_; }
    // Fills the content region of the current ImGui window.
    Answer draw(Ui& ui);

private:
    void enter(const std::filesystem::path& folder);

    std::filesystem::path folder_;
    std::vector<std::string> names_;  // of the folders in it, without hidden ones
    bool unreadable_ = false;
    bool entered_ = false;  // since the last frame
};

}  // namespace myomap
