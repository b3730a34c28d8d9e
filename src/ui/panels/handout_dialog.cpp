#include "ui/panels/handout_dialog.h"

#include <array>

#include "base/atomic_file.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/message_words.h"
#include "report/drawing_report.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/widgets.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

bool is_text(const std::string& path) { return fs::path(path).extension() == ".txt"; }

}  // namespace

void HandoutDialog::begin(const Ui& ui, const Document& about) {
    std::string name = "handout";
    if (!chosen_muscle(about.selection).empty()) name += "-" + chosen_muscle(about.selection);
    if (!chosen_complaint(about.selection).empty()) name += "-" + chosen_complaint(about.selection);
    std::error_code ignored;
    const fs::path& last = ui.state.export_folder;
    const bool there = !last.empty() && fs::is_directory(last, ignored);
    path_ = with_tilde((there ? last : home_folder()) / name) + ".pdf";
    open_ = true;
    in_folders_ = asked_ = false;
    done_.clear();
    error_.clear();
}

void HandoutDialog::take_suffix(const char* suffix) {
    path_ = fs::path(path_).replace_extension(suffix).string();
    asked_ = false;
    done_.clear();
    error_.clear();
}

void HandoutDialog::write(Ui& ui, const Document& about, Handout handout) {
    done_.clear();
    error_.clear();
    asked_ = false;
    fs::path path = full_path(path_);
    if (path.extension() != ".pdf" && path.extension() != ".txt") path += ".pdf";
    try {
        Message problem;  // of the letterhead; the page is made without it
        handout.paper = paper_;
        handout.letterhead = open_letterhead(ui.state.letterhead_file, problem);
        std::string bytes;
        if (is_text(path_)) {
            bytes = handout_text(ui.scene, handout);
        } else {
            const std::vector<std::uint8_t> page = handout_page(ui.context, ui.chart.renderer(), handout);
            bytes.assign(page.begin(), page.end());
        }
        write_file(path, bytes, OnDisk::yes, has_drawing(about) ? Readers::owner : Readers::usual);
        done_ = ui.say("Saved as {}", with_tilde(path));
        if (!problem.empty()) error_ = done_ + ". " + capitalised(words(ui.scene, problem)) + ".";
        ui.state.export_folder = path.parent_path();
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
    ui.chart.invalidate();
}

void HandoutDialog::draw_form(Ui& ui, const Document& about, const std::function<Handout()>& make) {
    const Colors& c = ui.colors();
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float side = ui.px(36), foot = top.y + room.y - side;
    paragraph(ui, Face::title, c.ink, ui.say("To take home"));
    field_name(ui, ui.say("Format"));
    static constexpr std::array formats{Segment{"pdf", nullptr, word("Page (PDF)"), "", ""},
                                        Segment{"txt", nullptr, word("Text"), "", ""}};
    if (const int i = segmented(ui, "handout/format", formats, is_text(path_)); i >= 0)
        take_suffix(i == 1 ? ".txt" : ".pdf");
    if (!is_text(path_)) {
        ImGui::SameLine(0, ui.px(12));
        static constexpr std::array papers{Segment{"a4", nullptr, "A4", "", ""},
                                           Segment{"letter", nullptr, word("Letter"), "", ""}};
        if (const int i = segmented(ui, "handout/paper", papers, paper_ == Paper::letter); i >= 0)
            paper_ = i == 1 ? Paper::letter : Paper::a4;
    }
    field_name(ui, ui.say("File"));
    const ImVec2 row = ImGui::GetCursorScreenPos();
    bool entered = false;
    if (text_field(ui, "handout/path", path_, {"~/handout.pdf"}, room.x - side - ui.px(6), nullptr, false, &entered)) {
        asked_ = false;
        done_.clear();
        error_.clear();
    }
    ImGui::SetCursorScreenPos({row.x + room.x - side, row.y});
    if (icon_button(ui, "handout/folder", icon::folder, ui.say("Choose a folder"), "")) {
        folders_.open(full_path(path_).parent_path());
        in_folders_ = true;
    }
    ImGui::SetCursorScreenPos({row.x, row.y + side + ui.px(10)});
    if (!error_.empty())
        notice(ui, icon::warning, c.notice_paper, c.notice, error_, room.x);
    else if (!done_.empty())
        notice(ui, icon::check, c.selected, c.on_selected, done_, room.x);
    else if (asked_)
        notice(ui, icon::warning, c.notice_paper, c.notice,
               ui.say("It is there already; what it holds now will be lost."), room.x);

    const std::string_view save = ui.say(asked_ ? word("Replace") : word("Save")), close = ui.say("Close");
    const auto wide = [&](std::string_view text) { return text_size(ui, Face::strong, text).x + ui.px(28); };
    const float save_width = wide(save) + ui.px(26);
    ImGui::SetCursorScreenPos({top.x + room.x - save_width - ui.px(10) - wide(close), foot});
    if (text_button(ui, "handout/close", nullptr, close, ButtonKind::plain)) ui.state.overlay = Overlay::none;
    ImGui::SetCursorScreenPos({top.x + room.x - save_width, foot});
    if (text_button(ui, "handout/save", icon::download, save, ButtonKind::primary, !path_.empty()) ||
        (entered && !path_.empty())) {
        std::error_code ignored;
        if (!asked_ && fs::exists(full_path(path_), ignored))
            asked_ = true;
        else
            write(ui, about, make());
    }
}

void HandoutDialog::draw(Ui& ui, const Document& about, const std::function<Handout()>& make) {
    if (!open_) begin(ui, about);
    if (std::exchange(ui.state.leave_page, false)) in_folders_ = false;
    const bool keep = dialog(ui, "handout", {ui.px(560), ui.px(380)}, [&] {
        if (!in_folders_) return draw_form(ui, about, make);
        const FolderList::Answer answer = folders_.draw(ui);
        if (answer == FolderList::Answer::chosen) path_ = with_tilde(folders_.folder() / fs::path(path_).filename());
        if (answer != FolderList::Answer::none) {
            in_folders_ = asked_ = false;
            ui.state.focus.go("handout/folder");
        }
    });
    ui.state.page_of_dialog = in_folders_;
    if (!keep) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
