#include "body/muscle_ends.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "body/core_distance.h"

namespace myomap {

namespace {

constexpr float bone_near_cm = 0.8f;     // an end this near to a bone belongs on it
constexpr float beside_flesh_cm = 0.3f;  // but one that lies in other flesh belongs there, unless the bone is nearer
constexpr float broad_cm = 2.5f;         // a broader end is written along its bone, or joins something else
constexpr float of_one_piece_cm = 0.3f;  // nearer to another part of its muscle it goes on there
constexpr float touching_cm = 0.1f;
constexpr float least_way_cm = 1.2f;    // over which it bends there, at least ...
constexpr float slope = 4;              // ... and this many times as far as it has to come
constexpr float longest_share = 0.35f;  // of the part's length that an end may change
constexpr float midline_cm = 0.7f;      // half-sheets meet their mirror image there

float way_from_end(const CoreSurface& core, bool last, int row) {
    const float way = core.along_cm[static_cast<size_t>(row)];
    return last ? core.length_cm() - way : way;
}

// Bends the end onto the bone beside it, less the nearer the middle of the part.
void land(CoreSurface& core, bool last, const std::vector<glm::vec3>& moves) {
    float farthest = 0;
    for (const glm::vec3& move : moves) farthest = std::max(farthest, glm::length(move));
    const float room = std::min(longest_share * core.length_cm(), std::max(least_way_cm, slope * farthest));
    for (int r = 0; r < core.rows; ++r) {
        const float t = way_from_end(core, last, r) / std::max(0.05f, room);
        if (t >= 1) continue;
        const float weight = (1 - t) * (1 - t) * (1 + 2 * t);
        for (int c = 0; c < core.columns; ++c)
            core.positions[core.index(r, c)] += weight * moves[static_cast<size_t>(c)];
    }
}

// Takes corners and edge off: at the end the outline is a half ellipse, or the edge of a sheet with round corners.
void round_off(CoreSurface& core, bool last, float half_width) {
    const float radius = end_radius(half_width),
                room = std::min(longest_share * core.length_cm(), end_room(half_width));
    for (int r = 0; r < core.rows; ++r) {
        const float t = way_from_end(core, last, r) / std::max(0.01f, room);
        if (t >= 1) continue;
        constexpr float tip = 0.3f;
        const float thin = std::max(tip, std::sqrt(1 - (1 - t) * (1 - t)));
        const size_t first = core.index(r, 0), end = core.index(r, core.columns - 1);
        const glm::vec3 middle = 0.5f * (core.positions[first] + core.positions[end]);
        const float rims = 0.5f * (core.half_thickness[first] + core.half_thickness[end]);
        const float inside = 0.5f * glm::distance(core.positions[first], core.positions[end]);
        const float half = inside + rims;
        const float wanted = std::max(0.f, half - std::min(radius, half) * (1 - thin) - rims * thin);
        for (int c = 0; c < core.columns; ++c) {
            const size_t i = core.index(r, c);
            if (core.columns > 1 && inside > 1e-4f)
                core.positions[i] = middle + (core.positions[i] - middle) * std::min(1.f, wanted / inside);
            core.fullness[i] *= thin;
        }
    }
}

}  // namespace

void finish_ends(std::vector<CoreSurface>& cores, const std::vector<int>& shapes, const std::vector<bool>& bones,
                 float scale) {
    const std::vector<CoreSurface> before = cores;
    const CoreDistance surfaces(before);
    for (size_t part = 0; part < cores.size(); ++part) {
        if (bones[part] || cores[part].closed) continue;
        CoreSurface& core = cores[part];
        for (const bool last : {false, true}) {
            const int row = last ? core.rows - 1 : 0;
            const size_t first = core.index(row, 0), end = core.index(row, core.columns - 1);
            const glm::vec3 middle = before[part].positions[core.index(row, core.columns / 2)];
            if (middle.x < midline_cm * scale) continue;
            bool hangs_on = false;
            float flesh = 1e9f;
            for (size_t other = 0; other < before.size(); ++other) {
                if (other == part || bones[other] || !surfaces.may_be_near(other, middle, bone_near_cm)) continue;
                const float gap = surfaces.nearest(other, middle).gap;
                if (shapes[other] == shapes[part])
                    hangs_on = hangs_on || gap < of_one_piece_cm;
                else
                    flesh = std::min(flesh, gap);
            }
            if (hangs_on) continue;
            const float half = 0.5f * (glm::distance(core.positions[first], core.positions[end]) +
                                       core.half_thickness[first] + core.half_thickness[end]);
            std::vector<glm::vec3> moves;
            size_t landing = 0;
            for (int c = 0; c < core.columns && 2 * half < broad_cm * scale; ++c) {
                const size_t i = core.index(row, c);
                const glm::vec3 p = before[part].positions[i];
                CoreDistance::Nearest bone;
                for (size_t other = 0; other < before.size(); ++other) {
                    if (!bones[other] || !surfaces.may_be_near(other, p, bone_near_cm * scale)) continue;
                    const CoreDistance::Nearest found = surfaces.nearest(other, p);
                    if (found.gap < bone.gap) bone = found;
                }
                moves.emplace_back(0);
                if (bone.gap > bone_near_cm * scale || (flesh < touching_cm && bone.gap > beside_flesh_cm)) continue;
                ++landing;
                if (bone.gap <= 0.02f) continue;
                moves.back() = (bone.gap - 0.02f) * normalize(bone.at - p);
            }
            if (2 * landing > static_cast<size_t>(core.columns)) {
                // Neighbouring columns may choose different bones; they even each other out.
                for (int pass = 0; pass < 2 && core.columns > 2; ++pass) {
                    const std::vector<glm::vec3> rough = moves;
                    for (size_t c = 0; c < moves.size(); ++c)
                        moves[c] = 0.5f * rough[c] +
                                   0.25f * (rough[c > 0 ? c - 1 : c] + rough[std::min(c + 1, moves.size() - 1)]);
                }
                land(core, last, moves);
            }
            round_off(core, last, half);
        }
    }
}

}  // namespace myomap
