#pragma once
// A file that is either written whole or not at all: written beside its target, then renamed over it.

#include <cstdint>
#include <filesystem>
#include <span>

#include "base/failure.h"

namespace myomap {

// One sentence that names the path and the system's reason.
struct FileError : Failure {
    using Failure::Failure;
};

class AtomicFile {
public:
    // Opens the hidden file beside `target` (symbolic links are followed). A device or pipe is written to directly,
    // because renaming over it would destroy it. Throws FileError.
    explicit AtomicFile(const std::filesystem::path& target);
    // Without commit() nothing stays behind.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::span<const std::uint8_t> bytes);  // throws FileError
    void commit();                                    // throws FileError

private:
    std::filesystem::path asked_;  // as the user gave it, for messages
    std::filesystem::path target_;
    std::filesystem::path beside_;  // "" for a device
    int descriptor_ = -1;

    [[noreturn]] void fail(int error) const;
};

// All of it at once. Throws FileError.
void write_file(const std::filesystem::path& target, std::span<const std::uint8_t> bytes);

}  // namespace myomap
