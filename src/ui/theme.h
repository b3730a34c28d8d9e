#pragma once
// The look of the window: colour tokens, spacing, fonts. The chart's own colours are in chart/palette.h; red is kept
// for referral zones, so nothing here is red.

#include <array>
#include <filesystem>
#include <string>

#include <imgui.h>

#include "chart/document.h"

namespace myomap {

struct Colors {
    ImU32 paper;         // side panels
    ImU32 surface;       // bars, fields, cards
    ImU32 hover;         // row or button under the cursor
    ImU32 selected;      // chosen row or segment
    ImU32 line;          // hairlines and quiet borders
    ImU32 control;       // border of a field or unchecked box; 3:1 on surface
    ImU32 ink;           // text
    ImU32 quiet;         // secondary text
    ImU32 accent;        // deep teal: focus, links, primary button
    ImU32 on_accent;     // text on the accent
    ImU32 on_selected;   // text on a selected row
    ImU32 notice;        // text of warnings
    ImU32 notice_paper;  // behind warnings
    ImU32 tooltip;
    ImU32 on_tooltip;
    ImU32 on_tooltip_quiet;
    ImU32 shade;  // over the window while a dialog is open
};

const Colors& window_colors(Theme theme);

// Contrast ratio of two opaque colours (WCAG 2), 1..21.
float contrast(ImU32 a, ImU32 b);

// `chart` is the legend's and the sides' size on the chart.
enum class Face { small, small_strong, body, strong, title, large, chart, icon };
inline constexpr int face_count = 8;

// Design size (em) in pixels at scale 1.
float design_size(Face face);

struct Look {
    Colors colors{};
    Theme theme = Theme::light;
    float scale = 1;
    float em_height = 1.2f;  // ImFont::FontSize (ascender to descender) of a text with an em of one pixel
    std::array<ImFont*, face_count> fonts{};

    ImFont* font(Face face) const { return fonts[static_cast<size_t>(face)]; }
    // A design length in whole pixels.
    float px(float design) const;
};

struct FontFiles {
    std::filesystem::path regular, semibold, icons;
};

// Fills io.Fonts for this scale (rasterised with FreeType) and look.fonts. Beside Latin-1, only characters that occur
// in `text` are rasterised: the whole of Inter would cost more than all the rest of the start.
// Throws ResourceError when a file is missing.
void build_fonts(Look& look, const FontFiles& files, const std::string& text);

// Sets ImGui's own style (scroll bars, selection, rounding) from the look.
void apply_style(Look& look, Theme theme);

}  // namespace myomap
