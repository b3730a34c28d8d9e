#pragma once
// The vector part of a picture through cairo and Pango: the same strokes and letters on a PNG and in a PDF, where text
// stays text. Sizes are in the cairo context's units.

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <cairo.h>
#include <pango/pangocairo.h>

#include "chart/canvas.h"

namespace myomap {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;

struct CairoDeleter {
    void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using CairoPtr = std::unique_ptr<cairo_t, CairoDeleter>;

// A layout whose letters lie exactly where they are put, without snapping to the pixel grid.
LayoutPtr make_layout(cairo_t* cr);
void set_font(PangoLayout* layout, float size, FontWeight weight, bool italic = false);
void set_color(cairo_t* cr, Color color);
// A path, ready to fill, stroke or clip.
void rounded_path(cairo_t* cr, const Rect& rect, float corner);

class CairoCanvas : public Canvas {
public:
    // `cr` must outlive the canvas.
    explicit CairoCanvas(cairo_t* cr);

    void line(glm::vec2 a, glm::vec2 b, float width_px, Color color) override;
    void circle(glm::vec2 centre, float radius_px, Color fill) override;
    void rectangle(const Rect& rect, float corner_px, Color fill) override;
    void polygon(std::span<const glm::vec2> corners, Color fill) override;
    void text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) override;
    float width(std::string_view utf8, float size_px, FontWeight weight) const override;

private:
    cairo_t* cr_;
    LayoutPtr layout_;
};

// Widths as CairoCanvas draws them, for where there is nothing to draw on yet. Measures every text once.
class PangoMeasure : public TextMeasure {
public:
    // Throws ResourceError when the typeface Inter is not installed.
    PangoMeasure();

    float width(std::string_view utf8, float size_px, FontWeight weight) const override;

private:
    SurfacePtr surface_;  // recording, so that no pixels are kept
    CairoPtr cr_;
    LayoutPtr layout_;
    mutable std::unordered_map<std::string, float> widths_[2];  // by weight, at size 1
};

struct TextStyle {
    float size = 10;
    FontWeight weight = FontWeight::regular;
    Color color;
    bool italic = false;
};

struct TextRun {
    std::string text;
    TextStyle style;
};

// A wrapped paragraph of runs; cut with an ellipsis after `max_lines`.
class TextBlock {
public:
    TextBlock(cairo_t* cr, const std::vector<TextRun>& runs, float width, int max_lines = 40);

    float height() const;
    float width() const;           // of the widest line
    float first_baseline() const;  // below the top
    void draw(cairo_t* cr, glm::vec2 top_left) const;

private:
    friend std::vector<TextRun> cut_after(cairo_t*, std::vector<TextRun>&, float, int);

    LayoutPtr layout_;
    Color color_;
};

// Leaves in `runs` what fills `lines` lines of this width and gives the rest; empty where all of it fits.
std::vector<TextRun> cut_after(cairo_t* cr, std::vector<TextRun>& runs, float width, int lines);

}  // namespace myomap
