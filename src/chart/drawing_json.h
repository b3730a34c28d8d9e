#pragma once
// A drawing as the JSON of a chart file (docs/chart-format.md, data/schema/chart.schema.json). Files from strangers
// are read with limits on size, depth and counts; writing the text to a disk is the caller's.

#include <filesystem>
#include <optional>
#include <string>

#include "base/problem.h"
#include "chart/drawing.h"

namespace myomap {

struct LoadedDrawing {
    std::optional<Drawing> drawing;  // nothing when this is no chart, or one of another body mesh
    Problems problems;
};

// Never throws for a bad file. What can't be used is reported with line and pointer, left out, and kept in `unknown`,
// so that nothing is lost when the chart is saved. Of a file newer than this program, such places are warnings.
LoadedDrawing load_drawing(const std::filesystem::path& file, const SkinTopology& topology);

// The same problems, and what the schema says beyond them; for `check`.
Problems check_drawing(const std::filesystem::path& file, const SkinTopology& topology,
                       const std::filesystem::path& schema);

// How many areas, findings, notes and patterns of the file could not be read: kept for saving, and not shown.
std::size_t left_out(const Drawing& drawing);

// The whole text of the file, ended by a line break. A drawing that came from a newer program's file keeps its version.
std::string drawing_text(const Drawing& drawing, const SkinTopology& topology);

}  // namespace myomap
