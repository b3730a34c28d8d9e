#include "ui/panels/export_dialog.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/ui.h"
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

void open_export_dialog(Ui& ui) { ui.state.overlay = Overlay::export_chart; }

void ExportDialog::begin(const Ui& ui) {
    const Document& d = ui.document();
    std::string name = "myomap";
    if (!chosen_muscle(d.selection).empty()) name += "-" + chosen_muscle(d.selection);
    if (!chosen_point(d.selection).empty()) name += "-" + chosen_point(d.selection);
    if (!chosen_region(d.selection).empty()) name += "-" + chosen_region(d.selection);
    if (!chosen_complaint(d.selection).empty()) name += "-" + chosen_complaint(d.selection);
    const std::filesystem::path last(path_);
    path_ = (last.has_parent_path() ? last.parent_path() : std::filesystem::path("~")) / name;
    path_ += exporter_->suffix;
    done_.clear();
    error_.clear();
    open_ = true;
}

void ExportDialog::choose(const Exporter& exporter) {
    exporter_ = &exporter;
    if (find_exporter(path_)) path_ = std::filesystem::path(path_).replace_extension(exporter.suffix).string();
}

void ExportDialog::write(Ui& ui) {
    done_.clear();
    error_.clear();
    ChartExport request = request_;
    request.document = ui.document();
    request.path = expand(path_);
    try {
        export_chart(ui.context, ui.chart.renderer(), request);
        done_ = ui.say("Saved as {}", request.path.string());
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
    ui.chart.invalidate();
}

void ExportDialog::draw(Ui& ui) {
    if (!open_) begin(ui);
    glm::ivec2& size = request_.size;
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
        if (const Exporter* typed = find_exporter(path_)) exporter_ = typed;
        std::vector<Segment> formats;
        for (const Exporter* one : exporters()) formats.push_back({one->id, nullptr, one->name, "", ""});
        const auto chosen = std::ranges::find(exporters(), exporter_) - exporters().begin();
        if (const int i = segmented(ui, "export/format", formats, static_cast<int>(chosen)); i >= 0)
            choose(*exporters()[static_cast<size_t>(i)]);
        if (exporter_->takes_pixels) {
            field_name(ui, ui.say("Size in pixels"));
            const ImVec2 row = ImGui::GetCursorScreenPos();
            number_field(ui, "export/width", size.x);
            draw_text_centred(ui, *ImGui::GetWindowDrawList(), {row.x + ui.px(96), row.y, ui.px(28), ui.px(36)},
                              Face::body, c.quiet, "\u00d7");
            ImGui::SetCursorScreenPos({row.x + ui.px(124), row.y});
            number_field(ui, "export/height", size.y);
        }
        if (exporter_->takes_paper) {
            field_name(ui, ui.say("Page"));
            static constexpr std::array papers{Segment{"a4", nullptr, "A4", "", ""},
                                               Segment{"letter", nullptr, word("Letter"), "", ""}};
            static constexpr std::array turns{Segment{"portrait", nullptr, word("Portrait"), "", ""},
                                              Segment{"landscape", nullptr, word("Landscape"), "", ""}};
            if (const int i = segmented(ui, "export/paper", papers, request_.paper == Paper::letter); i >= 0)
                request_.paper = i == 1 ? Paper::letter : Paper::a4;
            ImGui::SameLine(0, ui.px(12));
            if (const int i = segmented(ui, "export/turn", turns, request_.landscape); i >= 0)
                request_.landscape = i == 1;
        }
        field_name(ui, ui.say("File"));
        text_field(ui, "export/path", path_, "~/chart.png", width);
        gap(ui, 8);
        std::error_code ignored;
        const bool size_ok =
            !exporter_->takes_pixels || (std::min(size.x, size.y) >= 100 && std::max(size.x, size.y) <= 8192);
        if (!error_.empty())
            message(ui, icon::warning, c.notice_paper, c.notice, error_);
        else if (!done_.empty())
            message(ui, icon::check, c.selected, c.on_selected, done_);
        else if (!size_ok)
            message(ui, icon::warning, c.notice_paper, c.notice, ui.say("Each side must have 100 to 8192 pixels."));
        else if (!path_.empty() && std::filesystem::exists(expand(path_), ignored))
            message(ui, icon::info, c.hover, c.quiet,
                    ui.say("A file of this name is there already and will be replaced."));

        const ImVec2 end = ImGui::GetWindowPos() + ImGui::GetWindowSize();
        const float save_width = text_size(ui, Face::strong, ui.say("Save")).x + ui.px(28) + ui.px(26);
        ImGui::SetCursorScreenPos({end.x - save_width, end.y - ui.px(36)});
        if (text_button(ui, "export/save", icon::download, ui.say("Save"), ButtonKind::primary,
                        size_ok && !path_.empty()))
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
