#include "anatomy_check/comparison.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "body/core_surface.h"
#include "body/muscle_query.h"

namespace myomap {

namespace {

using nlohmann::json;

glm::vec3 vec(const json& value) {
    return {value.at(0).get<float>(), value.at(1).get<float>(), value.at(2).get<float>()};
}

json read_json_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string() + "; give the folder of the measured anatomy");
    return json::parse(in);
}

template <class Map>
std::vector<std::pair<std::string, int>> most_often_first(const Map& counts) {
    std::vector<std::pair<std::string, int>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater{}, &std::pair<std::string, int>::second);
    return sorted;
}

// Our parts' ends, by muscle.
struct OurPart {
    std::vector<glm::vec3> origin, insertion;  // the core's first and last row
    float width = 0, thickness = 0;
};

float distance_to_curve(const glm::vec3& p, const std::vector<glm::vec3>& curve) {
    float best = glm::distance(p, curve.front());
    for (size_t i = 1; i < curve.size(); ++i) {
        const glm::vec3 ab = curve[i] - curve[i - 1];
        const float t = glm::clamp(dot(p - curve[i - 1], ab) / std::max(1e-8f, dot(ab, ab)), 0.f, 1.f);
        best = std::min(best, glm::distance(p, curve[i - 1] + t * ab));
    }
    return best;
}

std::map<std::string, std::vector<OurPart>> our_parts(const Body& body, const std::vector<Shape>& shapes) {
    std::map<std::string, std::vector<OurPart>> parts;
    for (const Shape& shape : shapes) {
        for (const ShapePart& spec : shape.parts) {
            if (!shape_fault(body, spec).empty()) continue;
            const CoreSurface core = core_surface(body, spec, 0.15f);
            OurPart part;
            for (int c = 0; c < core.columns; ++c) {
                part.origin.push_back(core.positions[core.index(0, c)]);
                part.insertion.push_back(core.positions[core.index(core.rows - 1, c)]);
            }
            part.width = core.width_cm;
            part.thickness = 2 * *std::ranges::max_element(core.half_thickness);
            parts[shape.id].push_back(std::move(part));
        }
    }
    return parts;
}

struct Measured {
    glm::vec3 weighted{0};
    float volume = 0, width = 0, thickness = 0;
    std::vector<const json*> pieces;
};

}  // namespace

std::vector<float> AnatomyReport::centroids() const {
    std::vector<float> all;
    for (const MuscleComparison& m : muscles) all.push_back(m.centroid_cm < 0 ? 99 : m.centroid_cm);
    std::ranges::sort(all);
    return all;
}

std::vector<float> AnatomyReport::ends() const {
    std::vector<float> all;
    for (const MuscleComparison& m : muscles)
        for (const auto& end : m.ends) all.push_back(end.cm);
    std::ranges::sort(all);
    return all;
}

float AnatomyReport::first_agreement() const {
    int points = 0, agree = 0;
    for (const FirstUnderSkin& f : first) {
        points += f.points;
        agree += f.agree;
    }
    return points > 0 ? static_cast<float>(agree) / static_cast<float>(points) : 0;
}

