#pragma once
// The muscles of one body, ready to draw and to ask: the baked asset, or, where the shapes were edited since, what is
// made of them now. Everything when first asked for; most sessions start with the skin.

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/muscle_shapes.h"
#include "body/body.h"
#include "body/muscle_asset.h"
#include "body/muscle_query.h"

namespace myomap {

class Muscles {
public:
    // `make` is called once, by whoever first needs the meshes; what it throws reaches that caller.
    Muscles(const Atlas& atlas, const Body& body, std::function<MuscleAsset()> make);

    const MuscleAsset& asset() const { return loaded().asset; }
    const MuscleQuery& query() const { return loaded().query; }
    const Body& body() const { return body_; }

    int mesh_of(int muscle) const {
        return loaded().mesh_of[static_cast<size_t>(muscle)];
    }  // -1: the muscle has no body
    int muscle_of(int mesh) const { return loaded().muscle_of[static_cast<size_t>(mesh)]; }  // -1: a bone

    // What lies under a place of the skin, as indices of the atlas; see muscles_under.
    struct Under {
        int muscle = -1;
        Side side = Side::left;
        float depth_cm = 0;
    };
    std::vector<Under> under(const SkinPoint& place) const;

private:
    struct Loaded {
        Loaded(MuscleAsset a, const Atlas& atlas);
        MuscleAsset asset;
        MuscleQuery query;
        std::vector<int> mesh_of, muscle_of;
    };
    const Loaded& loaded() const;

    const Atlas& atlas_;
    const Body& body_;
    mutable std::function<MuscleAsset()> make_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<Loaded> loaded_;
};

// The asset from the first of `caches` that fits the shapes, else packed from the shapes now (about a second) and, if
// that works, kept in the last of `caches`.
MuscleAsset open_muscles(const Body& body, const std::filesystem::path& muscles, const std::filesystem::path& bones,
                         const std::filesystem::path& landmarks, const std::filesystem::path& skin,
                         const std::vector<std::filesystem::path>& caches);

}  // namespace myomap
