#pragma once
// The chart of tests/data/chart, and damaged copies of it.

#include "atlas/sample_file.h"
#include "chart/drawing_json.h"

namespace myomap::testing {

inline constexpr SkinTopology sample_topology{0x0123456789abcdef, 1000};

inline std::string visit_text() { return read_file(source_path("tests/data/chart/visit.myomap")); }

inline LoadedDrawing load_text(std::string_view text) {
    const TemporaryFile file(text);
    return load_drawing(file.path(), sample_topology);
}

inline Problems check_text(std::string_view text) {
    const TemporaryFile file(text);
    return check_drawing(file.path(), sample_topology, source_path("data/schema/chart.schema.json"));
}

// A chart of one area with this in it.
inline std::string chart_of(const std::string& area) {
    return R"({"format": "myomap-chart", "format_version": 1, "topology": "0123456789abcdef", "areas": [)" + area +
           "]}";
}

}  // namespace myomap::testing
