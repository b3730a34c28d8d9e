#include "explain/step_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/text.h"
#include "base/word.h"
#include "chart/palette.h"
#include "chart/swatch.h"
#include "chart/zone_paint.h"

namespace myomap {

namespace {

// All of design.
constexpr float margin = 48, picture_left = 560, wide = 1000;
constexpr float paragraph_gap = 20, list_gap = 10, bullet_indent = 26, swatch_indent = 52;
constexpr float top_line = 48, foot_line = 28;  // of what is small, above and below
constexpr Color accent{0x0b5f66ff}, accent_dark{0x5cc1c8ff};

const StepText body{}, small{.size = 13, .leading = 18, .quiet = true};

std::vector<std::string> wrapped(std::string_view text, float width, float size, FontWeight weight,
                                 const TextMeasure& measure) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string word(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && measure.width(longer, size, weight) > width) {
            lines.push_back(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

// Texts below one another.
class Column {
public:
    // `grown`: how much larger than is usual.
    Column(StepPage& page, float left, float top, float width, const TextMeasure& measure, float grown = 1)
        : page_(page), left_(left), y_(top), width_(width), grown_(grown), measure_(measure) {}

    // `style`: all but lines and place, of design.
    void add(const std::string& text, float gap_above, StepText style) {
        const float s = page_.scale, indent = style.key ? swatch_indent : style.bullet ? bullet_indent : 0;
        style.size *= grown_;
        style.leading *= grown_;
        style.lines = wrapped(in_one_line(text), (width_ - indent) * s, style.size * s, style.weight, measure_);
        y_ += gap_above * grown_;
        style.at = glm::vec2{page_.area.x, page_.area.y} + s * glm::vec2{left_ + indent, y_ + style.size};
        y_ += style.leading * static_cast<float>(style.lines.size());
        style.size *= s;
        style.leading *= s;
        page_.texts.push_back(std::move(style));
    }
    float bottom() const { return y_; }

private:
    StepPage& page_;
    float left_, y_, width_, grown_;
    const TextMeasure& measure_;
};

// A figure of a few pixels: treatments are counted, as in the studies.
void paint_person(Canvas& canvas, glm::vec2 at, float high, Color color, bool filled, Color ground) {
    const float head = 0.17f * high, width = 0.5f * high;
    const Rect body{at.x - 0.5f * width, at.y + 2.3f * head, width, high - 2.3f * head};
    if (filled) {
        canvas.circle(at + glm::vec2{0, head}, head, color);
        canvas.rectangle(body, 0.3f * width, color);
        return;
    }
    // The same shape with its inside taken out.
    const float stroke = 0.07f * high;
    canvas.circle(at + glm::vec2{0, head}, head, color);
    canvas.circle(at + glm::vec2{0, head}, head - stroke, ground);
    canvas.rectangle(body, 0.3f * width, color);
    canvas.rectangle({body.x + stroke, body.y + stroke, body.width - 2 * stroke, body.height - 2 * stroke},
                     0.3f * width - stroke, ground);
}

// Kinds differ by fill as well as colour: full, striped, outlined, dotted, and faint for what had none.
void paint_kind(Canvas& canvas, glm::vec2 at, float high, std::size_t kind, std::size_t kinds, Theme theme) {
    const ChartPalette& palette = chart_palette(theme);
    const bool light = theme == Theme::light;
    const std::array colors{Color{light ? 0x1f5fa8ffu : 0x5a9fe8ffu}, Color{light ? 0xa34a00ffu : 0xe08a3cffu},
                            Color{light ? 0x6a3d9affu : 0xb58ae0ffu}, palette.text};
    if (kind + 1 == kinds)
        return paint_person(canvas, at, high, with_alpha(palette.quiet_text, 0x58), false, palette.background);
    const Color color = colors[kind % colors.size()];
    paint_person(canvas, at, high, color, kind % 4 != 2, palette.background);
    const float width = 0.5f * high, top = at.y + 0.39f * high, bottom = at.y + high;
    if (kind % 4 == 1)
        for (float y = top + 0.14f * high; y < bottom - 0.05f * high; y += 0.16f * high)
            canvas.line({at.x - 0.4f * width, y}, {at.x + 0.4f * width, y}, 0.05f * high, palette.background);
    if (kind % 4 == 3)
        for (float y = top + 0.13f * high; y < bottom - 0.06f * high; y += 0.16f * high)
            for (const float x : {-0.24f, 0.f, 0.24f})
                canvas.circle({at.x + x * width, y}, 0.035f * high, palette.background);
}

void paint_hundred(const StepPage& page, const ToldStep& step, Theme theme, Canvas& canvas) {
    const ChartPalette& palette = chart_palette(theme);
    const float s = page.scale;
    const Rect& box = page.picture;
    float words = 0;
    for (const std::string& one : step.words.list)
        words = std::max(words, canvas.width(one, 28 * s, FontWeight::regular));
    const float key = words + 124 * s;
    const float pitch = std::min((box.width - key) / 10, box.height / 10);
    const float high = 0.82f * pitch;
    std::size_t kind = 0;
    int left = step.counts.empty() ? 0 : step.counts[0];
    for (int i = 0; i < 100; ++i) {
        while (left == 0 && kind + 1 < step.counts.size()) left = step.counts[++kind];
        --left;
        const glm::vec2 at{box.x + (static_cast<float>(i % 10) + 0.5f) * pitch,
                           box.y + static_cast<float>(i / 10) * pitch};
        paint_kind(canvas, at, high, kind, step.counts.size(), theme);
    }
    const float row = std::min(62 * s, box.height / static_cast<float>(step.counts.size()));
    for (std::size_t k = 0; k < step.counts.size(); ++k) {
        const float x = box.x + 10 * pitch + 34 * s, y = box.y + static_cast<float>(k) * row;
        paint_kind(canvas, {x, y}, 34 * s, k, step.counts.size(), theme);
        canvas.text_right({x + 72 * s, y + 28 * s}, std::to_string(step.counts[k]), 28 * s, FontWeight::semibold,
                          palette.text);
        canvas.text({x + 84 * s, y + 28 * s}, step.words.list[k], 28 * s, FontWeight::regular, palette.text);
    }
}

// Skin, fat and muscle cut through, the tense spot, a needle in it; named by the step's list.
void paint_needle(const StepPage& page, const ToldStep& step, Canvas& canvas) {
    const float s = page.scale;
    constexpr float handle = 76, named = 24;  // of design: the needle outside, and the size of names
    const Rect box{page.picture.x, page.picture.y + handle * s, page.picture.width,
                   std::min(page.picture.height - handle * s, 0.72f * page.picture.width)};
    const float skin = 0.11f * box.height, fat = 0.19f * box.height;
    canvas.rectangle(box, 10 * s, {0xb9685eff});
    canvas.rectangle({box.x, box.y, box.width, skin + fat}, 10 * s, {0xeee0bcff});
    canvas.rectangle({box.x, box.y + 0.6f * (skin + fat), box.width, 0.4f * (skin + fat)}, 0, {0xeee0bcff});
    canvas.rectangle({box.x, box.y, box.width, skin}, 8 * s, {0xd8cabeff});
    const float muscle = box.y + skin + fat;
    for (float y = muscle + 10 * s; y < box.y + box.height - 8 * s; y += 12 * s)
        canvas.line({box.x + 4 * s, y}, {box.x + box.width - 4 * s, y}, 1.2f * s, {0xa4574eff});
    // The tight band and the spot in it.
    const glm::vec2 spot{box.x + 0.5f * box.width, muscle + 0.5f * (box.y + box.height - muscle)};
    std::array<glm::vec2, 36> band{}, dark{};
    for (std::size_t i = 0; i < band.size(); ++i) {
        const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(band.size());
        const glm::vec2 way{std::cos(turn), std::sin(turn)};
        band[i] = spot + way * glm::vec2{0.44f * box.width, 26 * s};
        dark[i] = spot + way * glm::vec2{34 * s, 18 * s};
    }
    canvas.polygon(band, {0x95463fff});
    canvas.polygon(dark, {0x6a2a2aff});
    // The needle, with its handle.
    canvas.line({spot.x, box.y - 46 * s}, {spot.x, spot.y + 4 * s}, 3 * s, {0x23292eff});
    canvas.rectangle({spot.x - 6 * s, box.y - handle * s, 12 * s, 34 * s}, 3 * s, {0x4d5a63ff});

    const std::vector<std::string>& names = step.words.list;
    const auto name = [&](std::size_t i, glm::vec2 at, Color color) {
        if (i < names.size()) canvas.text(at, names[i], named * s, FontWeight::semibold, color);
    };
    const float left = box.x + 18 * s, down = 0.36f * named * s;  // of a baseline below its middle
    const Color on_light{0x23292eff}, on_dark{0xffffffff};
    name(0, {left, box.y + 0.5f * skin + down}, on_light);
    name(1, {left, box.y + skin + 0.5f * fat + down}, on_light);
    name(2, {left, muscle + (named + 10) * s}, on_dark);
    if (names.size() < 4) return;
    const glm::vec2 from = spot + glm::vec2{40 * s, 34 * s};
    canvas.line(spot + glm::vec2{24 * s, 12 * s}, from, 2 * s, on_dark);
    name(3, from + glm::vec2{8 * s, (named - 4) * s}, on_dark);
}

void paint_dots(const StepPage& page, const StepPlace& place, const ChartPalette& palette, Theme theme,
                Canvas& canvas) {
    const Color on = theme == Theme::light ? accent : accent_dark;
    const std::vector<Rect> dots = step_dots(place, page.area, page.scale);
    for (std::size_t i = 0; i < dots.size(); ++i)
        canvas.rectangle(dots[i], 0.5f * dots[i].height,
                         i == place.index ? on : with_alpha(i < place.index ? on : palette.quiet_text, 0x70));
}

bool is_drawn(const ToldStep& step) {
    return step.picture || step.shows == StepShows::needle || step.shows == StepShows::hundred;
}

// The list is written in the picture.
bool names_picture(const ToldStep& step) { return step.shows == StepShows::needle || step.shows == StepShows::hundred; }

// What the colours of a pattern say.
void add_key(const Scene& scene, const ToldStep& step, Column& words) {
    const auto add = [&](StepKey key, const char* said) { words.add(scene.phrase(said), list_gap, {.key = key}); };
    add(StepKey::often, word("Often felt here"));
    if (step.spills_over) add(StepKey::sometimes, word("Sometimes felt here"));
    if (step.drawn) add(StepKey::drawn, word("What you drew"));
}

Paint paint_of(StepKey key, const ToldStep& step, const ChartPalette& palette) {
    if (key == StepKey::drawn && step.drawn) return *step.drawn;
    return zone_paint(key == StepKey::sometimes ? ZoneKind::spillover : ZoneKind::essential, Confidence::high, palette);
}

// `picture_share`: of the height, for a picture above the words. `grown`: the words, than is usual.
StepPage lay_out(const Scene& scene, const ToldStep& step, const StepPlace& place, const Rect& area, float scale,
                 float picture_share, float grown, const TextMeasure& measure) {
    StepPage page{.area = area, .scale = scale, .picture = {}, .texts = {}};
    const float width = area.width / scale, height = area.height / scale;
    const bool is_wide = width >= wide;
    const StepText heading{
        .size = is_wide ? 44.f : 36.f, .leading = is_wide ? 54.f : 44.f, .weight = FontWeight::semibold};
    const bool drawn = is_drawn(step);
    const float foot = height - 76;
    float text_left = margin, text_top = is_wide ? 112 : 84, text_width = width - 2 * margin;
    if (drawn && is_wide) {
        page.picture = {area.x + picture_left * scale, area.y + 76 * scale,
                        area.width - (picture_left + margin) * scale, (foot - 84) * scale};
        text_width = picture_left - 24 - margin;
    } else if (drawn) {
        const float high = picture_share * height;
        page.picture = {area.x + margin * scale, area.y + 64 * scale, area.width - 2 * margin * scale, high * scale};
        text_top = 64 + high + 12;
    }
    // A list stands beside the words where there is room.
    const bool lists = !names_picture(step) && !step.words.list.empty();
    const bool beside = lists && is_wide && !drawn;
    if (beside) text_width = picture_left - 24 - margin;

    Column top(page, margin, top_line - small.size, width - 2 * margin, measure);
    top.add(scene.phrase(word("{} of {} · {}"),
                         {std::to_string(place.index + 1), std::to_string(place.count), step.words.name}),
            0, small);
    Column words(page, text_left, text_top, text_width, measure, grown);
    words.add(step.words.heading, 0, heading);
    for (const std::string& text : step.words.text) words.add(text, paragraph_gap, body);
    Column list(page, picture_left, text_top + 8, width - picture_left - margin, measure, grown);
    if (lists)
        for (const std::string& text : step.words.list)
            (beside ? list : words).add(text, list_gap, {.leading = 36, .bullet = true});
    if (step.shows == StepShows::pattern) add_key(scene, step, words);
    if (!step.words.small.empty()) {
        StepText print = small;
        print.size /= grown;
        print.leading /= grown;
        words.add(step.words.small, paragraph_gap, print);
    }
    page.fits = std::max(words.bottom(), beside ? list.bottom() : 0) <= foot;
    const float foot_top = height - foot_line - small.size;
    if (place.asks && !step.words.ask.empty()) {
        Column ask(page, margin, foot_top - small.leading, 380, measure);
        ask.add(step.words.ask, 0, small);
    }
    if (!place.next.empty()) {
        const std::string next = scene.phrase(word("Next: {}"), place.next);
        const float next_width = measure.width(next, small.size * scale, FontWeight::regular) / scale;
        Column(page, width - margin - next_width - 1, foot_top, next_width + 2, measure).add(next, 0, small);
    }
    return page;
}

}  // namespace

float step_scale(const Rect& area, float wanted) {
    constexpr glm::vec2 usual{1280, 760};
    const float fills = std::min(area.width / usual.x, area.height / usual.y);
    const float most = std::min(area.width / least_step_page.x, area.height / least_step_page.y);
    return std::min(std::max(wanted, fills), most);
}

StepPage lay_out_step(const Scene& scene, const ToldStep& step, const StepPlace& place, const Rect& area, float scale,
                      const TextMeasure& measure) {
    StepPage page;
    if (is_drawn(step)) {
        for (const float picture_share : {0.44f, 0.38f, 0.32f, 0.26f, 0.2f}) {
            page = lay_out(scene, step, place, area, scale, picture_share, 1, measure);
            if (page.fits) break;
        }
        return page;
    }
    // Words alone may be as large as they fit.
    for (const float grown : {1.35f, 1.2f, 1.f}) {
        page = lay_out(scene, step, place, area, scale, 0, grown, measure);
        if (page.fits) break;
    }
    return page;
}

std::vector<Rect> step_dots(const StepPlace& place, const Rect& area, float scale) {
    constexpr float present = 30, dot = 10, beside = 250;  // free on either side, for small words
    const auto others = static_cast<float>(std::max<std::size_t>(place.count, 2) - 1);
    const float pitch = std::clamp((area.width / scale - 2 * beside - present) / others, dot + 3, 24.f);
    const float whole = static_cast<float>(place.count - 1) * pitch + present;
    float x = area.x + 0.5f * (area.width - whole * scale);
    const float y = area.y + area.height - (foot_line + dot) * scale;
    std::vector<Rect> dots;
    for (std::size_t i = 0; i < place.count; ++i) {
        const float width = (i == place.index ? present : dot) * scale;
        dots.push_back({x, y, width, dot * scale});
        x += width + (pitch - dot) * scale;
    }
    return dots;
}

void paint_step(const StepPage& page, const ToldStep& step, const StepPlace& place, Theme theme, Canvas& canvas) {
    const ChartPalette& palette = chart_palette(theme);
    if (step.shows == StepShows::hundred) paint_hundred(page, step, theme, canvas);
    if (step.shows == StepShows::needle) paint_needle(page, step, canvas);
    for (const StepText& text : page.texts) {
        const Color color = text.quiet ? palette.quiet_text : palette.text;
        glm::vec2 at = text.at;
        if (text.bullet)
            canvas.circle(at + glm::vec2{-0.62f * bullet_indent * page.scale, -0.34f * text.size}, 4 * page.scale,
                          theme == Theme::light ? accent : accent_dark);
        if (text.key)
            draw_swatch(canvas, paint_of(*text.key, step, palette),
                        {at.x - swatch_indent * page.scale, at.y - 0.78f * text.size, 38 * page.scale, 24 * page.scale},
                        Style::shaded, palette);
        for (const std::string& line : text.lines) {
            canvas.text(at, line, text.size, text.weight, color);
            at.y += text.leading;
        }
    }
    paint_dots(page, place, palette, theme, canvas);
}

std::vector<ToldStep> in_large_type(const Scene& scene, std::vector<ToldStep> steps, const Rect& area, float scale,
                                    const TextMeasure& measure) {
    std::vector<ToldStep> all;
    for (ToldStep& step : steps) {
        std::vector<std::string> rest = std::move(step.words.list);
        if (names_picture(step) || rest.empty()) {
            step.words.list = std::move(rest);
            all.push_back(std::move(step));
            continue;
        }
        const std::size_t first = all.size();
        while (!rest.empty()) {
            ToldStep part = step;
            part.words.list = std::move(rest);
            rest.clear();
            while (part.words.list.size() > 1 && !lay_out_step(scene, part, {}, area, scale, measure).fits) {
                rest.insert(rest.begin(), std::move(part.words.list.back()));
                part.words.list.pop_back();
            }
            all.push_back(std::move(part));
        }
        const std::size_t parts = all.size() - first;
        for (std::size_t i = 0; parts > 1 && i < parts; ++i)
            all[first + i].words.name += " " + std::to_string(i + 1) + "/" + std::to_string(parts);
    }
    return all;
}

}  // namespace myomap
