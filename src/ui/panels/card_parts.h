#pragma once
// What the cards are built from. All in the flow of the current ImGui window.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

void heading(const Ui& ui, std::string_view text);
// A quiet name over its text.
void fact(const Ui& ui, std::string_view name, std::string_view text);
// One line with a dot for each.
void bullets(const Ui& ui, const std::vector<ReportItem>& lines);

// A box around what `body` draws. `icon` and `title` are its first line.
struct BoxLook {
    ImU32 fill = 0, border = 0, ink = 0;
    const char* icon = nullptr;
    std::string_view title;
};
void box(const Ui& ui, const BoxLook& look, const std::function<void(float indent)>& body);

// Three bars, as many filled as sure: readable without colour. Gives the width.
float draw_confidence(const Ui& ui, ImDrawList& list, ImVec2 at, Confidence confidence, ImU32 color,
                      bool in_words = true);
// The zone's look on the chart in small.
void draw_swatch(const Ui& ui, ImDrawList& list, ImVec2 at, const ReportZone& zone);

// Muscles as buttons that choose them; `name` is the prefix of their names.
void muscle_links(Ui& ui, std::string_view name, const std::vector<ReportItem>& muscles);
// A button with words, as wide as they are and at most as wide as there is room.
bool link(Ui& ui, const std::string& name, const char* icon, std::string_view words);

// Plain or clinical; at the top of every card.
void wording_switch(Ui& ui);

// The fold under every card: the honest words, how sure, from which sources.
void why_fold(Ui& ui, const Report& report, bool& open);

// Warning signs in their box: emergencies always, of the others only how many there are until they are asked for.
void red_flags(Ui& ui, const ReportSection& signs, bool& open);

// The same for a muscle, or where there are many: the emergencies' names in a line, each sign with what to look for
// when opened.
void emergencies(Ui& ui, const ReportSection& signs, bool& open);

}  // namespace myomap
