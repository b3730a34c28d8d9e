#pragma once
// The sample charts, as arguments of a shell command.

#include <fstream>
#include <string>

#include "run_myomap.h"

namespace myomap {

inline std::filesystem::path sample_chart(const std::string& name) {
    return std::filesystem::path(MYOMAP_SOURCE_DIR) / "tests/data/chart" / (name + ".myomap");
}

inline std::string chart_file(const std::string& name) { return "'" + sample_chart(name).string() + "'"; }

// A copy of it in which the first `from` has become `to`.
inline std::string changed_chart(const std::string& sample, const std::string& name, const std::string& from,
                                 const std::string& to) {
    std::string text = read_text(sample_chart(sample));
    text.replace(text.find(from), from.size(), to);
    const std::filesystem::path file = std::filesystem::path(MYOMAP_TEST_OUTPUT) / name;
    std::ofstream(file) << text;
    return "'" + file.string() + "'";
}

}  // namespace myomap
