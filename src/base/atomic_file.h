#pragma once
// How every file is written: whole or not at all, beside its target and then renamed over it. A signal that ends the
// program takes what is unfinished with it; what one that was killed outright left goes when the next file is written
// beside it.

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

// Who may read the new file: whoever the user's own mask lets, or its owner alone, also where an older one had others.
enum class Readers { usual, owner };

class AtomicFile {
public:
    // Opens the hidden file beside `target` (symbolic links are followed). A device or pipe is written to directly,
    // because renaming over it would destroy it. Throws FileError.
    explicit AtomicFile(const std::filesystem::path& target, OnDisk on_disk = OnDisk::yes,
                        Readers readers = Readers::usual);
    // Without commit() nothing stays behind.
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    // All throw FileError.
    void write(const void* data, std::size_t bytes);
    void write(std::span<const std::uint8_t> bytes) { write(bytes.data(), bytes.size()); }
    void flush();  // what was written goes to the file beside: a full disk is known before the first of many commits
    void commit();

private:
    std::filesystem::path asked_;  // as the user gave it, for messages
    std::filesystem::path target_;
    std::filesystem::path beside_;  // "" for a device
    int descriptor_ = -1;
    OnDisk on_disk_;
    std::string waiting_;  // for more, so that small pieces go together

    [[noreturn]] void fail(int error) const;
    void open_beside(Readers readers);
    void put(std::string_view bytes);
};

// Removes what killed programs left of unfinished files in the folder.
void remove_left_parts(const std::filesystem::path& folder);

// All of it at once. Throws FileError.
void write_file(const std::filesystem::path& target, std::string_view bytes, OnDisk on_disk = OnDisk::yes,
                Readers readers = Readers::usual);
void write_file(const std::filesystem::path& target, std::span<const std::uint8_t> bytes);

}  // namespace myomap
