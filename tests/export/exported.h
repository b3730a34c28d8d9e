#pragma once
// Charts as the exporters write them.

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "../cli/run_myomap.h"
#include "app/context.h"
#include "chart/drawing_json.h"
#include "export/chart_painter.h"
#include "export/exporter.h"
#include "render/gl_context.h"

namespace myomap::test {

class Exported : public testing::Test {
protected:
    const std::unique_ptr<Context> context = open_context();
    const OffscreenGl gl;
    Renderer renderer{context->scene(), context->resources.shaders()};
    ChartPainter painter{*context, renderer};

    // A chart of tests/data/chart.
    Document chart(const char* name) const {
        const auto file = std::filesystem::path(MYOMAP_SOURCE_DIR) / "tests/data/chart" / name;
        const auto loaded = load_drawing(file, topology_of(context->scene().body(BodyId::adult_male).skin()));
        EXPECT_TRUE(loaded.drawing && loaded.problems.empty()) << name;
        Document document;
        if (loaded.drawing) document.drawing = *loaded.drawing;
        document.view.show_all_points = false;
        return document;
    }

    std::string written(const Document& document, const char* suffix) {
        const ChartExport request{.document = document, .path = std::string("chart") + suffix, .size = {900, 640}};
        const auto bytes = chart_exporter(request.path).chart(painter, request);
        return {bytes.begin(), bytes.end()};
    }
};

// A file of the tests' own, in a folder that is there.
inline std::filesystem::path output_file(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(MYOMAP_TEST_OUTPUT) / "exported";
    std::filesystem::create_directories(folder);
    return folder / name;
}

}  // namespace myomap::test
