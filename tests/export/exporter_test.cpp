// The table of formats: what is in it can be asked for, and writes files.

#include "export/exporter.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "atlas/texts.h"
#include "export/page_error.h"
#include "export/sheet.h"
#include "render/gl_context.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string message_of(const Exporter& (*ask)(const fs::path&), const fs::path& path) {
    try {
        ask(path);
    } catch (const PageError& error) {
        return error.what();
    }
    return "";
}

TEST(ExporterTable, EachRowHasItsOwnIdAndSuffixAndIsFoundByIt) {
    std::set<std::string_view> ids, suffixes;
    for (const Exporter* one : exporters()) {
        EXPECT_TRUE(ids.insert(one->id).second) << one->id;
        EXPECT_TRUE(suffixes.insert(one->suffix).second) << one->suffix;
        EXPECT_TRUE(one->takes_pixels || one->takes_paper || one->takes_wording) << one->id;
        EXPECT_EQ(find_exporter("a/b" + std::string(one->suffix)), one);
        EXPECT_EQ(&chart_exporter("chart" + std::string(one->suffix)), one);
        std::string upper(one->suffix);
        for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        EXPECT_EQ(find_exporter("CHART" + upper), one);
    }
}

TEST(ExporterTable, NamesAreInTheCatalogueOfTheOtherLanguage) {
    const LoadedTexts french = load_texts(text_file(fs::path(MYOMAP_SOURCE_DIR) / "data" / "text", Language("fr")));
    for (const Exporter* one : exporters()) EXPECT_TRUE(french.texts.phrases.has(one->name)) << one->name;
}

TEST(ExporterTable, AnUnknownSuffixIsToldAllThatThereAre) {
    EXPECT_EQ(find_exporter("chart.bmp"), nullptr);
    for (const auto ask : {chart_exporter, sheet_exporter}) {
        for (const char* path : {"chart.bmp", "chart", ".png", ""}) {
            const std::string said = message_of(ask, path);
            EXPECT_THAT(said, HasSubstr("\"" + std::string(path) + "\""));
            for (const Exporter* one : exporters()) {
                if (ask == sheet_exporter && !one->sheet) continue;
                EXPECT_THAT(said, HasSubstr(std::string(one->suffix)));
            }
        }
    }
}

TEST(ExporterTable, EveryFormatWritesAChartAndItsSheet) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "exporters";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const auto context = open_context();
    const OffscreenGl gl;
    Renderer renderer(context->scene(), context->resources.shaders());
    for (const Exporter* one : exporters()) {
        ChartExport request{.path = folder / ("chart" + std::string(one->suffix)), .size = {320, 240}};
        export_chart(*context, renderer, request);
        const bool is_picture = one->preview && (one->takes_pixels || one->takes_paper);
        EXPECT_GT(fs::file_size(request.path), is_picture ? 1000u : 200u) << one->id;
        if (!one->sheet) continue;
        SheetRequest sheet;
        sheet.points = {{0, 0}};
        sheet.title = "One";
        sheet.path = folder / ("sheet" + std::string(one->suffix));
        EXPECT_THAT(write_sheet(*context, renderer, sheet), testing::ElementsAre(sheet.path));
        EXPECT_GT(fs::file_size(sheet.path), 1000u) << one->id;
    }
}

}  // namespace
}  // namespace myomap
