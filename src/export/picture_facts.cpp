#include "export/picture_facts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "body/areas.h"
#include "chart/label_room.h"
#include "chart/palette.h"
#include "chart/shown.h"
#include "chart/sight.h"
#include "chart/views.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 1000) / 1000; }

Json box_json(const Rect& r) { return {rounded(r.x), rounded(r.y), rounded(r.width), rounded(r.height)}; }
Json at_json(glm::vec2 p) { return {rounded(p.x), rounded(p.y)}; }

const char* glyph_name(Glyph glyph) {
    constexpr std::array names{"cross",  "disc", "ring",     "half_disc", "tick", "triangle",
                               "square", "scar", "swelling", "bruise",    "clear"};
    return names.at(static_cast<size_t>(glyph));
}

std::string color_of(const Swatch& swatch, const ChartPalette& palette) {
    const Paint* paint = std::get_if<Paint>(&swatch);
    const Color color = !paint ? palette.marker : paint->pattern == Pattern::solid ? paint->fill : paint->ink;
    return fmt::format("#{:06x}", color.rgba >> 8);
}

// One bit for each pixel of a picture.
struct Mask {
    glm::ivec2 size{};
    std::vector<bool> on;

    bool at(int x, int y) const { return on[static_cast<size_t>(y * size.x + x)]; }
};

class Measurer {
public:
    Measurer(ChartPainter& painter, const Document& document, const Picture& picture)
        : painter_(painter),
          scene_(painter.context().scene()),
          document_(document),
          picture_(picture),
          body_(scene_.body(picture.body)),
          bare_(draw({})) {}

    Json measure() {
        Json facts;
        facts["size"] = {picture_.size.x, picture_.size.y};
        measure_zones();
        const Mask face = painted(face_field());
        Mask skin{picture_.size, std::vector<bool>(zone_.on.size())};
        const Color paper = chart_palette(picture_.theme).background;
        for (size_t i = 0; i < skin.on.size(); ++i) skin.on[i] = differs(&bare_.rgba[4 * i], paper, 6);

        facts["views"] = Json::array();
        for (int v = 0; v < static_cast<int>(picture_.views.size()); ++v)
            facts["views"].push_back({{"title", picture_.views[static_cast<size_t>(v)].title},
                                      {"rect", box_json(picture_.views[static_cast<size_t>(v)].rect)},
                                      {"spanned", rounded(spanned(v))}});
        facts["insets"] = Json::array();
        for (const Inset& inset : picture_.insets)
            facts["insets"].push_back({{"view", inset.view}, {"rect", box_json(inset.small.rect)}});
        facts["marks"] = Json::array();
        for (const Mark& mark : picture_.marks)
            if (mark.emphasis != Emphasis::quiet)
                facts["marks"].push_back({{"view", mark.view},
                                          {"at", at_json(mark.at)},
                                          {"glyph", glyph_name(mark.glyph)},
                                          {"item", mark.item},
                                          {"label", mark.label}});
        facts["labels"] = Json::array();
        for (const Label& label : picture_.labels) {
            std::string text;
            for (const std::string& line : label.lines) text += (text.empty() ? "" : " ") + line;
            Json leaders = Json::array();
            for (const Leader& leader : label.leaders) leaders.push_back({at_json(leader.from), at_json(leader.to)});
            facts["labels"].push_back({{"view", label.view},
                                       {"text", text},
                                       {"cut", label.cut},
                                       {"box", box_json(label.box)},
                                       {"leaders", leaders},
                                       {"covers",
                                        {{"skin", covered(skin, label.box)},
                                         {"zone", covered(zone_, label.box)},
                                         {"mark", covers_mark(label)},
                                         {"face", covered(face, label.box)}}}});
        }
        facts["zones"] = std::move(zones_);
        facts["legend"] = Json::array();
        for (const LegendEntry& entry : picture_.legend)
            facts["legend"].push_back(
                {{"text", entry.text}, {"color", color_of(entry.swatch, chart_palette(picture_.theme))}});
        return facts;
    }

private:
    ChartPainter& painter_;
    const Scene scene_;
    const Document& document_;
    const Picture& picture_;
    const Body& body_;
    const Image bare_;  // without paint
    Mask zone_;         // of all zones and other paint that a label must leave free
    Json zones_ = Json::array();

    static bool differs(const std::uint8_t* pixel, Color color, int by) {
        for (int c = 0; c < 3; ++c)
            if (std::abs(static_cast<int>(pixel[c]) - static_cast<int>(color.rgba >> (24 - 8 * c) & 0xff)) > by)
                return true;
        return false;
    }

    Image draw(const SparseField& field) const {
        Picture picture = picture_;
        picture.layers.clear();
        picture.insets.clear();
        // The colour of nothing on a body.
        if (!field.empty())
            picture.layers.push_back({"measured", field, {.fill = {0x00ff00ff}, .film_fill = 1, .film_edge = 1}, {}});
        return painter_.draw(picture);
    }

    Mask painted(const SparseField& field) const {
        Mask mask{picture_.size, std::vector<bool>(bare_.rgba.size() / 4, false)};
        if (field.empty()) return mask;
        const Image image = draw(field);
        constexpr int by = 24;
        for (size_t i = 0; i < mask.on.size(); ++i) {
            const std::uint8_t *a = &bare_.rgba[4 * i], *b = &image.rgba[4 * i];
            for (int c = 0; c < 3; ++c) mask.on[i] = mask.on[i] || std::abs(int{a[c]} - int{b[c]}) > by;
        }
        return mask;
    }

