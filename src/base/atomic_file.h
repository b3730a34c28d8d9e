#pragma once
// How every file is written: whole or not at all, beside its target and then renamed over it.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/file_error.h"

namespace myomap {

// Whether a file is on the disk, and not only on its way there, when commit() returns: what a user saves is, what the
// program can make again need not be.
enum class OnDisk { yes, soon };

class AtomicFile {
public:
    // Opens the hidden file beside `target` (symbolic links are followed). A device or pipe is written to directly,
    // because renaming over it would destroy it. Throws FileError.
    explicit AtomicFile(const std::filesystem::path& target, OnDisk on_disk = OnDisk::yes);
    // Without commit() nothing stays behind.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    // Both throw FileError.
    void write(const void* data, std::size_t bytes);
    void write(std::span<const std::uint8_t> bytes) { write(bytes.data(), bytes.size()); }
    void commit();

private:
    std::filesystem::path asked_;  // as the user gave it, for messages
    std::filesystem::path target_;
    std::filesystem::path beside_;  // "" for a device
    int descriptor_ = -1;
    OnDisk on_disk_;
    std::string waiting_;  // for more, so that small pieces go together

    [[noreturn]] void fail(int error) const;
    void put(std::string_view bytes);
    void flush();
};

// All of it at once. Throws FileError.
void write_file(const std::filesystem::path& target, std::string_view bytes, OnDisk on_disk = OnDisk::yes);
void write_file(const std::filesystem::path& target, std::span<const std::uint8_t> bytes);

}  // namespace myomap
