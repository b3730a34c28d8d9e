#include "export/page_frame.h"

#include <algorithm>

#include "base/text.h"
#include "base/word.h"
#include "chart/swatch.h"
#include "report/words.h"

namespace myomap {

namespace {

constexpr float footer_height = 40;
constexpr float body_size = 8.8f;
constexpr float small_size = 7.6f;

// Of the letterhead: how far down it begins, and the most that a logo takes: 16 mm, and as much across as leaves the
// address its room.
constexpr float letterhead_top = 26;
constexpr float most_logo_height = 45.4f;
constexpr float most_logo_share = 0.36f;  // of the width
constexpr float least_paper_edge = 17;    // of a sheet, where printers can't print
constexpr float free_foot = 11;           // what the margin below has room for anyway

TextStyle letterhead_name(const ChartPalette& palette) { return {13, FontWeight::semibold, palette.text}; }
TextStyle letterhead_text(const ChartPalette& palette) { return {7.6f, FontWeight::regular, palette.quiet_text}; }

glm::vec2 logo_size(const Logo& logo, float width) {
    if (logo.bgra.empty()) return {};
    const glm::vec2 pixels(logo.size);
    return pixels * std::min(most_logo_height / pixels.y, most_logo_share * width / pixels.x);
}

void draw_logo(cairo_t* cr, const Logo& logo, glm::vec2 at, glm::vec2 size) {
    // cairo only reads from it.
    auto* pixels = const_cast<std::uint8_t*>(logo.bgra.data());
    const SurfacePtr surface(
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, logo.size.x, logo.size.y, logo.size.x * 4));
    cairo_save(cr);
    cairo_translate(cr, at.x, at.y);
    cairo_scale(cr, size.x / static_cast<float>(logo.size.x), size.y / static_cast<float>(logo.size.y));
    cairo_set_source_surface(cr, surface.get(), 0, 0);
    cairo_paint(cr);
    cairo_restore(cr);
    // Pages copy the pixels when they are finished.
    cairo_surface_finish(surface.get());
}

// Where each entry of a legend goes within a width, and how high all of it is.
struct LegendPlaces {
    static constexpr float side = 8.5f, swatch_width = 14;
    std::vector<TextBlock> texts;
    std::vector<glm::vec2> at;  // of the swatches, from the upper left
    float height = 0;

    LegendPlaces(cairo_t* cr, const std::vector<LegendEntry>& legend, float width) {
        const ChartPalette& palette = chart_palette(Theme::light);
        float x = 0, y = 8;
        for (const LegendEntry& entry : legend) {
            const TextBlock& text = texts.emplace_back(
                cr, std::vector<TextRun>{{entry.text, {8, FontWeight::regular, palette.text}}}, width, 1);
            if (x > 0 && x + swatch_width + 5 + text.width() > width) {
                x = 0;
                y += text.height() + 2;
            }
            at.emplace_back(x, y);
            height = y + text.height();
            x += swatch_width + 5 + text.width() + 13;
        }
    }
};

}  // namespace

PageStyles::PageStyles(const ChartPalette& palette, float scale) {
    title = {19, FontWeight::semibold, palette.text};
    latin = {10.5f, FontWeight::regular, palette.quiet_text, true};
    kicker = {7.4f, FontWeight::semibold, palette.quiet_text};
    footer = {7.4f, FontWeight::regular, palette.quiet_text};
    heading = {9.8f * scale, FontWeight::semibold, palette.text};
    body = {body_size * scale, FontWeight::regular, palette.text};
    strong = {body_size * scale, FontWeight::semibold, palette.text};
    small = {small_size * scale, FontWeight::regular, palette.quiet_text};
    small_strong = {small_size * scale, FontWeight::semibold, palette.quiet_text};
}

PageFrame::PageFrame(cairo_t* cr, glm::vec2 size, const Scene& scene, const PageHeading& heading,
                     const PageLetterhead* letterhead)
    : cr_(cr),
      size_(size),
      scene_(scene),
      heading_(heading),
      letterhead_(letterhead),
      palette_(chart_palette(Theme::light)),
      styles_(palette_, 1) {
    if (letterhead_) {
        head_ = this->letterhead(false);
        if (!letterhead_->words.footer.empty()) foot_ = std::max(0.f, letterhead_footer().height() - free_foot);
    }
    top_ = title(false) + 10;
    further_top_ = head_line(false, false) + 11;
    // What the letterhead's footer needs beyond the margin below.
    bottom_ = size_.y - page_margin - footer_height + 8 - foot_;
}

void PageFrame::draw(size_t page, size_t pages) const {
    if (letterhead_) letterhead(true);
    if (page == 0)
        title(true);
    else
        head_line(false, true);
    draw_footer(page, pages);
}

