#include "base/read_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/system_reason.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

Message size_words(std::uintmax_t bytes) {
    constexpr std::uintmax_t kb = 1024, mb = kb * kb;
    if (bytes >= mb) return {word("{} MB"), {std::to_string(bytes / mb)}};
    return {word("{} kB"), {std::to_string((bytes + kb - 1) / kb)}};
}

ReadError too_large(const fs::path& file, const ReadLimits& limits, Message got) {
    return {file,
            {word("a file of at most {}"), {size_words(limits.most_bytes)}},
            std::move(got),
            word("check that this is the file you mean")};
}

Message message_of(const fs::path& file, const Message& wanted, const Message& found, const Message& remedy) {
    if (wanted.empty()) return {word("cannot read {}: {}; {}"), {file.string(), found, remedy}};
    return {word("cannot read {}: {} instead of {}; {}"), {file.string(), found, wanted, remedy}};
}

}  // namespace

ReadError::ReadError(const fs::path& file, Message wanted, Message found, Message remedy)
    : FileError(message_of(file, wanted, found, remedy)),
      expected(std::move(wanted)),
      got(std::move(found)),
      advice(std::move(remedy)) {}

FileReader::FileReader(const fs::path& file, const ReadLimits& limits) : file_(file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        throw ReadError(file, "", word("no file of this name"), word("check the path"));
    if (!fs::exists(status))
        throw ReadError(file, "", system_reason(error.value()), word("check the path and its permissions"));
    if (fs::is_directory(status)) throw ReadError(file, "", word("a folder"), word("name the file inside it"));
    const bool regular = fs::is_regular_file(status);
    if (!regular && !limits.streams)
        throw ReadError(file, "", word("a device or pipe"), word("save the data to a file first"));
    if (regular) {
        size_ = fs::file_size(file, error);
        if (error) throw ReadError(file, "", system_reason(error.value()), word("check its permissions"));
        if (size_ > limits.most_bytes) throw too_large(file, limits, size_words(size_));
    }
    errno = 0;
    in_.open(file, std::ios::binary);
    if (!in_)
        throw ReadError(file, word("a readable file"), errno ? system_reason(errno) : word("it does not open"),
                        word("check its permissions"));
}

std::size_t FileReader::read_some(void* to, std::size_t bytes) {
    errno = 0;
    in_.read(static_cast<char*>(to), static_cast<std::streamsize>(bytes));
    if (in_.bad())
        throw ReadError(file_, word("a readable file"), errno ? system_reason(errno) : word("the disk fails"),
                        word("check the disk"));
    return static_cast<std::size_t>(in_.gcount());
}

void FileReader::read(void* to, std::size_t bytes) {
    if (read_some(to, bytes) != bytes)
        throw ReadError(file_, word("a readable file"), word("it ended while being read"),
                        word("check its permissions"));
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
        if (text.size() > limits.most_bytes) throw too_large(file, limits, word("more"));
    }
    return text;
}

}  // namespace myomap
