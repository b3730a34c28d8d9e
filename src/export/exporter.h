#pragma once
// The formats that a chart, and a contact sheet of charts, can be written in: one file each, one row each in
// exporter.cpp. The export dialog, the command line and its help, and the tests read the table.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/context.h"
#include "export/letterhead.h"
#include "export/paper.h"
#include "render/renderer.h"
#include "report/words.h"

namespace myomap {

class ChartPainter;
struct SheetContent;
struct SheetRequest;

struct ChartExport {
    Document document;
    std::filesystem::path path;        // its suffix chooses the exporter
    glm::ivec2 size{1280, 800};        // pixels; of exporters that take them
    float scale = 1;                   // of text and marks, likewise
    Paper paper = Paper::a4;           // of exporters that take paper
    bool landscape = false;            // likewise
    float dpi = 300;                   // of the body's picture on paper
    std::optional<Wording> wording{};  // of exporters that write the card; unset: what suits the selection
    bool on_paper = false;             // of exporters that take both: the picture of the page is meant
    std::shared_ptr<const PageLetterhead> letterhead{};  // of exporters that take paper; null for none
};

struct Exporter {
    std::string_view id;      // "png": in names of controls; in capitals, what the help calls the format
    std::string_view suffix;  // ".png"
    std::string_view name;    // English; Scene::phrase has it in the language that is shown
    bool takes_pixels = false;
    bool takes_paper = false;
    bool takes_wording = false;
    bool may_mean_a_page = false;  // with any of the options of a page it is about that
    // The bytes of the file. Throws PageError, RenderError.
    std::vector<std::uint8_t> (*chart)(ChartPainter& painter, const ChartExport& request) = nullptr;
    // What it looks like, the first page of several, as large as fits into `room` pixels. Null where there is nothing
    // to see. Throws as `chart`.
    Image (*preview)(ChartPainter& painter, const ChartExport& request, glm::ivec2 room) = nullptr;
    // Gives the files written, in order; null where the format has no contact sheet. Throws as `chart`, and FileError.
    std::vector<std::filesystem::path> (*sheet)(const SheetRequest& request, const SheetContent& content) = nullptr;
};

// All of them; the first is what the dialog begins with.
std::span<const Exporter* const> exporters();

// By the path's suffix, in upper or lower case; null for any other suffix.
const Exporter* find_exporter(const std::filesystem::path& path);

// For the help: ".png or .pdf"; those of formats that have contact sheets; and "PNG or PDF", all formats or
// only those that take pixels or paper.
Message chart_suffixes();
Message sheet_suffixes();
Message exporter_words(bool Exporter::*takes = nullptr);

// Throw PageError, which names the suffixes that there are; the second also for a format without contact sheets.
const Exporter& chart_exporter(const std::filesystem::path& path);
const Exporter& sheet_exporter(const std::filesystem::path& path);

// Throws PageError or FileError (nothing is left behind), RenderError or ResourceError.
void export_chart(const Context& context, Renderer& renderer, const ChartExport& request);

// Throws RenderError, ResourceError, PageError. The exporter must have one.
Image preview_chart(const Context& context, Renderer& renderer, const Exporter& exporter, const ChartExport& request,
                    glm::ivec2 room);

}  // namespace myomap
