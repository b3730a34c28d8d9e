#include "export/cairo_canvas.h"

#include <algorithm>
#include <numbers>
#include <string_view>

#include "app/resources.h"

namespace myomap {

namespace {

constexpr const char* family = "Inter";
constexpr float measured_size = 64;
constexpr float line_spacing = 1.12f;  // of the letters' own height, which is 1.2 of the size

// sRGB byte of a colour, 0..1; `shift` is 24 for red, 0 for alpha.
double channel(Color color, int shift) { return ((color.rgba >> shift) & 0xff) / 255.0; }

guint16 channel16(Color color, int shift) { return static_cast<guint16>(((color.rgba >> shift) & 0xff) * 257); }

struct DescriptionDeleter {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using DescriptionPtr = std::unique_ptr<PangoFontDescription, DescriptionDeleter>;

DescriptionPtr font(float size, FontWeight weight, bool italic) {
    DescriptionPtr description(pango_font_description_new());
    pango_font_description_set_family_static(description.get(), family);
    pango_font_description_set_weight(description.get(),
                                      weight == FontWeight::semibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(), italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description.get(), static_cast<double>(size) * PANGO_SCALE);
    return description;
}

void require_typeface(PangoContext* context) {
    const DescriptionPtr wanted = font(12, FontWeight::regular, false);
    const std::unique_ptr<PangoFont, Unref> found(pango_context_load_font(context, wanted.get()));
    if (found) {
        const DescriptionPtr description(pango_font_describe(found.get()));
        const char* name = pango_font_description_get_family(description.get());
        if (name && std::string_view(name).starts_with(family)) return;
    }
    throw ResourceError(word("the typeface Inter is not installed; install the package fonts-inter"));
}

// Width at size 1; unhinted text scales linearly.
float unit_width(PangoLayout* layout, std::string_view utf8, FontWeight weight) {
    set_font(layout, measured_size, weight);
    pango_layout_set_text(layout, utf8.data(), static_cast<int>(utf8.size()));
    int units = 0;
    pango_layout_get_size(layout, &units, nullptr);
    return static_cast<float>(units) / PANGO_SCALE / measured_size;
}

}  // namespace

LayoutPtr make_layout(cairo_t* cr) {
    LayoutPtr layout(pango_cairo_create_layout(cr));
    PangoContext* context = pango_layout_get_context(layout.get());
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_layout_context_changed(layout.get());
    return layout;
}

void set_font(PangoLayout* layout, float size, FontWeight weight, bool italic) {
    pango_layout_set_font_description(layout, font(size, weight, italic).get());
}

void set_color(cairo_t* cr, Color color) {
    cairo_set_source_rgba(cr, channel(color, 24), channel(color, 16), channel(color, 8), channel(color, 0));
}

void rounded_path(cairo_t* cr, const Rect& rect, float corner) {
    if (corner <= 0) {
        cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
        return;
    }
    constexpr double quarter = std::numbers::pi / 2;
    const double r = std::min({corner, rect.width / 2, rect.height / 2});
    const double right = rect.x + rect.width, bottom = rect.y + rect.height;
    cairo_new_sub_path(cr);
    cairo_arc(cr, right - r, rect.y + r, r, -quarter, 0);
    cairo_arc(cr, right - r, bottom - r, r, 0, quarter);
    cairo_arc(cr, rect.x + r, bottom - r, r, quarter, 2 * quarter);
    cairo_arc(cr, rect.x + r, rect.y + r, r, 2 * quarter, 3 * quarter);
    cairo_close_path(cr);
}

CairoCanvas::CairoCanvas(cairo_t* cr) : cr_(cr), layout_(make_layout(cr)) {
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
}

void CairoCanvas::line(glm::vec2 a, glm::vec2 b, float width_px, Color color) {
    set_color(cr_, color);
    cairo_set_line_width(cr_, width_px);
    cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
    cairo_move_to(cr_, a.x, a.y);
    cairo_line_to(cr_, b.x, b.y);
    cairo_stroke(cr_);
}

void CairoCanvas::circle(glm::vec2 centre, float radius_px, Color fill) {
    set_color(cr_, fill);
    cairo_new_path(cr_);
    cairo_arc(cr_, centre.x, centre.y, radius_px, 0, 2 * std::numbers::pi);
    cairo_fill(cr_);
}

void CairoCanvas::rectangle(const Rect& rect, float corner_px, Color fill) {
    set_color(cr_, fill);
    cairo_new_path(cr_);
    rounded_path(cr_, rect, corner_px);
    cairo_fill(cr_);
}

void CairoCanvas::polygon(std::span<const glm::vec2> corners, Color fill) {
    set_color(cr_, fill);
    cairo_new_path(cr_);
    for (const glm::vec2 corner : corners) cairo_line_to(cr_, corner.x, corner.y);
    cairo_fill(cr_);
}

void CairoCanvas::text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) {
    set_font(layout_.get(), size_px, weight);
    pango_layout_set_text(layout_.get(), utf8.data(), static_cast<int>(utf8.size()));
    set_color(cr_, color);
    cairo_move_to(cr_, at.x, at.y);
    pango_cairo_show_layout_line(cr_, pango_layout_get_line_readonly(layout_.get(), 0));
}

float CairoCanvas::width(std::string_view utf8, float size_px, FontWeight weight) const {
    return unit_width(layout_.get(), utf8, weight) * size_px;
}

PangoMeasure::PangoMeasure()
    : surface_(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr)),
      cr_(cairo_create(surface_.get())),
      layout_(make_layout(cr_.get())) {
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    require_typeface(pango_layout_get_context(layout_.get()));
}

