#pragma once
// How every file is read: what kind of file it is and how large is looked at first, so that no folder, device or
// endless file is taken for data.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/file_error.h"

namespace myomap {

// The sentence in its parts, for those who have a sentence of their own.
struct ReadError : FileError {
    Message expected;  // "a file of at most 64 MB"; empty for just a file
    Message got;       // "no file of this name"
    Message advice;    // "check the path"

    ReadError(const std::filesystem::path& file, Message expected, Message got, Message advice);
};

struct ReadLimits {
    std::uintmax_t most_bytes;
    bool streams = false;  // pipes and devices too
};

// A file being read from its beginning to its end. Links are followed.
class FileReader {
public:
    // Throws ReadError: missing, a folder, of another kind, too large, not to be opened.
    FileReader(const std::filesystem::path& file, const ReadLimits& limits);

    std::uintmax_t size() const { return size_; }  // in bytes; 0 for a pipe

    // Up to `bytes`; fewer only at the end of the file. Throws ReadError when the disk fails.
    std::size_t read_some(void* to, std::size_t bytes);
    // All of `bytes`; throws ReadError when the file ends before.
    void read(void* to, std::size_t bytes);

private:
    std::filesystem::path file_;
    std::uintmax_t size_ = 0;
    std::ifstream in_;
};

// All of it. Throws ReadError.
std::string read_file(const std::filesystem::path& file, const ReadLimits& limits);

}  // namespace myomap