AnatomyReport compare_anatomy(const std::filesystem::path& reference, const Body& male, const PackedMuscles& packed,
                              const std::vector<Shape>& shapes) {
    AnatomyReport report;
    report.notes = packed.notes;
    const json measured = read_json_file(reference / "muscles_measured.json");
    const auto ours = our_parts(male, shapes);

    // Pieces that share any of their ids are one group, so that heads measured together are compared together.
    std::map<std::string, Measured> groups;
    std::set<std::string> covered;
    for (const json& piece : measured.at("muscles")) {
        std::string ids;
        for (const auto& id : piece.at("atlas_ids")) {
            covered.insert(id.get<std::string>());
            ids += (ids.empty() ? "" : "+") + id.get<std::string>();
        }
        if (ids.empty()) continue;
        Measured& group = groups[ids];
        const float volume = piece.at("volume_cm3").get<float>();
        group.volume += volume;
        group.weighted += volume * vec(piece.at("centroid"));
        float width = 0, thickness = 0;
        for (const json& station : piece.at("centreline")) {
            width = std::max(width, station.at("width_cm").get<float>());
            thickness = std::max(thickness, station.at("thickness_cm").get<float>());
        }
        group.width = std::max(group.width, width);
        group.thickness = std::max(group.thickness, thickness);
        group.pieces.push_back(&piece);
    }
    for (const auto& [ids, group] : groups) {
        MuscleComparison comparison;
        comparison.ids = ids;
        glm::vec3 weighted{0};
        float volume = 0;
        std::vector<const OurPart*> parts;
        std::stringstream list(ids);
        for (std::string id; std::getline(list, id, '+');) {
            for (const MuscleMesh& mesh : packed.asset.meshes) {
                if (mesh.id != id || mesh.kind != ShapeKind::muscle) continue;
                weighted += mesh.volume_cm3 * mesh.centroid;
                volume += mesh.volume_cm3;
            }
            if (const auto found = ours.find(id); found != ours.end())
                for (const OurPart& part : found->second) parts.push_back(&part);
        }
        if (volume > 0) {
            comparison.centroid_cm = glm::distance(weighted / volume, group.weighted / group.volume);
            comparison.volume_ratio = volume / group.volume;
            for (const OurPart* part : parts) {
                comparison.width_ratio = std::max(comparison.width_ratio, part->width / group.width);
                comparison.thickness_ratio = std::max(comparison.thickness_ratio, part->thickness / group.thickness);
            }
            for (const json* piece : group.pieces) {
                if (piece->at("broad_sheet").get<bool>()) continue;
                float best = 1e9f, proximal = 0, distal = 0;
                for (const OurPart* part : parts) {
                    const float p = distance_to_curve(vec(piece->at("proximal_end")), part->origin);
                    const float d = distance_to_curve(vec(piece->at("distal_end")), part->insertion);
                    if (p + d < best) best = p + d, proximal = p, distal = d;
                }
                const std::string name = piece->at("label").get<std::string>();
                comparison.ends.push_back({name + ", proximal", proximal});
                comparison.ends.push_back({name + ", distal", distal});
            }
        }
        report.muscles.push_back(std::move(comparison));
    }

    std::ifstream table(reference / "first_under_skin.tsv");
    if (!table) throw std::runtime_error("cannot read " + (reference / "first_under_skin.tsv").string());
    const MuscleQuery query(packed.asset, MuscleQuery::Detail::full);
    std::map<std::string, FirstUnderSkin> first;
    std::map<std::string, std::map<std::string, int>> instead;
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        std::stringstream fields(line);
        glm::vec3 p, n;
        std::string expected;
        fields >> p.x >> p.y >> p.z >> n.x >> n.y >> n.z >> expected;
        if (expected.empty()) continue;
        FirstUnderSkin& entry = first[expected];
        entry.expected = expected;
        ++entry.points;
        std::string found = "nothing";
        for (const MuscleHit& hit : query.along(p, -n, 12)) {
            const MuscleMesh& mesh = packed.asset.meshes[static_cast<size_t>(hit.mesh)];
            if (mesh.kind != ShapeKind::muscle || !covered.contains(mesh.id)) continue;
            found = mesh.id;
            break;
        }
        if (("|" + expected + "|").find("|" + found + "|") != std::string::npos)
            ++entry.agree;
        else
            ++instead[expected][found];
    }
    for (auto& [expected, entry] : first) {
        entry.instead = most_often_first(instead[expected]);
        report.first.push_back(entry);
    }
    return report;
}

Placement placement_of(const Body& body, const PackedMuscles& packed) {
    const MuscleAsset& asset = packed.asset;
    const MuscleQuery query(asset, MuscleQuery::Detail::full);
    Placement placement;
    placement.body = to_text(body.id());
    std::map<std::string, int> pairs;
    for (int m = 0; m < static_cast<int>(asset.meshes.size()); ++m) {
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(m)];
        if (mesh.kind == ShapeKind::bone) continue;
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
            ++placement.vertices;
            if (depth_under_skin(body, asset.positions[v]) < 0) ++placement.outside;
            // A millimetre inside our own surface: whoever holds that place too has poked through. Context is thinner
            // than that in places, and what it covers is no fault.
            if (mesh.kind != ShapeKind::muscle) continue;
            ++placement.of_muscles;
            bool poked = false;
            for (const int other : query.containing(asset.positions[v] - 0.1f * asset.normals[v])) {
                const MuscleMesh& by = asset.meshes[static_cast<size_t>(other)];
                if (other == m || by.kind != ShapeKind::muscle) continue;
                poked = true;
                ++pairs[mesh.id + " in " + by.id];
            }
            placement.inside_another += poked;
        }
    }
    placement.pairs = most_often_first(pairs);
    return placement;
}

}  // namespace myomap
