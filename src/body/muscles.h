#pragma once
// The muscles of one body, ready to draw and to ask: the baked asset, or, where the shapes were edited since, what is
// made of them now. The one anatomy: where a muscle is, its tint on the skin, its layer, what lies under a place.
// Everything when first asked for; most sessions start with the skin.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/muscle_shapes.h"
#include "body/body.h"
#include "body/muscle_asset.h"
#include "body/muscle_query.h"

namespace myomap {

// How deep a muscle lies, by the muscles over it: none, one, more.
enum class Layer { superficial, intermediate, deep };
std::string_view to_text(Layer);

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
    int muscle_of(int mesh) const { return loaded().muscle_of[static_cast<size_t>(mesh)]; }  // -1: a bone or tendon

    // Tendons of their own that go on from the muscle's ends, as meshes; see tendons_beyond. From any thread.
    std::vector<int> tendons_of(int mesh) const;

    // Nothing for a muscle without a body.
    std::optional<Layer> layer(int muscle) const;

    // The muscle's tint on the skin, see muscle_shadow; empty for a muscle without a body. Some 50 ms where the baked
    // one does not fit. From any thread.
    const SparseField& area(int muscle) const;  // left side
    SparseField area(int muscle, Side side) const;

    // What lies under a place of the skin; see muscles_under. The one answer to a click, hovering, the right-click list
    // and `under`.
    struct Under {
        int muscle = -1;  // index of the atlas; -1: a tendon or fascia
        Side side = Side::left;
        float depth_cm = 0;
        bool sheet = false;  // passed over by a first click
        int mesh = -1;
    };
    std::vector<Under> under(const SkinPoint& place) const;

private:
    struct Loaded {
        Loaded(MuscleAsset a, const Atlas& atlas);
        MuscleAsset asset;
        MuscleQuery query;
        std::vector<int> mesh_of, muscle_of;
        std::mutex working;                // on a shadow
        std::vector<bool> has_shadow;      // per mesh
        std::vector<SparseField> shadows;  // per mesh
        std::map<int, std::vector<int>> tendons;
    };
    Loaded& loaded() const;

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
