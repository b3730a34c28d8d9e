#pragma once
// Tells whether a file was written since, and when.

#include <cstdint>
#include <filesystem>

namespace myomap {

struct FileStamp {
    std::uint64_t device = 0, number = 0, size = 0;
    std::int64_t seconds = 0, nanoseconds = 0;  // since 1970

    bool operator==(const FileStamp&) const = default;
};

// Of what a link leads to. All 0 when there is no such file.
FileStamp stamp_of(const std::filesystem::path& file);

}  // namespace myomap
