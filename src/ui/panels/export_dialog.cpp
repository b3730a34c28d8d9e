#include "ui/panels/export_dialog.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

using Format = ExportRequest::Format;

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

void set_extension(ExportForm& form) {
    const char* wanted = form.format == Format::png ? ".png" : ".pdf";
    std::filesystem::path path(form.path);
    if (path.extension() == ".png" || path.extension() == ".pdf") form.path = path.replace_extension(wanted).string();
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
    ExportRequest request;
    request.document = ui.document();
    request.file = expand(form.path);
    request.format = form.format;
    request.pixels = {form.width, form.height};
    request.letter = form.letter;
    request.landscape = form.landscape;
    request.renderer = &ui.chart.renderer();
    try {
        form.error = ui.export_chart(request);
    } catch (const std::exception& error) {
        form.error = words(ui.scene, error);
    }
    ui.chart.invalidate();
    if (form.error.empty()) form.done = ui.say("Saved as {}", request.file.string());
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
    if (!ui.export_chart) return;
    ExportForm& form = ui.state.export_form;
    const Document& d = ui.document();
    std::string name = "myomap";
    if (!chosen_muscle(d.selection).empty()) name += "-" + chosen_muscle(d.selection);
    if (!chosen_point(d.selection).empty()) name += "-" + chosen_point(d.selection);
    if (!chosen_region(d.selection).empty()) name += "-" + chosen_region(d.selection);
    if (!chosen_complaint(d.selection).empty()) name += "-" + chosen_complaint(d.selection);
    const std::filesystem::path last(form.path);
    form.path = (last.has_parent_path() ? last.parent_path() : std::filesystem::path("~")) / name;
    form.path += form.format == Format::png ? ".png" : ".pdf";
    form.done.clear();
    form.error.clear();
    ui.state.overlay = Overlay::export_chart;
}

void draw_export_dialog(Ui& ui) {
    ExportForm& form = ui.state.export_form;
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
        static constexpr std::array formats{Segment{"png", nullptr, word("PNG picture"), "", ""},
                                            Segment{"pdf", nullptr, word("PDF page"), "", ""}};
        if (const int i = segmented(ui, "export/format", formats, form.format == Format::png ? 0 : 1); i >= 0) {
            form.format = i == 0 ? Format::png : Format::pdf;
            set_extension(form);
        }
        if (form.format == Format::png) {
            field_name(ui, ui.say("Size in pixels"));
            const ImVec2 row = ImGui::GetCursorScreenPos();
            number_field(ui, "export/width", form.width);
            draw_text_centred(ui, *ImGui::GetWindowDrawList(), {row.x + ui.px(96), row.y, ui.px(28), ui.px(36)},
                              Face::body, c.quiet, "\u00d7");
            ImGui::SetCursorScreenPos({row.x + ui.px(124), row.y});
            number_field(ui, "export/height", form.height);
        } else {
            field_name(ui, ui.say("Page"));
            static constexpr std::array papers{Segment{"a4", nullptr, "A4", "", ""},
                                               Segment{"letter", nullptr, word("Letter"), "", ""}};
            static constexpr std::array turns{Segment{"portrait", nullptr, word("Portrait"), "", ""},
                                              Segment{"landscape", nullptr, word("Landscape"), "", ""}};
            if (const int i = segmented(ui, "export/paper", papers, form.letter); i >= 0) form.letter = i == 1;
            ImGui::SameLine(0, ui.px(12));
            if (const int i = segmented(ui, "export/turn", turns, form.landscape); i >= 0) form.landscape = i == 1;
        }
        field_name(ui, ui.say("File"));
        text_field(ui, "export/path", form.path, "~/chart.png", width);
        gap(ui, 8);
        std::error_code ignored;
        const bool size_ok = form.format == Format::pdf ||
                             (std::min(form.width, form.height) >= 100 && std::max(form.width, form.height) <= 8192);
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
