#pragma once
// The charts that were opened or saved last, by path alone: a list of names would tell who was here.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <vector>

namespace myomap {

struct RecentFiles {
    static constexpr std::size_t most = 10;

    bool kept = true;                          // false: nothing is remembered
    std::vector<std::filesystem::path> files;  // absolute, the last one first, each once

    void add(const std::filesystem::path& file) {
        if (!kept) return;
        std::erase(files, file);
        files.insert(files.begin(), file);
        if (files.size() > most) files.resize(most);
    }
    void keep(bool on) {
        kept = on;
        if (!on) files.clear();
    }
    bool operator==(const RecentFiles&) const = default;
};

}  // namespace myomap