// The logo, the name beside it, and the address at the right edge.
float PageFrame::letterhead(bool drawn) const {
    const Letterhead& words = letterhead_->words;
    const glm::vec2 logo = logo_size(letterhead_->logo, width());
    const float indent = logo.x > 0 ? logo.x + 12 : 0;
    std::vector<TextBlock> lines;
    for (std::string line : words.address)
        lines.emplace_back(cr_, std::vector<TextRun>{{in_one_line(line), letterhead_text(palette_)}}, width() / 2, 1);
    if (!words.phone.empty())
        lines.emplace_back(cr_, std::vector<TextRun>{{in_one_line(words.phone), letterhead_text(palette_)}},
                           width() / 2, 1);
    float address_width = 0, address_height = 0;
    for (const TextBlock& line : lines) {
        address_width = std::max(address_width, line.width());
        address_height += line.height();
    }
    const TextBlock name(cr_, {{in_one_line(words.name), letterhead_name(palette_)}},
                         width() - indent - (address_width > 0 ? address_width + 18 : 0), 3);
    const float name_height = words.name.empty() ? 0 : name.height();
    const float height = std::max({logo.y, address_height, name_height});
    const float bottom = letterhead_top + height + 7;
    if (!drawn) return bottom;
    if (logo.x > 0) draw_logo(cr_, letterhead_->logo, {page_margin, letterhead_top + (height - logo.y) / 2}, logo);
    if (name_height > 0) name.draw(cr_, {page_margin + indent, letterhead_top + (height - name_height) / 2});
    float y = letterhead_top + (height - address_height) / 2;
    for (const TextBlock& line : lines) {
        line.draw(cr_, {size_.x - page_margin - line.width(), y});
        y += line.height();
    }
    CairoCanvas(cr_).line({page_margin, bottom}, {size_.x - page_margin, bottom}, 0.5f, palette_.leader);
    return bottom;
}

TextBlock PageFrame::letterhead_footer() const {
    return {cr_, {{in_one_line(letterhead_->words.footer), styles_.footer}}, width(), 2};
}

// The topmost line of what is ours.
float PageFrame::head_line(bool is_first, bool drawn) const {
    const float y = head_ > 0 ? head_ + 9 : page_margin - 8;
    const std::string& words = is_first ? heading_.kind : heading_.further;
    const TextBlock day(cr_, {{heading_.day, styles_.kicker}}, 120, 1);
    if (drawn) {
        day.draw(cr_, {size_.x - page_margin - day.width(), y});
        TextBlock(cr_, {{words, styles_.kicker}}, width() - 130, 1).draw(cr_, {page_margin, y});
    }
    return y + day.height();
}

std::vector<TextRun> PageFrame::subtitle() const {
    const TextStyle quiet{10.5f, FontWeight::regular, styles_.latin.color},
        strong{10.5f, FontWeight::semibold, styles_.body.color};
    std::vector<TextRun> runs;
    for (const PageHeading::Part& part : heading_.parts) {
        if (!runs.empty()) runs.push_back({"   \u00b7   ", quiet});
        if (!part.label.empty()) runs.push_back({part.label, quiet});
        runs.push_back({part.text, part.latin ? styles_.latin : strong});
    }
    return runs;
}

float PageFrame::title(bool drawn) const {
    float y = head_line(true, drawn) + 7;
    const TextBlock title(cr_, {{heading_.title, styles_.title}}, width(), 2);
    if (drawn) title.draw(cr_, {page_margin, y});
    y += title.height() + 1;
    const TextBlock line(cr_, subtitle(), width(), 2);
    if (drawn) line.draw(cr_, {page_margin, y});
    return y + line.height();
}

void PageFrame::draw_footer(size_t page, size_t pages) const {
    CairoCanvas canvas(cr_);
    const float y = size_.y - page_margin - footer_height + 18 - foot_;
    canvas.line({page_margin, y}, {size_.x - page_margin, y}, 0.5f, palette_.leader);
    const TextBlock number(
        cr_, {{scene_.phrase("Page {} of {}", {std::to_string(page + 1), std::to_string(pages)}), styles_.footer}}, 100,
        1);
    number.draw(cr_, {size_.x - page_margin - number.width(), y + 6});
    const TextBlock version(
        cr_,
        {{scene_.phrase("Myomap dataset {}", scene_.atlas.dataset_version) + ", " + scene_.atlas.license,
          styles_.footer}},
        170, 2);
    version.draw(cr_, {size_.x - page_margin - version.width(), y + 6 + number.height()});
    TextBlock(cr_, {{disclaimer(scene_), styles_.footer}}, width() - 190, 3).draw(cr_, {page_margin, y + 6});
    if (letterhead_ && !letterhead_->words.footer.empty()) {
        const TextBlock line = letterhead_footer();
        line.draw(cr_, {(size_.x - line.width()) / 2, size_.y - least_paper_edge - line.height()});
    }
}

float legend_height(cairo_t* cr, const std::vector<LegendEntry>& legend, float width) {
    return LegendPlaces(cr, legend, width).height;
}

void draw_legend(cairo_t* cr, const Picture& picture, const Rect& box) {
    CairoCanvas canvas(cr);
    const LegendPlaces places(cr, picture.legend, box.width);
    constexpr float side = LegendPlaces::side, swatch_width = LegendPlaces::swatch_width;
    for (size_t i = 0; i < places.at.size(); ++i) {
        const TextBlock& text = places.texts[i];
        const glm::vec2 at = glm::vec2{box.x, box.y} + places.at[i];
        draw_swatch(canvas, picture.legend[i].swatch,
                    {at.x, at.y + text.first_baseline() - side * 0.9f, swatch_width, side}, picture.style,
                    chart_palette(Theme::light));
        text.draw(cr, {at.x + swatch_width + 5, at.y});
    }
}

}  // namespace myomap
