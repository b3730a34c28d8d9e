#include "ui/panels/export_dialog.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

std::filesystem::path home() {
    const char* folder = std::getenv("HOME");
    return folder && *folder ? std::filesystem::path(folder) : std::filesystem::current_path();
}

// "~/x" -> "/home/me/x"; a relative path is meant from home, where a file dialog would start.
std::filesystem::path expand(const std::string& text) {
    if (text.starts_with("~/")) return home() / text.substr(2);
    const std::filesystem::path path(text);
    return path.is_absolute() ? path : home() / path;
}

void choose_exporter(ExportForm& form, const Exporter& exporter) {
    form.exporter = &exporter;
    if (find_exporter(form.path))
        form.path = std::filesystem::path(form.path).replace_extension(exporter.suffix).string();
}

void field_name(const Ui& ui, std::string_view text) {
    gap(ui, 16);
    paragraph(ui, Face::small_strong, ui.colors().quiet, text);
    gap(ui, 6);
}

void number_field(const Ui& ui, std::string_view name, int& value) {
    std::string text = value > 0 ? std::to_string(value) : "";
    if (text_field(ui, name, text, "0", ui.px(96))) {
        std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
        value = text.empty() ? 0 : std::atoi(text.substr(0, 5).c_str());
    }
}

void write(Ui& ui) {
    ExportForm& form = ui.state.export_form;
    form.done.clear();
    form.error.clear();
    ChartExport request = form.request;
    request.document = ui.document();
    request.path = expand(form.path);
    try {
        export_chart(ui.context, ui.chart.renderer(), request);
        form.done = ui.say("Saved as {}", request.path.string());
    } catch (const std::exception& error) {
        form.error = capitalised(error.what()) + ".";
    }
    ui.chart.invalidate();
}

void message(const Ui& ui, const char* icon_text, ImU32 paper, ImU32 color, std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 size = text_size(ui, Face::small, text, width - ui.px(48));
    const float height = size.y + ui.px(16);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width, height}, paper, ui.px(8));
    draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), height}, Face::icon, color, icon_text);
    draw_text(ui, list, {at.x + ui.px(38), at.y + ui.px(8)}, Face::small, color, text, width - ui.px(48));
    ImGui::Dummy({width, height});
}

}  // namespace

void open_export_dialog(Ui& ui) {
    ExportForm& form = ui.state.export_form;
    const ChartDocument& d = ui.document();
    std::string name = "myomap";
    if (!d.muscle.empty()) name += "-" + d.muscle;
    if (!d.point.empty()) name += "-" + d.point;
    if (!d.region.empty()) name += "-" + d.region;
    if (!d.symptom.empty()) name += "-" + d.symptom;
    const std::filesystem::path last(form.path);
    form.path = (last.has_parent_path() ? last.parent_path() : std::filesystem::path("~")) / name;
    form.path += form.exporter->suffix;
    form.done.clear();
    form.error.clear();
    ui.state.overlay = Overlay::export_chart;
}

void draw_export_dialog(Ui& ui) {
    ExportForm& form = ui.state.export_form;
    ChartExport& request = form.request;
    glm::ivec2& size = request.size;
    bool save = false;
    const bool keep = dialog(ui, "export", {ui.px(520), ui.px(412)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        paragraph(ui, Face::title, c.ink, ui.say("Export the chart"));
        ImGui::SetCursorScreenPos({top.x + width - ui.px(36), top.y - ui.px(6)});
        if (icon_button(ui, "export/close", icon::close, ui.say("Close"), "Esc")) ui.state.overlay = Overlay::none;
        ImGui::SetCursorScreenPos({top.x, top.y + ui.px(28)});

        field_name(ui, ui.say("Format"));
        if (const Exporter* typed = find_exporter(form.path)) form.exporter = typed;
        std::vector<Segment> formats;
        for (const Exporter* one : exporters()) formats.push_back({one->id, nullptr, one->name, "", ""});
        const auto chosen = std::ranges::find(exporters(), form.exporter) - exporters().begin();
        if (const int i = segmented(ui, "export/format", formats, static_cast<int>(chosen)); i >= 0)
            choose_exporter(form, *exporters()[static_cast<size_t>(i)]);
        if (form.exporter->takes_pixels) {
            field_name(ui, ui.say("Size in pixels"));
            const ImVec2 row = ImGui::GetCursorScreenPos();
            number_field(ui, "export/width", size.x);
            draw_text_centred(ui, *ImGui::GetWindowDrawList(), {row.x + ui.px(96), row.y, ui.px(28), ui.px(36)},
                              Face::body, c.quiet, "\u00d7");
            ImGui::SetCursorScreenPos({row.x + ui.px(124), row.y});
            number_field(ui, "export/height", size.y);
        }
        if (form.exporter->takes_paper) {
            field_name(ui, ui.say("Page"));
            static constexpr std::array papers{Segment{"a4", nullptr, "A4", "", ""},
                                               Segment{"letter", nullptr, word("Letter"), "", ""}};
            static constexpr std::array turns{Segment{"portrait", nullptr, word("Portrait"), "", ""},
                                              Segment{"landscape", nullptr, word("Landscape"), "", ""}};
            if (const int i = segmented(ui, "export/paper", papers, request.paper == Paper::letter); i >= 0)
                request.paper = i == 1 ? Paper::letter : Paper::a4;
            ImGui::SameLine(0, ui.px(12));
            if (const int i = segmented(ui, "export/turn", turns, request.landscape); i >= 0)
                request.landscape = i == 1;
        }
        field_name(ui, ui.say("File"));
        text_field(ui, "export/path", form.path, "~/chart.png", width);
        gap(ui, 8);
        std::error_code ignored;
        const bool size_ok =
            !form.exporter->takes_pixels || (std::min(size.x, size.y) >= 100 && std::max(size.x, size.y) <= 8192);
        if (!form.error.empty())
            message(ui, icon::warning, c.notice_paper, c.notice, form.error);
        else if (!form.done.empty())
            message(ui, icon::check, c.selected, c.on_selected, form.done);
        else if (!size_ok)
            message(ui, icon::warning, c.notice_paper, c.notice, ui.say("Each side must have 100 to 8192 pixels."));
        else if (!form.path.empty() && std::filesystem::exists(expand(form.path), ignored))
            message(ui, icon::info, c.hover, c.quiet,
                    ui.say("A file of this name is there already and will be replaced."));

        const ImVec2 end = ImGui::GetWindowPos() + ImGui::GetWindowSize();
        const float save_width = text_size(ui, Face::strong, ui.say("Save")).x + ui.px(28) + ui.px(26);
        ImGui::SetCursorScreenPos({end.x - save_width, end.y - ui.px(36)});
        if (text_button(ui, "export/save", icon::download, ui.say("Save"), ButtonKind::primary,
                        size_ok && !form.path.empty()))
            save = true;
        const float close_width = text_size(ui, Face::strong, ui.say("Close")).x + ui.px(28);
        ImGui::SetCursorScreenPos({end.x - save_width - ui.px(10) - close_width, end.y - ui.px(36)});
        if (text_button(ui, "export/cancel", nullptr, ui.say("Close"), ButtonKind::plain))
            ui.state.overlay = Overlay::none;
    });
    if (!keep) ui.state.overlay = Overlay::none;
    if (save) write(ui);
}

}  // namespace myomap
