#include "base/read_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace myomap {

namespace fs = std::filesystem;

namespace {

std::string size_words(std::uintmax_t bytes) {
    constexpr std::uintmax_t kb = 1024, mb = kb * kb;
    return bytes >= mb ? std::to_string(bytes / mb) + " MB" : std::to_string((bytes + kb - 1) / kb) + " kB";
}

ReadError too_large(const fs::path& file, const ReadLimits& limits, std::string got) {
    return {file, "a file of at most " + size_words(limits.most_bytes), std::move(got),
            "check that this is the file you mean"};
}

}  // namespace

ReadError::ReadError(const fs::path& file, std::string wanted, std::string found, std::string remedy)
    : FileError("cannot read " + file.string() + ": " + found + (wanted.empty() ? "" : " instead of " + wanted) + "; " +
                remedy),
      expected(std::move(wanted)),
      got(std::move(found)),
      advice(std::move(remedy)) {}

FileReader::FileReader(const fs::path& file, const ReadLimits& limits) : file_(file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) throw ReadError(file, "", "no file of this name", "check the path");
    if (!fs::exists(status)) throw ReadError(file, "", error.message(), "check the path and its permissions");
    if (fs::is_directory(status)) throw ReadError(file, "", "a folder", "name the file inside it");
    const bool regular = fs::is_regular_file(status);
    if (!regular && !limits.streams) throw ReadError(file, "", "a device or pipe", "save the data to a file first");
    if (regular) {
        size_ = fs::file_size(file, error);
        if (error) throw ReadError(file, "", error.message(), "check its permissions");
        if (size_ > limits.most_bytes) throw too_large(file, limits, size_words(size_));
    }
    errno = 0;
    in_.open(file, std::ios::binary);
    if (!in_)
        throw ReadError(file, "a readable file", errno ? std::strerror(errno) : "it does not open",
                        "check its permissions");
}

std::size_t FileReader::read_some(void* to, std::size_t bytes) {
    errno = 0;
    in_.read(static_cast<char*>(to), static_cast<std::streamsize>(bytes));
    if (in_.bad())
        throw ReadError(file_, "a readable file", errno ? std::strerror(errno) : "the disk fails", "check the disk");
    return static_cast<std::size_t>(in_.gcount());
}

void FileReader::read(void* to, std::size_t bytes) {
    if (read_some(to, bytes) != bytes)
        throw ReadError(file_, "a readable file", "it ended while being read", "check its permissions");
}

std::string read_file(const fs::path& file, const ReadLimits& limits) {
    FileReader in(file, limits);
    std::string text(static_cast<std::size_t>(in.size()), '\0');
    if (!text.empty()) {
        in.read(text.data(), text.size());
        return text;
    }
    // A pipe says only at its end how long it was.
    char block[65536];
    while (const std::size_t count = in.read_some(block, sizeof block)) {
        text.append(block, count);
        if (text.size() > limits.most_bytes) throw too_large(file, limits, "more");
    }
    return text;
}

}  // namespace myomap
