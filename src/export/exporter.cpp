#include "export/exporter.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/text.h"
#include "export/chart_painter.h"
#include "export/page_error.h"
#include "report/drawing_report.h"

namespace myomap {

// Each in a file of its own.
extern const Exporter png_exporter;
extern const Exporter pdf_exporter;
extern const Exporter svg_exporter;
extern const Exporter text_exporter;
extern const Exporter facts_exporter;

namespace {

constexpr const Exporter* table[] = {&png_exporter, &pdf_exporter, &svg_exporter, &text_exporter, &facts_exporter};

Message choice_of(std::vector<std::string> words) {
    const std::string last = words.back();
    words.pop_back();
    return words.empty() ? Message("{}", {last}) : Message(word("{} or {}"), {join(words), last});
}

std::vector<std::string> suffixes(bool of_sheets) {
    std::vector<std::string> all;
    for (const Exporter* one : table)
        if (one->sheet || !of_sheets) all.emplace_back(one->suffix);
    return all;
}

[[noreturn]] void refuse(const std::filesystem::path& path, bool for_sheet) {
    throw PageError(word("cannot tell the format of \"{}\"; give it one of the endings {}"),
                    {path.string(), join(suffixes(for_sheet))});
}

}  // namespace

std::span<const Exporter* const> exporters() { return table; }

const Exporter* find_exporter(const std::filesystem::path& path) {
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto found = std::ranges::find(table, suffix, &Exporter::suffix);
    return found == std::end(table) ? nullptr : *found;
}

Message chart_suffixes() { return choice_of(suffixes(false)); }

Message sheet_suffixes() { return choice_of(suffixes(true)); }

Message exporter_words(bool Exporter::*takes) {
    std::vector<std::string> words;
    for (const Exporter* one : table) {
        if (takes && !(one->*takes)) continue;
        std::string& id = words.emplace_back(one->id);
        std::ranges::transform(id, id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    }
    return choice_of(words);
}

const Exporter& chart_exporter(const std::filesystem::path& path) {
    const Exporter* exporter = find_exporter(path);
    if (!exporter) refuse(path, false);
    return *exporter;
}

const Exporter& sheet_exporter(const std::filesystem::path& path) {
    const Exporter* exporter = find_exporter(path);
    if (!exporter || !exporter->sheet) refuse(path, true);
    return *exporter;
}

void export_chart(const Context& context, Renderer& renderer, const ChartExport& request) {
    const Exporter& exporter = chart_exporter(request.path);
    // Opened first, so that an unwritable place is said before the work of drawing.
    // A patient's is for its owner's eyes, as the chart itself is.
    AtomicFile file(request.path, OnDisk::yes, has_drawing(request.document) ? Readers::owner : Readers::usual);
    ChartPainter painter(context, renderer);
    file.write(exporter.chart(painter, request));
    file.commit();
}

Image preview_chart(const Context& context, Renderer& renderer, const Exporter& exporter, const ChartExport& request,
                    glm::ivec2 room) {
    ChartPainter painter(context, renderer);
    return exporter.preview(painter, request, room);
}

}  // namespace myomap
