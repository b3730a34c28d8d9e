#pragma once
// Questions to the muscles as surfaces: what a ray meets, what holds a point. Embree answers them over the meshes of
// the left side; the right side is asked with the mirrored ray. Built at the first question.

#include <memory>
#include <optional>
#include <vector>

#include "body/body.h"
#include "body/muscle_asset.h"

namespace myomap {

struct MuscleHit {
    int mesh = -1;  // index into MuscleAsset::meshes
    Side side = Side::left;
    float distance_cm = 0;  // along the ray, whose direction need not be unit: in its lengths
    glm::vec3 position{};
    glm::vec3 normal{};  // unit, outward
    float tendon = 0;    // 0 flesh .. 1 tendon
};

class MuscleQuery {
public:
    // Which mesh is asked: the light one cuts the corners of edges and serves counts; places want the full one.
    enum class Detail { light, full };

    // `asset` must outlive the query.
    explicit MuscleQuery(const MuscleAsset& asset, Detail detail = Detail::light);
    ~MuscleQuery();
    MuscleQuery(const MuscleQuery&) = delete;
    MuscleQuery& operator=(const MuscleQuery&) = delete;

    // The first mesh that the ray meets; `shown` says of each mesh and side (2 * mesh + side) whether it counts, empty:
    // all do.
    std::optional<MuscleHit> raycast(const glm::vec3& origin, const glm::vec3& direction,
                                     const std::vector<bool>& shown = {}) const;

    // Every mesh that the ray enters within `reach` (in lengths of the direction), each once, nearest first.
    std::vector<MuscleHit> along(const glm::vec3& origin, const glm::vec3& direction, float reach) const;

    // The meshes of the left side that a point lies in.
    std::vector<int> containing(const glm::vec3& p) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Whether a mesh is a sheet (see Sheet) where a ray meets it with that share of tendon.
bool is_sheet(const MuscleMesh& mesh, float tendon);

// How the skin faces that a mesh lies close under, on average; 0 where it lies deep.
glm::vec3 outward_of(const Body& body, const MuscleAsset& asset, const MuscleMesh& mesh, Side side);
// Whether a muscle that is turned outwards like that may shine through what lies before it. One that lies close under
// the skin of the far side does not: seen through all of the body it would seem to lie on its near side.
bool shines_through(const glm::vec3& outward, const glm::vec3& toward_viewer);

// The share of a mesh's vertices that lies before a plane: `at` is a point of it, `normal` its direction.
float share_before(const MuscleAsset& asset, const MuscleMesh& mesh, Side side, const glm::vec3& at,
                   const glm::vec3& normal);

// What lies under a place of the skin, along its inward normal, from superficial to deep; as far as that skin is about
// the nearest, which is a little over half of the way through a limb, or down to a thick bone. Bones are left out.
struct MuscleUnder {
    int mesh = -1;
    Side side = Side::left;
    float depth_cm = 0;
    bool sheet = false;  // a first click passes over it; see Sheet
};
std::vector<MuscleUnder> muscles_under(const Body& body, const MuscleAsset& asset, const MuscleQuery& query,
                                       const SkinPoint& place);

}  // namespace myomap
