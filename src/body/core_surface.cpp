#include "body/core_surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include <glm/geometric.hpp>

#include "body/points.h"

namespace myomap {

namespace {

constexpr int curve_samples = 25;  // a station's curve is worked with as this many points
constexpr float row_spacing_cm = 1.1f, column_spacing_cm = 1.3f;
constexpr int most_rows = 44, most_columns = 20;

// One station on the body: its curve from edge to edge and the half thickness along it.
struct Section {
    std::vector<glm::vec3> curve;       // curve_samples points, evenly spaced
    std::vector<float> half_thickness;  // the same
    glm::vec3 facing{};                 // where the flat face looks, not unit
    glm::vec3 middle() const { return curve[curve_samples / 2]; }
    float width() const {
        float sum = 0;
        for (size_t i = 1; i < curve.size(); ++i) sum += glm::distance(curve[i - 1], curve[i]);
        return sum;
    }
};

glm::vec3 direction_of(const Offset& o) { return {o.lateral, o.superior, o.anterior}; }

template <class T>
T mix_at(std::span<const T> values, float where) {
    const float last = static_cast<float>(values.size() - 1);
    const float clamped = std::clamp(where, 0.f, last);
    const auto i = std::min(static_cast<size_t>(clamped), values.size() - (values.size() > 1 ? 2 : 1));
    if (values.size() == 1) return values[0];
    const float t = clamped - static_cast<float>(i);
    return values[i] * (1 - t) + values[i + 1] * t;
}

// Centripetal Catmull-Rom through p1..p2 (Barry and Goldman's pyramid), t in [t1, t2].
template <class T>
T catmull_rom(const T& p0, const T& p1, const T& p2, const T& p3, float t0, float t1, float t2, float t3, float t) {
    const T a1 = p0 * ((t1 - t) / (t1 - t0)) + p1 * ((t - t0) / (t1 - t0));
    const T a2 = p1 * ((t2 - t) / (t2 - t1)) + p2 * ((t - t1) / (t2 - t1));
    const T a3 = p2 * ((t3 - t) / (t3 - t2)) + p3 * ((t - t2) / (t3 - t2));
    const T b1 = a1 * ((t2 - t) / (t2 - t0)) + a2 * ((t - t0) / (t2 - t0));
    const T b2 = a2 * ((t3 - t) / (t3 - t1)) + a3 * ((t - t1) / (t3 - t1));
    return b1 * ((t2 - t) / (t2 - t1)) + b2 * ((t - t1) / (t2 - t1));
}

// Evenly spaced points on the smooth curve through `points`.
std::vector<glm::vec3> smooth_curve(const std::vector<glm::vec3>& points, int count) {
    std::vector<glm::vec3> dense;
    if (points.size() == 2) {
        dense = points;
    } else {
        std::vector<float> knot{0};
        for (size_t i = 1; i < points.size(); ++i)
            knot.push_back(knot.back() + std::sqrt(std::max(1e-4f, glm::distance(points[i - 1], points[i]))));
        constexpr int steps = 12;
        for (size_t i = 0; i + 1 < points.size(); ++i) {
            const glm::vec3 before = i > 0 ? points[i - 1] : 2.f * points[0] - points[1];
            const glm::vec3 after = i + 2 < points.size() ? points[i + 2] : 2.f * points[i + 1] - points[i];
            const float t0 = i > 0 ? knot[i - 1] : knot[0] - (knot[1] - knot[0]);
            const float t3 = i + 2 < points.size() ? knot[i + 2] : 2 * knot[i + 1] - knot[i];
            for (int s = 0; s < steps; ++s) {
                const float t = knot[i] + (knot[i + 1] - knot[i]) * static_cast<float>(s) / steps;
                dense.push_back(catmull_rom(before, points[i], points[i + 1], after, t0, knot[i], knot[i + 1], t3, t));
            }
        }
        dense.push_back(points.back());
    }
    std::vector<float> along{0};
    for (size_t i = 1; i < dense.size(); ++i) along.push_back(along.back() + glm::distance(dense[i - 1], dense[i]));
    std::vector<glm::vec3> even;
    for (int i = 0; i < count; ++i) {
        const float wanted = along.back() * static_cast<float>(i) / static_cast<float>(count - 1);
        const auto next = static_cast<size_t>(std::ranges::lower_bound(along, wanted) - along.begin());
        if (next == 0) {
            even.push_back(dense.front());
        } else {
            const size_t n = std::min(next, dense.size() - 1);
            const float span = along[n] - along[n - 1];
            even.push_back(glm::mix(dense[n - 1], dense[n], span > 0 ? (wanted - along[n - 1]) / span : 0));
        }
    }
    return even;
}

glm::vec3 resolve_station_point(const Body& body, const ShapeStation& station, const PointSpec& spec) {
    if (!station.depth_cm) return resolve_deep(body, spec, Side::left);
    const SkinPoint skin = resolve_on_skin(body, spec, Side::left);
    return skin.position - *station.depth_cm * skin.normal;
}

glm::vec3 facing_of(const Body& body, const ShapePart& part, const ShapeStation& station, const glm::vec3& at) {
    if (station.facing) return direction_of(*station.facing);
    if (part.facing) return direction_of(*part.facing);
    return body.query().closest(at).normal;
}

// One-point stations become curves in the direction that is across the fibres and along the flat face.
std::vector<Section> sections_of(const Body& body, const ShapePart& part) {
    const float scale = body.height_cm() / 173.4f;
    const auto count = part.stations.size();
    std::vector<std::vector<glm::vec3>> points(count);
    std::vector<glm::vec3> middles(count);
    for (size_t i = 0; i < count; ++i) {
        for (const PointSpec& spec : part.stations[i].curve)
            points[i].push_back(resolve_station_point(body, part.stations[i], spec));
        if (points[i].size() > 1) points[i] = smooth_curve(points[i], curve_samples);
        // A depth holds along the whole curve, not only at the points that are written.
        if (part.stations[i].depth_cm && points[i].size() > 1) {
            for (glm::vec3& p : points[i]) {
                const SkinPoint skin = body.query().closest(p);
                p = skin.position - *part.stations[i].depth_cm * skin.normal;
            }
        }
        middles[i] = points[i].size() > 1 ? points[i][curve_samples / 2] : points[i][0];
    }
    std::vector<Section> sections(count);
    const auto neighbour = [&](size_t i, int step) {
        const auto n = static_cast<int>(count);
        const int j = static_cast<int>(i) + step;
        if (part.closed) return static_cast<size_t>((j + n) % n);
        return static_cast<size_t>(std::clamp(j, 0, n - 1));
    };
    for (size_t i = 0; i < count; ++i) {
        const ShapeStation& station = part.stations[i];
        Section& section = sections[i];
        section.facing = facing_of(body, part, station, middles[i]);
        std::vector<float> half;
        for (const float t : station.thickness_cm) half.push_back(0.5f * t * scale);
        if (points[i].size() > 1) {
            section.curve = points[i];
        } else {
            glm::vec3 along = middles[neighbour(i, 1)] - middles[neighbour(i, -1)];
            if (dot(along, along) < 1e-6f) along = {0, 1, 0};  // no way to go: shape_fault says so
            glm::vec3 lateral = cross(along, section.facing);
            if (dot(lateral, lateral) < 1e-6f) lateral = cross(along, glm::vec3{0.3f, 0.2f, 1});
            lateral = normalize(lateral);
            const float reach = 0.5f * station.width_cm * scale;
            for (int s = 0; s < curve_samples; ++s) {
                const float t = static_cast<float>(s) / (curve_samples - 1);
                section.curve.push_back(middles[i] + (2 * t - 1) * reach * lateral);
            }
        }
        for (int s = 0; s < curve_samples; ++s) {
            const float where = static_cast<float>(s) / (curve_samples - 1) * static_cast<float>(half.size() - 1);
            section.half_thickness.push_back(mix_at<float>(half, where));
        }
    }
    // A widened place may run either way; it runs as its neighbour does, and as the nearest written curve.
    const auto turn = [](Section& section) {
        std::ranges::reverse(section.curve);
        std::ranges::reverse(section.half_thickness);
    };
    const auto same_way = [](const Section& a, const Section& b) {
        return dot(a.curve.back() - a.curve.front(), b.curve.back() - b.curve.front()) >= 0;
    };
    const auto written = [&](size_t i) { return part.stations[i].curve.size() > 1; };
    size_t first = 0;
    while (first < count && !written(first)) ++first;
    if (first == count) first = 0;
    for (size_t i = first; i-- > 0;)
        if (!same_way(sections[i], sections[i + 1])) turn(sections[i]);
    for (size_t i = first + 1; i < count; ++i)
        if (!written(i) && !same_way(sections[i], sections[i - 1])) turn(sections[i]);
    return sections;
}

// The rounded rim takes half a thickness at either edge; what is left of the curve is the core.
void trim(Section& section) {
    const float width = section.width();
    const float from = section.half_thickness.front(), to = section.half_thickness.back();
    float a = width > 0 ? from / width : 0.5f, b = width > 0 ? 1 - to / width : 0.5f;
    if (a >= b) a = b = std::clamp(from / std::max(1e-4f, from + to), 0.f, 1.f);
    std::vector<glm::vec3> curve;
    std::vector<float> half;
    for (int s = 0; s < curve_samples; ++s) {
        const float where = (a + (b - a) * static_cast<float>(s) / (curve_samples - 1)) * (curve_samples - 1);
        curve.push_back(mix_at<glm::vec3>(section.curve, where));
        half.push_back(mix_at<float>(section.half_thickness, where));
    }
    section.curve = std::move(curve);
    section.half_thickness = std::move(half);
}

// The spline along the fibres: rows of `columns` points at equal steps of the middle line.
class Loft {
public:
    Loft(const std::vector<Section>& sections, bool closed) : sections_(sections), closed_(closed) {
        knots_.push_back(0);
        const size_t spans = closed ? sections.size() : sections.size() - 1;
        for (size_t i = 0; i < spans; ++i) {
            const float step = glm::distance(section(i).middle(), section(i + 1).middle());
            knots_.push_back(knots_.back() + std::sqrt(std::max(1e-3f, step)));
        }
        constexpr int steps = 300;
        glm::vec3 last = position(0, 0.5f);
        for (int i = 0; i <= steps; ++i) {
            const float t = knots_.back() * static_cast<float>(i) / steps;
            const glm::vec3 p = position(t, 0.5f);
            way_.push_back((way_.empty() ? 0 : way_.back()) + glm::distance(last, p));
            last = p;
        }
    }

