#pragma once
// Sample data files for tests, and files written for one test only.

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unistd.h>

#include "atlas/load.h"

namespace myomap::testing {

inline std::filesystem::path source_path(const std::string& relative) {
    return std::filesystem::path(MYOMAP_SOURCE_DIR) / relative;
}

inline std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string good_text() { return read_file(source_path("tests/data/atlas/good.json")); }

// The texts of tests/data/atlas/good.json, for a changed copy of it elsewhere.
inline std::filesystem::path sample_texts() { return source_path("tests/data/atlas/text"); }

// The landmarks that tests/data/atlas/good.json names.
inline LandmarkNames sample_landmarks() {
    return {"occiput", "c7_spinous", "clavicle_mid", "acromion_tip", "mastoid_process", "temple", "mandible_angle"};
}

// `text` with its only occurrence of `from` replaced.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        throw std::runtime_error("not exactly once in the sample: " + std::string(from));
    return text.replace(at, from.size(), to);
}

inline int line_of(std::string_view text, std::string_view part) {
    const auto at = text.find(part);
    if (at == std::string_view::npos) return -1;
    int line = 1;
    for (const char c : text.substr(0, at)) line += c == '\n';
    return line;
}

inline LoadedAtlas load_sample(const std::filesystem::path& file, Language language = Language()) {
    return load_atlas(file, sample_landmarks(), language, sample_texts());
}

inline Problems check_sample(const std::filesystem::path& file) {
    return check_dataset(file, sample_landmarks(), source_path("data/schema"), sample_texts());
}

// A file that lives as long as this object.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view content) {
        static std::atomic<int> count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("myomap_test_" + std::to_string(::getpid()) + "_" + std::to_string(count++) + ".json");
        write(content);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(std::string_view content) const {
        std::ofstream out(path_, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        if (!out.flush()) throw std::runtime_error("cannot write " + path_.string());
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace myomap::testing
