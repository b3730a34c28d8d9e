#pragma once
// What the window remembers between two runs: $XDG_CONFIG_HOME/myomap/settings.json.

#include <filesystem>

#include <glm/vec2.hpp>

#include "app/recent_files.h"
#include "body/asset.h"
#include "chart/document.h"

namespace myomap {

struct Settings {
    glm::ivec2 size{0, 0};  // 0: never saved
    float scale = 0;        // 0: from the display
    Theme theme = Theme::light;
    BodyId body = BodyId::adult_male;
    SideChoice side = SideChoice::right;
    bool left_open = true;
    bool right_open = true;
    Language language;
    bool clinical = false;                // wording of the cards
    std::filesystem::path export_folder;  // of the last export; "": home
    std::filesystem::path chart_folder;   // of the last chart; "": home
    RecentFiles recent_charts;
    bool less_motion = false;

    bool operator==(const Settings&) const = default;
};

// "" when the environment names no folder for it; then nothing is remembered.
std::filesystem::path settings_file();

// A missing, broken or nonsensical file gives the defaults for what it fails to say.
Settings read_settings(const std::filesystem::path& file);

// Makes its folder where there is none. Nothing where there is no file ("": no home). Throws FileError.
void write_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace myomap
