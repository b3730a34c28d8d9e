#include "base/folders.h"

#include <cstdlib>

namespace myomap {

namespace {

std::filesystem::path folder(const char* variable, const char* below_home) {
    const char* named = std::getenv(variable);
    if (named && *named) return std::filesystem::path(named) / "myomap";
    const char* home = std::getenv("HOME");
    return home && *home ? std::filesystem::path(home) / below_home / "myomap" : std::filesystem::path{};
}

}  // namespace

std::filesystem::path config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

std::filesystem::path cache_folder() { return folder("XDG_CACHE_HOME", ".cache"); }

std::filesystem::path state_folder() { return folder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path data_folder() { return folder("XDG_DATA_HOME", ".local/share"); }

}  // namespace myomap