    float length_cm() const { return way_.back(); }

    // Knot parameter at a share of the middle line's length.
    float parameter(float share) const {
        const float wanted = share * way_.back();
        const auto next = static_cast<size_t>(std::ranges::lower_bound(way_, wanted) - way_.begin());
        const float steps = static_cast<float>(way_.size() - 1);
        if (next == 0) return 0;
        if (next >= way_.size()) return knots_.back();
        const float span = way_[next] - way_[next - 1];
        const float inside = span > 0 ? (wanted - way_[next - 1]) / span : 0;
        return knots_.back() * (static_cast<float>(next - 1) + inside) / steps;
    }

    // Between which stations: 1.25 is a quarter of the way from the second to the third.
    float station(float t) const {
        const size_t i = span_of(t);
        return static_cast<float>(i) + std::clamp((t - knots_[i]) / (knots_[i + 1] - knots_[i]), 0.f, 1.f);
    }

    glm::vec3 position(float t, float across) const {
        return evaluate<glm::vec3>(
            t, [&](const Section& s) { return mix_at<glm::vec3>(s.curve, across * (curve_samples - 1)); });
    }
    glm::vec3 facing(float t) const {
        const size_t i = span_of(t);
        const float u = (t - knots_[i]) / (knots_[i + 1] - knots_[i]);
        return glm::mix(section(i).facing, section(i + 1).facing, u);
    }
    // Between its two stations' thicknesses, never beyond them.
    float half_thickness(float t, float across) const {
        const auto at = [&](const Section& s) { return mix_at<float>(s.half_thickness, across * (curve_samples - 1)); };
        const size_t i = span_of(t);
        const float a = at(section(i)), b = at(section(i + 1));
        return std::clamp(evaluate<float>(t, at), std::min(a, b), std::max(a, b));
    }

private:
    const std::vector<Section>& sections_;
    bool closed_;
    std::vector<float> knots_, way_;

