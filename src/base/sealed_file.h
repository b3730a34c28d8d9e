#pragma once
// Files that the program makes for itself (bodies, muscles, fields): their last eight bytes are a checksum over all
// before them, so that a damaged one is noticed instead of answering differently. No guard against a forger.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/atomic_file.h"
#include "base/read_file.h"

namespace myomap {

// A checksum over bytes that come in pieces of any length: FNV-1a, eight bytes a step, which any one changed byte
// changes.
class Checksum {
public:
    void add(const void* data, std::size_t bytes);
    std::uint64_t value() const;

private:
    std::uint64_t value_ = 14695981039346656037ull;
    std::uint64_t waiting_ = 0;  // up to seven bytes that fill no step yet
    unsigned filled_ = 0;
};

class SealedWriter {
public:
    // What is made again when it is lost need not be on the disk at once. Throws FileError, as all of it does.
    explicit SealedWriter(const std::filesystem::path& target) : file_(target, OnDisk::soon) {}

    void write(const void* data, std::size_t bytes);
    void commit();

private:
    AtomicFile file_;
    Checksum checksum_;
};

class SealedReader {
public:
    // Throws ReadError, as read_some does.
    SealedReader(const std::filesystem::path& file, std::uintmax_t most_bytes) : file_(file, {most_bytes}) {}

    std::uintmax_t size() const;  // of the contents; 0 where not even the checksum is there
    // Up to `bytes` of the contents; fewer only at their end.
    std::size_t read_some(void* to, std::size_t bytes);
    // Once all contents have been read: whether they are what was written.
    bool is_intact();

private:
    FileReader file_;
    Checksum checksum_;
    std::uintmax_t read_ = 0;
};

}  // namespace myomap
