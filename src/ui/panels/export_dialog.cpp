#include "ui/panels/export_dialog.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include <SDL.h>
#include <fmt/format.h>

#include "base/text.h"
#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

// "/a b" -> "file:///a%20b"
std::string file_address(const std::filesystem::path& path) {
    std::string address = "file://";
    for (const char c : path.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            byte < 0x80 && (std::isalnum(byte) || std::string_view("/-._~").find(c) != std::string::npos);
        address += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return address;
}

bool number_field(const Ui& ui, std::string_view name, int& value) {
    std::string text = value > 0 ? std::to_string(value) : "";
    if (!text_field(ui, name, text, {"0"}, ui.px(96))) return false;
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    value = text.empty() ? 0 : std::atoi(text.substr(0, 5).c_str());
    return true;
}

float button_width(const Ui& ui, std::string_view label, bool icon) {
    return text_size(ui, Face::strong, label).x + ui.px(28) + (icon ? ui.px(26) : 0);
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
    std::error_code ignored;
    const std::filesystem::path& last = ui.state.export_folder;
    const bool there = !last.empty() && std::filesystem::is_directory(last, ignored);
    path_ = with_tilde((there ? last : home_folder()) / name) + std::string(exporter_->suffix);
    done_.clear();
    error_.clear();
    read_letterhead(ui);
    page_ = Page::form;
    open_ = true;
}

// Whatever is wrong with it is said at once, not after the page was made.
void ExportDialog::read_letterhead(const Ui& ui) {
    Message problem;
    letterhead_ = open_letterhead(ui.state.letterhead_file, problem);
    letterhead_problem_ = problem.empty() ? "" : capitalised(words(ui.scene, problem)) + ".";
}

void ExportDialog::choose(const Exporter& exporter) {
    exporter_ = &exporter;
    if (find_exporter(path_)) path_ = std::filesystem::path(path_).replace_extension(exporter.suffix).string();
    done_.clear();
    error_.clear();
}

void ExportDialog::write(Ui& ui) {
    done_.clear();
    error_.clear();
    page_ = Page::form;
    ChartExport request = request_;
    request.document = ui.document();
    request.path = full_path(path_);
    try {
        export_chart(ui.context, ui.chart.renderer(), request);
        done_ = ui.say("Saved as {}", with_tilde(request.path));
        ui.state.export_folder = request.path.parent_path();
        if (open_when_done_ && SDL_OpenURL(file_address(request.path).c_str()) != 0)
            error_ = ui.say("Saved as {}, but no program could be found that opens it.", with_tilde(request.path));
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
    ui.chart.invalidate();
}

void ExportDialog::draw(Ui& ui) {
    if (!open_) begin(ui);
    if (std::exchange(ui.state.leave_page, false)) leave_page(ui);
    const bool keep = dialog(ui, "export", {ui.px(900), ui.px(560)}, [&] {
        if (page_ == Page::folder)
            draw_folder(ui);
        else if (page_ == Page::replace)
            draw_replace(ui);
        else if (page_ == Page::letterhead)
            draw_letterhead(ui);
        else
            draw_form(ui);
    });
    ui.state.page_of_dialog = page_ != Page::form;
    if (!keep) ui.state.overlay = Overlay::none;
}

// The keyboard goes on where the page was asked for.
void ExportDialog::leave_page(Ui& ui) {
    if (page_ != Page::form)
        ui.state.focus.go(page_ == Page::folder       ? "export/folder"
                          : page_ == Page::letterhead ? "export/edit_letterhead"
                                                      : "export/save");
    page_ = Page::form;
}

void ExportDialog::draw_options(Ui& ui, float width) {
    glm::ivec2& size = request_.size;
    if (exporter_->takes_pixels) {
        field_name(ui, ui.say("Size in pixels"));
        const ImVec2 row = ImGui::GetCursorScreenPos();
        bool changed = number_field(ui, "export/width", size.x);
        draw_text_centred(ui, *ImGui::GetWindowDrawList(), {row.x + ui.px(96), row.y, ui.px(28), ui.px(36)}, Face::body,
                          ui.colors().quiet, "\u00d7");
        ImGui::SetCursorScreenPos({row.x + ui.px(124), row.y});
        changed = number_field(ui, "export/height", size.y) || changed;
        if (changed) done_.clear();
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
        if (const int i = segmented(ui, "export/turn", turns, request_.landscape); i >= 0) request_.landscape = i == 1;
        draw_letterhead_option(ui, width);
    }
    if (exporter_->takes_wording) {
        field_name(ui, ui.say("Words"));
        static constexpr std::array wordings{
            Segment{"suited", nullptr, word("What suits it"),
                    word("A muscle in clinical words, a complaint or region in plain ones"), ""},
            Segment{"plain", nullptr, word("In plain words"), word("As one tells a patient"), ""},
            Segment{"clinical", nullptr, word("Clinical"), word("As one writes to a colleague"), ""}};
        const int now = !request_.wording ? 0 : *request_.wording == Wording::plain ? 1 : 2;
        if (const int i = segmented(ui, "export/words", wordings, now, 36, 0, width); i >= 0)
            request_.wording = i == 0   ? std::nullopt
                               : i == 1 ? std::optional(Wording::plain)
                                        : std::optional(Wording::clinical);
    }
}

// Without a folder for settings there is nowhere to keep one.
void ExportDialog::draw_letterhead_option(Ui& ui, float width) {
    if (ui.state.letterhead_file.empty()) return;
    gap(ui, 10);
    const std::string_view edit = ui.say(letterhead_ ? "Edit" : "Set a letterhead");
    const float edit_width = button_width(ui, edit, false);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (letterhead_) {
        if (menu_row(ui, "export/letterhead", ui.say("Letterhead"), "", RowMark::box, with_letterhead_,
                     width - edit_width - ui.px(8)))
            with_letterhead_ = !with_letterhead_;
        ImGui::SetCursorScreenPos({at.x + width - edit_width, at.y});
    }
    if (text_button(ui, "export/edit_letterhead", nullptr, edit, ButtonKind::plain)) {
        form_.open(ui.state.letterhead_file);
        page_ = Page::letterhead;
    }
    request_.letterhead = with_letterhead_ ? letterhead_ : nullptr;
}

void ExportDialog::draw_said(Ui& ui, bool size_ok) {
    const Colors& c = ui.colors();
    const float width = ImGui::GetContentRegionAvail().x;
    std::error_code ignored;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (!error_.empty() || !done_.empty())
        ui.items.add(error_.empty() ? "export/done" : "export/error", {at.x, at.y, width, ui.px(36)});
    if (!error_.empty())
        notice(ui, icon::warning, c.notice_paper, c.notice, error_, width);
    else if (!done_.empty())
        notice(ui, icon::check, c.selected, c.on_selected, done_, width);
    else if (exporter_->takes_paper && with_letterhead_ && !letterhead_problem_.empty())
        notice(ui, icon::warning, c.notice_paper, c.notice, letterhead_problem_, width);
    else if (!size_ok)
        notice(ui, icon::warning, c.notice_paper, c.notice, ui.say("Each side must have 100 to 8192 pixels."), width);
    else if (!path_.empty() && std::filesystem::exists(full_path(path_), ignored))
        notice(ui, icon::info, c.hover, c.quiet, ui.say("A file of this name is there already."), width);
}

void ExportDialog::draw_form(Ui& ui) {
    const Colors& c = ui.colors();
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float width = std::min(ui.px(404), std::floor(room.x * 0.56f)), side = ui.px(36);
    if (const Exporter* typed = find_exporter(path_)) exporter_ = typed;
    paragraph(ui, Face::title, c.ink, ui.say("Export the chart"));
    ImGui::SetCursorScreenPos({top.x, top.y + ui.px(28)});

    field_name(ui, ui.say("Format"));
    const auto offered = exporters();
    std::vector<Segment> formats;
    for (const Exporter* one : offered) formats.push_back({one->id, nullptr, one->name, "", ""});
    const auto chosen = std::ranges::find(offered, exporter_) - offered.begin();
    if (const int i = segmented(ui, "export/format", formats, static_cast<int>(chosen), 36, 0, width); i >= 0)
        choose(*offered[static_cast<size_t>(i)]);
    draw_options(ui, width);
    field_name(ui, ui.say("File"));
    const ImVec2 row = ImGui::GetCursorScreenPos();
    bool save_now = false;
    if (text_field(ui, "export/path", path_, {"~/chart.png"}, width - side - ui.px(6), nullptr, false, &save_now)) {
        done_.clear();
        error_.clear();
    }
    ImGui::SetCursorScreenPos({row.x + width - side, row.y});
    if (icon_button(ui, "export/folder", icon::folder, ui.say("Choose a folder"), "")) {
        folders_.open(full_path(path_).parent_path());
        page_ = Page::folder;
    }
    ImGui::SetCursorScreenPos({row.x, row.y + side + ui.px(8)});
    const glm::ivec2 size = request_.size;
    const bool size_ok =
        !exporter_->takes_pixels || (std::min(size.x, size.y) >= 100 && std::max(size.x, size.y) <= 8192);
    ImGui::BeginChild("said", {width, top.y + room.y - side - ui.px(8) - ImGui::GetCursorScreenPos().y});
    draw_said(ui, size_ok);
    ImGui::EndChild();

    const float foot = top.y + room.y - side;
    const std::string_view save = ui.say("Save"), close = ui.say("Close");
    const float save_width = button_width(ui, save, true), close_width = button_width(ui, close, false);
    ImGui::SetCursorScreenPos({top.x, foot});
    if (menu_row(ui, "export/open", ui.say("Open when done"), "", RowMark::box, open_when_done_,
                 room.x - save_width - close_width - ui.px(22)))
        open_when_done_ = !open_when_done_;
    ImGui::SetCursorScreenPos({top.x + room.x - save_width - ui.px(10) - close_width, foot});
    if (text_button(ui, "export/cancel", nullptr, close, ButtonKind::plain)) ui.state.overlay = Overlay::none;
    ImGui::SetCursorScreenPos({top.x + room.x - save_width, foot});
    const bool can_save = size_ok && !path_.empty();
    if (save_now) ui.state.focus.go("export/save", true);
    if (text_button(ui, "export/save", icon::download, save, ButtonKind::primary, can_save) || (save_now && can_save)) {
        std::error_code ignored;
        if (find_exporter(path_) && std::filesystem::exists(full_path(path_), ignored))
            page_ = Page::replace;
        else
            write(ui);
    }
    ImGui::SetCursorScreenPos({top.x + room.x - side, top.y - ui.px(6)});
    if (icon_button(ui, "export/close", icon::close, ui.say("Close"), "Esc")) ui.state.overlay = Overlay::none;
    const float left = top.x + width + ui.px(20);
    if (size_ok)
        preview_.draw(ui, {left, top.y + side, top.x + room.x - left, foot - ui.px(16) - top.y - side}, *exporter_,
                      request_);
}

void ExportDialog::draw_folder(Ui& ui) {
    switch (folders_.draw(ui)) {
        case FolderList::Answer::none:
            return;
        case FolderList::Answer::chosen:
            path_ = with_tilde(folders_.folder() / std::filesystem::path(path_).filename());
            done_.clear();
            error_.clear();
            break;
        case FolderList::Answer::back:
            break;
    }
    leave_page(ui);
}

void ExportDialog::draw_letterhead(Ui& ui) {
    switch (form_.draw(ui)) {
        case LetterheadForm::Answer::none:
            return;
        case LetterheadForm::Answer::done:
            read_letterhead(ui);
            with_letterhead_ = true;
            done_.clear();
            error_.clear();
            break;
        case LetterheadForm::Answer::back:
            break;
    }
    leave_page(ui);
}

void ExportDialog::draw_replace(Ui& ui) {
    const Colors& c = ui.colors();
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const std::filesystem::path path = full_path(path_);
    paragraph(ui, Face::title, c.ink, ui.say("Replace the file?"));
    gap(ui, 12);
    paragraph(ui, Face::strong, c.ink, path.filename().string());
    gap(ui, 4);
    paragraph(ui, Face::body, c.quiet, with_tilde(path.parent_path()));
    gap(ui, 16);
    paragraph(ui, Face::body, c.ink, ui.say("It is there already; what it holds now will be lost."));
    const std::string_view replace = ui.say("Replace"), back = ui.say("Back");
    const float replace_width = button_width(ui, replace, false), back_width = button_width(ui, back, false);
    const float foot = top.y + room.y - ui.px(36);
    // "Back" first: Enter alone loses nothing.
    ImGui::SetCursorScreenPos({top.x + room.x - replace_width - ui.px(10) - back_width, foot});
    if (text_button(ui, "replace/back", nullptr, back, ButtonKind::plain)) page_ = Page::form;
    ImGui::SetCursorScreenPos({top.x + room.x - replace_width, foot});
    if (text_button(ui, "replace/yes", nullptr, replace, ButtonKind::primary)) write(ui);
    if (page_ == Page::form) ui.state.focus.go("export/save");
}

}  // namespace myomap
