#pragma once
// The answers of ts-fsrs 5.4.2 that the scheduling is held to.

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace myomap::test {

inline const std::filesystem::path vectors_file = MYOMAP_SOURCE_DIR "/tests/data/study/fsrs6_vectors.json";

inline const nlohmann::json& vectors() {
    static const nlohmann::json all = [] {
        std::ifstream in(vectors_file);
        return nlohmann::json::parse(in);
    }();
    return all;
}

}  // namespace myomap::test
