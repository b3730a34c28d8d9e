#include "base/folders.h"

#include <cstdlib>

namespace myomap {

namespace {

std::filesystem::path folder(const char* variable, const char* below_home) {
    // The specification has relative ones ignored: they would be other folders wherever the program is started.
    const auto absolute = [](const char* name) {
        const char* value = std::getenv(name);
        const std::filesystem::path path = value ? value : "";
        return path.is_absolute() ? path : std::filesystem::path{};
    };
    if (const auto named = absolute(variable); !named.empty()) return named / "myomap";
    const auto home = absolute("HOME");
    return home.empty() ? home : home / below_home / "myomap";
}

}  // namespace

std::filesystem::path config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

std::filesystem::path cache_folder() { return folder("XDG_CACHE_HOME", ".cache"); }

std::filesystem::path state_folder() { return folder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path data_folder() { return folder("XDG_DATA_HOME", ".local/share"); }

}  // namespace myomap