    void measure_zones() {
        zone_ = Mask{picture_.size, std::vector<bool>(bare_.rgba.size() / 4, false)};
        const std::vector<float> areas = vertex_areas(body_.skin());
        const auto add = [&](const Mask& mask) {
            for (size_t i = 0; i < mask.on.size(); ++i) zone_.on[i] = zone_.on[i] || mask.on[i];
        };
        for (const PointRef ref : selected_points(scene_.atlas, document_)) {
            const auto& zones = scene_.atlas.point(ref).zones;
            for (const Side side : shown_sides(scene_.atlas, document_, ref)) {
                for (int z = 0; z < static_cast<int>(zones.size()); ++z) {
                    const ZoneKind kind = zones[static_cast<size_t>(z)].kind;
                    if (!is_shown(document_.view, kind)) continue;
                    const SparseField field = scene_.body_fields(picture_.body).zone(ref, z, side);
                    const Mask mask = painted(field);
                    add(mask);
                    double all = 0;
                    for (size_t i = 0; i < field.size(); ++i)
                        if (field.values[i] >= 128) all += areas[field.vertices[i]];
                    Json seen = Json::array();
                    double most = 0, sum = 0;
                    for (const PictureView& view : picture_.views) {
                        const double share = all > 0 ? shown_cm2(field, areas, mask, view) / all : 0;
                        seen.push_back(rounded(share));
                        most = std::max(most, share);
                        sum += share;
                    }
                    zones_.push_back({{"point", scene_.atlas.full_id(ref)},
                                      {"kind", to_text(kind)},
                                      {"side", to_text(side)},
                                      {"seen", rounded(most)},
                                      {"seen_in_views", seen}});
                }
            }
        }
        if (zones_.empty())
            for (const PaintLayer& layer : picture_.layers)
                if (is_subject(layer.paint)) add(painted(layer.field));
    }

    // Of the zone's skin what a view shows: where it is painted, and no other skin lies before it.
    double shown_cm2(const SparseField& field, const std::vector<float>& areas, const Mask& mask,
                     const PictureView& view) const {
        constexpr float flattest = 0.12f;  // of the cosine: a rim is seen as a line
        constexpr float same_cm = 1.2f;
        const SkinAsset& skin = body_.skin();
        const glm::vec3 viewer = toward_viewer(view.camera);
        double area = 0;
        for (size_t i = 0; i < field.size(); ++i) {
            const std::uint32_t v = field.vertices[i];
            if (field.values[i] < 128 || dot(skin.normals[v], viewer) < flattest) continue;
            const glm::vec2 pixel = project(view, skin.positions[v]);
            if (!view.rect.contains(pixel) || !mask.at(static_cast<int>(pixel.x), static_cast<int>(pixel.y))) continue;
            const auto hit = skin_at(scene_, body_, view, pixel);
            if (hit && distance(hit->position, skin.positions[v]) < same_cm) area += areas[v];
        }
        return area;
    }

    template <class Each>
    void for_pixels(const Rect& rect, int step, Each&& each) const {
        const int left = std::max(0, static_cast<int>(rect.x)), top = std::max(0, static_cast<int>(rect.y));
        const int right = std::min(picture_.size.x, static_cast<int>(std::ceil(rect.x + rect.width)));
        const int bottom = std::min(picture_.size.y, static_cast<int>(std::ceil(rect.y + rect.height)));
        for (int y = top; y < bottom; y += step)
            for (int x = left; x < right; x += step) each(x, y);
    }

    double spanned(int v) const {
        const PictureView& view = picture_.views[static_cast<size_t>(v)];
        glm::vec2 low{1e9f}, high{-1e9f};
        const auto add = [&](glm::vec2 p) { low = min(low, p), high = max(high, p); };
        for_pixels(view.rect, 1, [&](int x, int y) {
            if (zone_.at(x, y)) add({static_cast<float>(x), static_cast<float>(y)});
        });
        for (const Mark& mark : picture_.marks)
            if (mark.view == v && mark.emphasis == Emphasis::strong) add(mark.at);
        if (low.x > high.x) return 0;
        return std::max((high.x - low.x) / view.rect.width, (high.y - low.y) / view.rect.height);
    }

    double covered(const Mask& mask, const Rect& box) const {
        int all = 0, on = 0;
        for_pixels(box, 1, [&](int x, int y) { ++all, on += mask.at(x, y); });
        return all == 0 ? 0 : rounded(static_cast<double>(on) / all);
    }

    double covers_mark(const Label& label) const {
        const float reach = 7 * picture_.scale;
        int all = 0, on = 0;
        for_pixels(label.box, 1, [&](int x, int y) {
            ++all;
            on += std::ranges::any_of(picture_.marks, [&](const Mark& mark) {
                return mark.view == label.view && mark.emphasis != Emphasis::quiet &&
                       glm::distance(mark.at, glm::vec2{x, y}) < reach;
            });
        });
        return all == 0 ? 0 : rounded(static_cast<double>(on) / all);
    }

    SparseField face_field() const {
        SparseField field;
        if (!scene_.regions) return field;
        const auto& regions = scene_.regions->set().regions;
        for (int r = 0; r < static_cast<int>(regions.size()); ++r) {
            if (regions[static_cast<size_t>(r)].part != RegionPart::face) continue;
            for (const Side side : {Side::left, Side::right})
                field = unite(field, scene_.regions->on(body_).field({r, side}));
        }
        return field;
    }
};

}  // namespace

nlohmann::ordered_json picture_facts(ChartPainter& painter, const Document& document, const Picture& picture) {
    return Measurer(painter, document, picture).measure();
}

}  // namespace myomap