    const Section& section(size_t i) const { return sections_[i % sections_.size()]; }
    size_t span_of(float t) const {
        size_t i = 0;
        while (i + 2 < knots_.size() && t > knots_[i + 1]) ++i;
        return i;
    }

    template <class T, class At>
    T evaluate(float t, const At& at) const {
        const size_t i = span_of(t), n = sections_.size();
        const T p1 = at(section(i)), p2 = at(section(i + 1));
        const float t1 = knots_[i], t2 = knots_[i + 1];
        const bool has_before = closed_ || i > 0, has_after = closed_ || i + 2 < n;
        const T p0 = has_before ? at(section(i + n - 1)) : p1 * 2.f - p2;
        const T p3 = has_after ? at(section(i + 2)) : p2 * 2.f - p1;
        const float before = has_before ? (i > 0 ? knots_[i] - knots_[i - 1] : knots_[n] - knots_[n - 1]) : t2 - t1;
        const float after = has_after ? (i + 2 < knots_.size() ? knots_[i + 2] - knots_[i + 1] : knots_[1]) : t2 - t1;
        return catmull_rom(p0, p1, p2, p3, t1 - before, t1, t2, t2 + after, t);
    }
};

void put_under_skin(const Body& body, CoreSurface& core, float margin_cm) {
    for (size_t i = 0; i < core.positions.size(); ++i) {
        glm::vec3& p = core.positions[i];
        const SkinPoint skin = body.query().closest(p);
        const float depth = depth_under_skin(body, p);
        const float least = margin_cm + 0.6f * std::min(core.half_thickness[i], 0.6f);
        if (depth >= least) continue;
        const glm::vec3 to = skin.position - least * skin.normal;
        core.moved_cm = std::max(core.moved_cm, glm::distance(p, to));
        p = to;
    }
}

// Rows between the stations take the depth that the stations have.
void drape(const Body& body, const std::vector<Section>& sections, const std::vector<float>& row_station,
           CoreSurface& core) {
    std::vector<std::vector<float>> depths;
    for (const Section& section : sections) {
        std::vector<float> across;
        for (int c = 0; c < core.columns; ++c) {
            const float where = core.columns == 1 ? 0.5f : static_cast<float>(c) / static_cast<float>(core.columns - 1);
            across.push_back(depth_under_skin(body, mix_at<glm::vec3>(section.curve, where * (curve_samples - 1))));
        }
        depths.push_back(std::move(across));
    }
    for (int r = 0; r < core.rows; ++r) {
        for (int c = 0; c < core.columns; ++c) {
            const auto station = static_cast<size_t>(row_station[static_cast<size_t>(r)]);
            const float t = row_station[static_cast<size_t>(r)] - static_cast<float>(station);
            const float here = depths[station % depths.size()][static_cast<size_t>(c)];
            const float next = depths[core.closed ? (station + 1) % depths.size()
                                                  : std::min(station + 1, depths.size() - 1)][static_cast<size_t>(c)];
            glm::vec3& p = core.positions[core.index(r, c)];
            const SkinPoint skin = body.query().closest(p);
            p = skin.position - (here + t * (next - here)) * skin.normal;
        }
    }
    // The nearest skin jumps in hollows; neighbours even that out.
    for (int pass = 0; pass < 2; ++pass) {
        const std::vector<glm::vec3> before = core.positions;
        for (int r = 1; r + 1 < core.rows; ++r) {
            for (int c = 0; c < core.columns; ++c) {
                const glm::vec3 around = 0.5f * (before[core.index(r - 1, c)] + before[core.index(r + 1, c)]);
                core.positions[core.index(r, c)] = glm::mix(before[core.index(r, c)], around, 0.5f);
            }
        }
    }
}

void add_frames(CoreSurface& core, const std::vector<glm::vec3>& wanted_facing) {
    core.facing.resize(core.positions.size());
    core.lateral.resize(core.positions.size());
    for (int r = 0; r < core.rows; ++r) {
        const int before = core.closed ? (r + core.rows - 1) % core.rows : std::max(0, r - 1);
        const int after = core.closed ? (r + 1) % core.rows : std::min(core.rows - 1, r + 1);
        for (int c = 0; c < core.columns; ++c) {
            glm::vec3 along = core.positions[core.index(after, c)] - core.positions[core.index(before, c)];
            if (dot(along, along) < 1e-8f) along = {0, 1, 0};
            along = normalize(along);
            glm::vec3 lateral{0};
            if (core.columns > 1)
                lateral = core.positions[core.index(r, std::min(c + 1, core.columns - 1))] -
                          core.positions[core.index(r, std::max(c - 1, 0))];
            // Where the core has shrunk to a line the facing of the stations decides.
            const float spread = glm::length(lateral);
            if (spread < 0.05f) lateral = cross(along, wanted_facing[static_cast<size_t>(r)]);
            lateral -= along * dot(along, lateral);
            if (dot(lateral, lateral) < 1e-8f) lateral = cross(along, glm::vec3{0.31f, 0.2f, 0.93f});
            if (dot(lateral, lateral) < 1e-8f) lateral = cross(along, glm::vec3{1, 0, 0});
            lateral = normalize(lateral);
            core.lateral[core.index(r, c)] = lateral;
            core.facing[core.index(r, c)] = normalize(cross(lateral, along));
        }
    }
    // A line's sections must not roll over from one row to the next.
    for (int r = 1; r < core.rows; ++r) {
        for (int c = 0; c < core.columns; ++c) {
            if (dot(core.facing[core.index(r, c)], core.facing[core.index(r - 1, c)]) >= 0) continue;
            if (core.columns > 1 &&
                glm::distance(core.positions[core.index(r, 0)], core.positions[core.index(r, core.columns - 1)]) > 0.1f)
                continue;
            core.facing[core.index(r, c)] *= -1.f;
            core.lateral[core.index(r, c)] *= -1.f;
        }
    }
}

float room_of(const Section& trimmed) {
    return end_room(0.5f * (trimmed.width() + trimmed.half_thickness.front() + trimmed.half_thickness.back()));
}

// Rows near both ends, so that a rounded end is round; those that would lie too close to them give way.
void add_end_rows(std::vector<float>& shares, float first_room, float last_room, float length) {
    constexpr std::array<float, 3> places{0.08f, 0.35f, 1};
    const float first_share = std::min(0.3f, first_room / length), last_share = std::min(0.3f, last_room / length);
    std::erase_if(shares, [&](float share) {
        return (share > 0 && share < 1.3f * first_share) || (share < 1 && 1 - share < 1.3f * last_share);
    });
    for (const float place : places) {
        shares.push_back(place * first_share);
        shares.push_back(1 - place * last_share);
    }
    std::ranges::sort(shares);
}

}  // namespace

float end_radius(float half_width_cm) {
    constexpr float widest = 0.5f, least = 0.15f, less = 0.2f;
    return half_width_cm < widest ? half_width_cm : std::max(least, widest - less * (half_width_cm - widest));
}

float end_room(float half_width_cm) { return 1.4f * end_radius(half_width_cm); }

float depth_under_skin(const Body& body, const glm::vec3& p) {
    const SkinPoint skin = body.query().closest(p);
    const glm::vec3 way = skin.position - p;
    const float distance = glm::length(way);
    if (distance < 1e-4f) return 0;
    const float facing = dot(skin.normal, way) / distance;
    if (facing > 0.7f) return distance;
    // At a fold (armpit, groin) the nearest skin is an edge whose normal says little.
    return body.query().contains(p) ? distance : -distance;
}

Message shape_fault(const Body& body, const ShapePart& part) {
    const std::vector<Section> sections = sections_of(body, part);
    float length = 0;
    for (size_t i = 1; i < sections.size(); ++i) {
        const Section& a = sections[i - 1];
        const Section& b = sections[i];
        length += glm::distance(a.middle(), b.middle());
        if (part.stations[i - 1].curve.size() < 2 || part.stations[i].curve.size() < 2) continue;
        const float straight =
            glm::distance(a.curve.front(), b.curve.front()) + glm::distance(a.curve.back(), b.curve.back());
        const float crossed =
            glm::distance(a.curve.front(), b.curve.back()) + glm::distance(a.curve.back(), b.curve.front());
        const bool against = dot(a.curve.back() - a.curve.front(), b.curve.back() - b.curve.front()) < 0;
        if (against && crossed < straight)
            return {word("the curves of stations {} and {} run in opposite directions, so that the fibres cross"),
                    {std::to_string(i - 1), std::to_string(i)}};
    }
    if (length < 0.2f) return word("all stations lie at the same place");
    return "";
}

CoreSurface core_surface(const Body& body, const ShapePart& part, float margin_cm, bool fine_ends) {
    std::vector<Section> sections = sections_of(body, part);
    CoreSurface core;
    core.closed = part.closed;
    float widest_core = 0;
    for (Section& section : sections) {
        core.width_cm = std::max(core.width_cm, section.width());
        trim(section);
        widest_core = std::max(widest_core, section.width());
    }
    const Loft loft(sections, part.closed);
    const float length = loft.length_cm();
    core.rows = std::clamp(1 + static_cast<int>(std::ceil(length / row_spacing_cm)), 8, most_rows);
    core.rows = std::max(core.rows, std::min(most_rows, static_cast<int>(2 * part.stations.size()) + 1));
    std::vector<float> shares;
    for (int r = 0; r < core.rows; ++r)
        shares.push_back(static_cast<float>(r) / static_cast<float>(core.closed ? core.rows : core.rows - 1));
    if (fine_ends && !part.closed) {
        add_end_rows(shares, room_of(sections.front()), room_of(sections.back()), length);
        core.rows = static_cast<int>(shares.size());
    }
    core.columns = widest_core < 0.15f
                       ? 1
                       : std::clamp(1 + static_cast<int>(std::ceil(widest_core / column_spacing_cm)), 3, most_columns);

    std::vector<glm::vec3> wanted_facing;
    std::vector<float> row_station;
    for (const float share : shares) {
        const float t = loft.parameter(share);
        core.along_cm.push_back(share * length);
        wanted_facing.push_back(loft.facing(t));
        row_station.push_back(loft.station(t));
        for (int c = 0; c < core.columns; ++c) {
            const float across =
                core.columns == 1 ? 0.5f : static_cast<float>(c) / static_cast<float>(core.columns - 1);
            core.positions.push_back(loft.position(t, across));
            core.half_thickness.push_back(std::max(0.02f, loft.half_thickness(t, across)));
        }
    }
    core.fullness.assign(core.positions.size(), 1);
    if (part.drape) drape(body, sections, row_station, core);
    put_under_skin(body, core, margin_cm);
    for (glm::vec3& p : core.positions) p.x = std::max(p.x, 0.03f);  // each side keeps to its own half
    add_frames(core, wanted_facing);
    return core;
}

}  // namespace myomap
