#include "ui/panels/form_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_terms.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

// At most so many bytes, never half a character.
void shorten(std::string& text) {
    if (text.size() <= most_form_text) return;
    std::size_t end = most_form_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
}

std::string as_text(float value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

// Either decimal sign; nothing for what is no number.
std::optional<float> as_number(std::string text) {
    std::ranges::replace(text, ',', '.');
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

void form_name(const Ui& ui, std::string_view label) {
    gap(ui, 10);
    paragraph(ui, Face::small, ui.colors().quiet, label);
    gap(ui, 4);
}

bool form_text(const Ui& ui, std::string_view name, std::string_view label, std::string& text, std::string_view hint) {
    if (!label.empty()) form_name(ui, label);
    std::string edited = text;
    if (!text_field(ui, name, edited, {hint}, ImGui::GetContentRegionAvail().x - ui.px(4))) return false;
    shorten(edited);
    std::ranges::replace(edited, '\n', ' ');
    if (edited == text) return false;
    text = std::move(edited);
    return true;
}

bool form_date(Ui& ui, std::string_view name, std::string_view label, std::string& date) {
    form_name(ui, label);
    const std::string_view now = ui.say("Today");
    const float button = text_size(ui, Face::strong, now).x + ui.px(28);
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4) - button - ui.px(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::string typed = date;
    bool changed = false;
    if (text_field(ui, name, typed, {ui.say("year-month-day")}, width)) {
        const std::optional<std::string> day = typed_date(typed);
        // Half a date is none yet, and not the one before either.
        const std::string taken = day.value_or("");
        ui.state.notice = typed.empty() || day ? "" : ui.say("Not a date yet: year-month-day or day.month.year");
        changed = taken != date;
        date = taken;
    }
    ImGui::SetCursorScreenPos({at.x + width + ui.px(8), at.y});
    if (text_button(ui, std::string(name) + "/today", nullptr, now, ButtonKind::plain) && date != today()) {
        date = today();
        changed = true;
    }
    return changed;
}

bool form_rating(const Ui& ui, std::string_view name, std::string_view label, std::optional<float>& value) {
    constexpr int most = 10;
    const Colors& c = ui.colors();
    form_name(ui, value ? fmt::format("{}  {}", label, as_text(*value))
                        : fmt::format("{}  \u00b7  {}", label, ui.say("not asked")));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::floor((ImGui::GetContentRegionAvail().x - ui.px(4)) / (most + 1)), height = ui.px(30);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width * (most + 1), height}, c.hover, ui.px(8));
    const FocusGroup group(ui, name);
    bool changed = false;
    for (int step = 0; step <= most; ++step) {
        const ImVec2 low = at + ImVec2{static_cast<float>(step) * width, 0};
        ImGui::SetCursorScreenPos(low);
        const bool on = value && std::lround(*value) == step;
        const ItemState s = item(ui, fmt::format("{}/{}", name, step), {width, height}, {.chosen = on});
        if (on || s.hovered)
            list.AddRectFilled(low + ImVec2{ui.px(2), ui.px(2)}, low + ImVec2{width - ui.px(2), height - ui.px(2)},
                               on ? c.accent : c.surface, ui.px(6));
        draw_text_centred(ui, list, {low.x, low.y, width, height}, Face::small_strong, on ? c.on_accent : c.ink,
                          std::to_string(step));
        if (!s.pressed) continue;
        value = on ? std::nullopt : std::optional(static_cast<float>(step));
        changed = true;
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width * (most + 1), height});
    return changed;
}

bool form_examined(const Ui& ui, std::string_view name, std::string_view label, Examined& answer) {
    static constexpr std::array answers{
        Segment{"open", nullptr, "\u2013", word("not examined"), ""}, Segment{"no", nullptr, word("no"), "", ""},
        Segment{"yes", nullptr, word("yes"), "", ""}, Segment{"unsure", nullptr, word("unsure"), "", ""}};
    const float full = ImGui::GetContentRegionAvail().x - ui.px(4);
    const float own = segmented_width(ui, answers), room = full - own - ui.px(12);
    gap(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(32);
    const bool beside = text_size(ui, Face::body, label, std::max(room, ui.px(60))).y <= height;
    const ImVec2 words = text_size(ui, Face::body, label, beside ? room : full);
    draw_text(ui, *ImGui::GetWindowDrawList(), {at.x, at.y + (beside ? (height - words.y) / 2 : 0)}, Face::body,
              ui.colors().ink, label, beside ? 0 : full);
    ImGui::SetCursorScreenPos({at.x + full - own, at.y + (beside ? 0 : words.y + ui.px(4))});
    const int pressed = segmented(ui, name, answers, static_cast<int>(answer), 32);
    if (pressed < 0 || pressed == static_cast<int>(answer)) return false;
    answer = static_cast<Examined>(pressed);
    return true;
}

bool form_number(const Ui& ui, std::string_view name, std::string_view label, std::optional<float>& value, float low,
                 float high) {
    form_name(ui, label);
    std::string text = value ? as_text(*value) : "";
    const std::string shown = text;
    if (!text_field(ui, name, text, {"\u2013"}, ui.px(110)) || text == shown) return false;
    if (text.empty()) {
        value.reset();
        return true;
    }
    const auto number = as_number(text);
    if (!number || !(*number >= low && *number <= high)) return false;
    value = number;
    return true;
}

int form_chips(const Ui& ui, std::string_view name, std::span<const Chip> chips) {
    const Colors& c = ui.colors();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x - ui.px(4), height = ui.px(30);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 at = start;
    int pressed = -1;
    const FocusGroup group(ui, name);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const Chip& chip = chips[i];
        const float width = text_size(ui, Face::small_strong, chip.label).x + ui.px(20);
        if (at.x > start.x && at.x + width > right) at = {start.x, at.y + height + ui.px(6)};
        ImGui::SetCursorScreenPos(at);
        const ImVec2 size{width, height};
        const ItemState s = item(ui, std::string(name) + "/" + chip.id, size, {.chosen = chip.on});
        list.AddRectFilled(at, at + size, chip.on ? c.selected : s.hovered ? c.hover : c.surface, height / 2);
        list.AddRect(at, at + size, chip.on ? c.accent : c.control, height / 2, 0, ui.px(1));
        draw_text_centred(ui, list, {at.x, at.y, width, height}, Face::small_strong, chip.on ? c.on_selected : c.ink,
                          chip.label);
        if (s.pressed) pressed = static_cast<int>(i);
        at.x += width + ui.px(6);
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({right - start.x, at.y + height - start.y});
    return pressed;
}

bool form_fold(const Ui& ui, std::string_view name, std::string_view label, bool& open) {
    const Colors& c = ui.colors();
    gap(ui, 10);
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{ImGui::GetContentRegionAvail().x - ui.px(4), ui.px(34)};
    const ItemState s = item(ui, name, size, {.folds = true});
    if (s.pressed || (s.fold != 0 && (s.fold > 0) != open)) open = !open;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + size, c.hover, ui.px(8));
    draw_text_centred(ui, list, {at.x, at.y, ui.px(24), size.y}, Face::icon, c.quiet, open ? icon::down : icon::right);
    draw_text(ui, list, {at.x + ui.px(26), at.y + (size.y - text_size(ui, Face::strong, label).y) / 2}, Face::strong,
              c.ink, label);
    return open;
}

}  // namespace myomap
