#include "chart/zone_parts.h"

#include <algorithm>
#include <limits>

#include <glm/geometric.hpp>

#include "base/text.h"
#include "body/fields.h"

namespace myomap {

namespace {

using Vertices = std::vector<std::uint32_t>;

// Each vertex goes to the stroke whose rim is nearest. Left side.
std::vector<Vertices> by_stroke(const Body& body, const Zone& zone, const Vertices& vertices) {
    std::vector<Vertices> strokes(zone.strokes.size());
    if (strokes.size() == 1) return {vertices};
    std::vector<SkinPath> paths;
    for (const Stroke& stroke : zone.strokes) paths.push_back(lay_on_skin(body, stroke, Side::left));
    for (const std::uint32_t v : vertices) {
        size_t nearest = 0;
        float least = std::numeric_limits<float>::max();
        for (size_t s = 0; s < paths.size(); ++s) {
            for (size_t i = 0; i < paths[s].points.size(); ++i) {
                const float rim =
                    glm::distance(body.skin().positions[v], paths[s].points[i].position) - paths[s].radius_cm[i];
                if (rim < least) least = rim, nearest = s;
            }
        }
        strokes[nearest].push_back(v);
    }
    return strokes;
}

bool touch(const SkinAsset& skin, const Vertices& a, const Vertices& b) {
    constexpr float gap_cm = 1.2f;
    constexpr size_t looked_at = 150;  // of each
    for (size_t i = 0; i < a.size(); i += 1 + a.size() / looked_at)
        for (size_t j = 0; j < b.size(); j += 1 + b.size() / looked_at) {
            const glm::vec3 way = skin.positions[a[i]] - skin.positions[b[j]];
            if (dot(way, way) < gap_cm * gap_cm) return true;
        }
    return false;
}

// Adds to the pieces that touch the new one, which thereby become one.
void add_piece(const SkinAsset& skin, Vertices piece, std::vector<Vertices>& pieces) {
    for (auto other = pieces.begin(); other != pieces.end();) {
        if (!touch(skin, *other, piece)) {
            ++other;
            continue;
        }
        piece.insert(piece.end(), other->begin(), other->end());
        other = pieces.erase(other);
    }
    pieces.push_back(std::move(piece));
}

}  // namespace

std::vector<ZonePart> zone_parts(const Scene& scene, BodyId body_id, std::span<const PointRef> points, Side side,
                                 bool with_spillover) {
    const Body& body = scene.body(body_id);
    std::vector<ZonePart> parts;
    for (const PointRef ref : points) {
        const TriggerPoint& point = scene.atlas.point(ref);
        for (size_t z = 0; z < point.zones.size(); ++z) {
            const Zone& zone = point.zones[z];
            if (zone.kind == ZoneKind::spillover && !with_spillover) continue;
            const SparseField& field = scene.body_fields(body_id).point(ref).zones[z];
            Vertices painted;
            for (size_t i = 0; i < field.size(); ++i)
                if (field.values[i] >= 128) painted.push_back(field.vertices[i]);
            const bool one_name =
                std::ranges::all_of(zone.names, [&](const auto& name) { return name == zone.names[0]; });
            const std::vector<Vertices> strokes = by_stroke(body, zone, painted);
            for (size_t s = 0; s < strokes.size(); ++s) {
                if (strokes[s].empty()) continue;
                const std::string name = zone.names.empty() ? capitalised(zone.words) : zone.names[one_name ? 0 : s];
                auto part = std::ranges::find(parts, name, &ZonePart::name);
                if (part == parts.end()) part = parts.insert(parts.end(), {name, !zone.names.empty(), {}});
                add_piece(body.skin(), strokes[s], part->pieces);
            }
        }
    }
    if (side == Side::right)
        for (ZonePart& part : parts)
            for (Vertices& piece : part.pieces)
                for (std::uint32_t& v : piece) v = body.skin().mirror[v];
    return parts;
}

}  // namespace myomap
