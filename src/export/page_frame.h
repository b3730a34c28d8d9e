#pragma once
// What is the same on every page: the letterhead, the lines above and below what the page says, its fonts, and the key
// of its chart. All in points.

#include <string>
#include <vector>

#include "chart/palette.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "export/cairo_canvas.h"
#include "export/letterhead.h"

namespace myomap {

inline constexpr float page_margin = 42;

struct PageStyles {
    TextStyle title, latin, kicker, footer, heading, body, strong, small, small_strong;

    // `scale` is of the text, not of what frames it.
    PageStyles(const ChartPalette& palette, float scale);
};

// What a page says of itself, in one language.
struct PageHeading {
    struct Part {
        std::string label{}, text{};  // the label may be empty
        bool latin = false;
    };
    std::string kind;  // the topmost line of the first page
    std::string day;   // at its right edge
    std::string title;
    std::vector<Part> parts;  // of the line below the title
    std::string further;      // the topmost line of the other pages
};

class PageFrame {
public:
    // All must outlive the frame; `letterhead` may be null.
    PageFrame(cairo_t* cr, glm::vec2 size, const Scene& scene, const PageHeading& heading,
              const PageLetterhead* letterhead);

    float width() const { return size_.x - 2 * page_margin; }
    float top() const { return top_; }                  // of what is below the first page's title
    float further_top() const { return further_top_; }  // likewise of the others
    float bottom() const { return bottom_; }            // of what is above the footer

    // `page` counts from 0.
    void draw(size_t page, size_t pages) const;

private:
    cairo_t* cr_;
    glm::vec2 size_;
    const Scene& scene_;
    const PageHeading& heading_;
    const PageLetterhead* letterhead_;
    const ChartPalette& palette_;
    PageStyles styles_;
    float head_ = 0;  // where the letterhead ends; 0 without one
    float foot_ = 0;  // how much room its footer needs above the margin
    float top_ = 0, further_top_ = 0, bottom_ = 0;

    std::vector<TextRun> subtitle() const;
    // Both give where they end; nothing is drawn unless asked.
    float head_line(bool is_first, bool drawn) const;
    float title(bool drawn) const;
    float letterhead(bool drawn) const;
    TextBlock letterhead_footer() const;
    void draw_footer(size_t page, size_t pages) const;
};

// How high the key is at this width, and the key itself.
float legend_height(cairo_t* cr, const std::vector<LegendEntry>& legend, float width);
void draw_legend(cairo_t* cr, const Picture& picture, const Rect& box);

}  // namespace myomap
