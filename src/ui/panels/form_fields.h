#pragma once
// What forms are made of: each a quiet name over a field. All in the flow of the current ImGui window; each returns
// whether the value was changed.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "chart/drawing.h"
#include "ui/ui.h"

namespace myomap {

inline constexpr std::size_t most_form_text = 4000;  // bytes, as in a chart file

void form_name(const Ui& ui, std::string_view label);
bool form_text(const Ui& ui, std::string_view name, std::string_view label, std::string& text,
               std::string_view hint = "");
// A day; what is typed is taken over once it is one. Empty: none.
bool form_date(Ui& ui, std::string_view name, std::string_view label, std::string& date);
// 0 to 10 in whole steps; the chosen one again means not asked.
bool form_rating(const Ui& ui, std::string_view name, std::string_view label, std::optional<float>& value);
// Not examined, no, yes, unsure.
bool form_examined(const Ui& ui, std::string_view name, std::string_view label, Examined& answer);
// A number from `low` to `high`; what is no number is not taken over. Empty: nothing.
bool form_number(const Ui& ui, std::string_view name, std::string_view label, std::optional<float>& value, float low,
                 float high);

// Words that can be on or off, wrapped into rows. Returns the one that was pressed, or -1.
struct Chip {
    std::string id, label;
    bool on = false;
};
int form_chips(const Ui& ui, std::string_view name, std::span<const Chip> chips);

// A line that folds what follows.
bool form_fold(const Ui& ui, std::string_view name, std::string_view label, bool& open);

}  // namespace myomap
