#include "ui/panels/letterhead_form.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/panels/folder_list.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

void LetterheadForm::open(const std::filesystem::path& file) {
    *this = {};
    file_ = file;
    std::error_code ignored;
    was_there_ = std::filesystem::exists(file, ignored);
    Letterhead now;
    try {
        now = read_letterhead(file);
    } catch (const std::exception&) {
        // What can't be read is written anew.
    }
    name_ = now.name;
    phone_ = now.phone;
    footer_ = now.footer;
    for (std::size_t i = 0; i < now.address.size(); ++i) address_[i] = now.address[i];
    kept_name_ = now.logo;
    if (!now.logo.empty()) kept_logo_ = with_tilde(file.parent_path() / std::filesystem::path(now.logo).filename());
    logo_ = kept_logo_;
}

bool LetterheadForm::save(const Ui& ui) {
    error_.clear();
    Letterhead letterhead{.name = name_, .address = {}, .phone = phone_, .footer = footer_, .logo = {}};
    for (const std::string& line : address_)
        if (!line.empty()) letterhead.address.push_back(line);
    try {
        check_letterhead(letterhead);
        if (!logo_.empty()) letterhead.logo = logo_ == kept_logo_ ? kept_name_ : keep_logo(full_path(logo_), file_);
        write_letterhead(file_, letterhead);
        return true;
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
        return false;
    }
}

void LetterheadForm::draw_fields(Ui& ui, float width) {
    const Colors& c = ui.colors();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float gutter = ui.px(20), column = std::floor((width - gutter) / 2), step = ui.px(42), named = ui.px(24);
    const auto field = [&](std::string_view name, std::string_view words, std::string& text, float x, float y,
                           std::string_view hint) {
        draw_text(ui, *ImGui::GetWindowDrawList(), {x, y}, Face::small_strong, c.quiet, words);
        ImGui::SetCursorScreenPos({x, y + named});
        text_field(ui, name, text, {hint}, column);
    };
    const float block = named + step + ui.px(10);
    field("letterhead/name", ui.say("Name"), name_, top.x, top.y, "");
    field("letterhead/phone", ui.say("Phone"), phone_, top.x, top.y + block, "");
    field("letterhead/logo", ui.say("Logo (PNG or JPEG)"), logo_, top.x, top.y + 2 * block, "~/logo.png");
    field("letterhead/footer", ui.say("Line at the foot of every page"), footer_, top.x, top.y + 3 * block, "");
    const float right = top.x + column + gutter;
    draw_text(ui, *ImGui::GetWindowDrawList(), {right, top.y}, Face::small_strong, c.quiet, ui.say("Address"));
    for (std::size_t i = 0; i < address_.size(); ++i) {
        ImGui::SetCursorScreenPos({right, top.y + named + static_cast<float>(i) * step});
        text_field(ui, fmt::format("letterhead/address{}", i + 1), address_[i], {""}, column);
    }
    ImGui::SetCursorScreenPos({top.x, top.y + 4 * block});
}

LetterheadForm::Answer LetterheadForm::draw(Ui& ui) {
    const Colors& c = ui.colors();
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float side = ui.px(36), foot = top.y + room.y - side;
    paragraph(ui, Face::title, c.ink, ui.say("Letterhead of every page"));
    ImGui::SetCursorScreenPos({top.x, top.y + ui.px(44)});
    ImGui::BeginChild("letterhead", {room.x, foot - ui.px(12) - top.y - ui.px(44)});
    draw_fields(ui, ImGui::GetContentRegionAvail().x - ui.px(2));
    if (!error_.empty()) {
        ui.items.add("letterhead/error", {top.x, ImGui::GetCursorScreenPos().y, room.x, side});
        notice(ui, icon::warning, c.notice_paper, c.notice, error_, ImGui::GetContentRegionAvail().x);
    }
    ImGui::EndChild();

    const std::string_view use = ui.say("Save the letterhead"), back = ui.say("Back"), none = ui.say("Remove");
    const float use_width = text_size(ui, Face::strong, use).x + ui.px(28);
    const float back_width = text_size(ui, Face::strong, back).x + ui.px(28);
    Answer answer = Answer::none;
    if (was_there_) {
        ImGui::SetCursorScreenPos({top.x, foot});
        if (text_button(ui, "letterhead/remove", nullptr, none, ButtonKind::plain)) {
            try {
                remove_letterhead(file_);
                answer = Answer::done;
            } catch (const std::exception& error) {
                error_ = capitalised(words(ui.scene, error)) + ".";
            }
        }
    }
    ImGui::SetCursorScreenPos({top.x + room.x - use_width - ui.px(10) - back_width, foot});
    if (text_button(ui, "letterhead/back", nullptr, back, ButtonKind::plain)) answer = Answer::back;
    ImGui::SetCursorScreenPos({top.x + room.x - use_width, foot});
    if (text_button(ui, "letterhead/save", nullptr, use, ButtonKind::primary) && save(ui)) answer = Answer::done;
    return answer;
}

}  // namespace myomap
