#pragma once
// What explains the pain that a chart file shows: `find --chart`.

#include <string>

#include "chart/drawing.h"
#include "chart/scene.h"

namespace myomap {

struct ChartQuestion {
    std::string file;  // for what is printed
    std::string area;  // "P2": that one alone; "" for all of the drawing
    BodyId body = BodyId::adult_male;
    bool together = false;
    bool json = false;
    int limit = 15;  // muscles; 0 for all
};

// Prints the answer. The exit code. Throws CLI::ValidationError where the chart has no such area.
int find_in_chart(const Scene& scene, const Drawing& drawing, const ChartQuestion& question);

}  // namespace myomap