float PangoMeasure::width(std::string_view utf8, float size_px, FontWeight weight) const {
    const auto [entry, is_new] = widths_[weight == FontWeight::semibold].try_emplace(std::string(utf8), 0.f);
    if (is_new) entry->second = unit_width(layout_.get(), utf8, weight);
    return entry->second * size_px;
}

TextBlock::TextBlock(cairo_t* cr, const std::vector<TextRun>& runs, float width, int max_lines)
    : layout_(make_layout(cr)) {
    PangoAttrList* attributes = pango_attr_list_new();
    std::string text;
    auto add = [&](PangoAttribute* attribute, size_t from) {
        attribute->start_index = static_cast<guint>(from);
        attribute->end_index = static_cast<guint>(text.size());
        pango_attr_list_insert(attributes, attribute);
    };
    for (const TextRun& run : runs) {
        const size_t from = text.size();
        text += run.text;
        const Color c = run.style.color;
        add(pango_attr_font_desc_new(font(run.style.size, run.style.weight, run.style.italic).get()), from);
        add(pango_attr_foreground_new(channel16(c, 24), channel16(c, 16), channel16(c, 8)), from);
        add(pango_attr_foreground_alpha_new(channel16(c, 0)), from);
    }
    if (!runs.empty()) {
        // The paragraph's own font also rules the height of an empty line.
        set_font(layout_.get(), runs.front().style.size, runs.front().style.weight);
        color_ = runs.front().style.color;
    }
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout_.get(), line_spacing);
    pango_layout_set_height(layout_.get(), -max_lines);
    pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
}

float TextBlock::height() const {
    int units = 0;
    pango_layout_get_size(layout_.get(), nullptr, &units);
    return static_cast<float>(units) / PANGO_SCALE;
}

float TextBlock::width() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return static_cast<float>(logical.width) / PANGO_SCALE;
}

float TextBlock::first_baseline() const {
    return static_cast<float>(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE;
}

void TextBlock::draw(cairo_t* cr, glm::vec2 top_left) const {
    set_color(cr, color_);
    cairo_move_to(cr, top_left.x, top_left.y);
    pango_cairo_show_layout(cr, layout_.get());
}

std::vector<TextRun> cut_after(cairo_t* cr, std::vector<TextRun>& runs, float width, int lines) {
    constexpr int any_number = 1'000'000;
    const TextBlock all(cr, runs, width, any_number);
    const PangoLayoutLine* line = pango_layout_get_line_readonly(all.layout_.get(), lines);
    if (!line) return {};
    auto left = static_cast<size_t>(line->start_index);
    for (size_t i = 0; i < runs.size(); ++i) {
        std::string& text = runs[i].text;
        if (left >= text.size()) {
            left -= text.size();
            continue;
        }
        std::vector<TextRun> rest(runs.begin() + static_cast<long>(i), runs.end());
        rest.front().text.erase(0, left);
        text.resize(left);
        runs.resize(i + 1);
        return rest;
    }
    return {};
}

}  // namespace myomap
