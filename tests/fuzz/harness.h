#pragma once
// What every fuzzer of a reader is: a function that is given bytes, and small inputs to begin with. libFuzzer runs one
// (libfuzzer_entry.cpp), the tests run all of them over their seeds and over what once failed (replay_test.cpp).

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "base/sealed_file.h"

namespace myomap::fuzz {

struct Harness {
    const char* name;
    // Reads the bytes and uses what was read. Throws nothing, whatever the bytes; that it does is a finding.
    void (*run)(std::string_view bytes);
    std::vector<std::string> (*seeds)();  // good inputs, small ones: a fuzzer is as slow as what it begins with
    const char* schema = "";              // of data/schema, whose words join those of the seeds in the dictionary
};

inline std::vector<Harness>& harnesses() {
    static std::vector<Harness> all;
    return all;
}

struct Registered {
    explicit Registered(const Harness& harness) { harnesses().push_back(harness); }
};

// What must hold for what was read.
struct Broken : std::logic_error {
    using std::logic_error::logic_error;
};
inline void require(bool holds, const char* what) {
    if (!holds) throw Broken(what);
}

// A file with the bytes, in a folder of this process; its place is the same every time. tools/fuzz names a folder for
// temporary files that is in memory.
inline std::filesystem::path file_of(std::string_view bytes, const std::string& name = "input.json") {
    struct Folder {
        std::filesystem::path path =
            std::filesystem::temp_directory_path() / ("myomap_fuzz_" + std::to_string(::getpid()));
        Folder() { std::filesystem::create_directories(path); }
        ~Folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    };
    static const Folder folder;
    std::filesystem::path file = folder.path / name;
    if (name.find('/') != std::string::npos) std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
    return file;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

// The bytes of a sealed file (base/sealed_file.h) with the checksum that is right for what stands before it, so that
// what is tried is the reader behind it.
inline std::string sealed(std::string_view bytes) {
    std::string file(bytes);
    if (file.size() < sizeof(std::uint64_t)) return file;
    const std::size_t contents = file.size() - sizeof(std::uint64_t);
    Checksum checksum;
    checksum.add(file.data(), contents);
    const std::uint64_t seal = checksum.value();
    std::memcpy(file.data() + contents, &seal, sizeof seal);
    return file;
}

inline std::filesystem::path source(const std::string& relative) {
    return std::filesystem::path(MYOMAP_SOURCE_DIR) / relative;
}

// The bytes of files of the repository.
inline std::vector<std::string> seeds_from(std::initializer_list<const char*> files) {
    std::vector<std::string> all;
    for (const char* file : files) all.push_back(bytes_of(source(file)));
    return all;
}

}  // namespace myomap::fuzz
