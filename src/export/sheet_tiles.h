#pragma once
// The parts of a contact sheet that every format of it draws alike.

#include <string>
#include <vector>

#include "chart/palette.h"
#include "export/chart_painter.h"
#include "export/sheet_request.h"

namespace myomap {

// In px of design; a page scales them down.
inline constexpr float sheet_gap = 16;
inline constexpr float sheet_header_height = 58;

struct SheetLook {
    const ChartPalette& palette;
    float unit;             // context units per px of design
    float pixels_per_unit;  // of the rendered body
    bool jpeg;

    TextStyle style(float size, FontWeight weight, Color color) const;
    TextStyle quiet() const;
};

struct SheetTile {
    ChartPainter* painter;
    PointRef ref;           // point -1: the muscle itself
    std::string tag = {};   // before the point's name: "Old"
    std::string what = {};  // after it
    bool absent = false;    // only says that there is no such point here; `ref` is the other dataset's
};

// All tiles of a sheet, never none, and what its heading says of them.
struct SheetContent {
    std::vector<SheetTile> tiles;
    std::string summary;
    bool pairs = false;  // each two tiles are old and new, to stand beside each other

    // Whose words the sheet itself uses.
    Scene scene() const { return tiles.front().painter->context().scene(); }
};

void draw_sheet_tile(cairo_t* cr, const SheetLook& look, const SheetTile& what, const SheetRequest& request,
                     const Rect& tile);
// `part`: which sheet or page of how many this is, or "".
void draw_sheet_header(cairo_t* cr, const SheetLook& look, const SheetRequest& request, const SheetContent& content,
                       const Rect& box, const std::string& part);

}  // namespace myomap
