#pragma once
// The shipped bodies and atlas, opened once per test program.

#include <gtest/gtest.h>

#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/muscles.h"
#include "chart/scene.h"

namespace myomap::test {

inline const Landmarks& landmarks() {
    static const Landmarks all = load_landmarks(MYOMAP_SOURCE_DIR "/data/landmarks.json").landmarks;
    return all;
}

inline const Body& body(BodyId id) {
    static const Body male(BodyId::adult_male, read_skin_asset(MYOMAP_ASSETS_DIR "/adult_male.skin"), landmarks());
    static const Body female(BodyId::adult_female, read_skin_asset(MYOMAP_ASSETS_DIR "/adult_female.skin"),
                             landmarks());
    return id == BodyId::adult_male ? male : female;
}

inline const Atlas& atlas() {
    static const Atlas all = load_atlas(MYOMAP_SOURCE_DIR "/data/trigger_points.json", landmarks().names()).atlas;
    return all;
}

// The baked muscles of the body; read when first asked for.
inline const Muscles& muscles(BodyId id) {
    const auto make = [](BodyId of) {
        return [of] {
            const std::filesystem::path data = MYOMAP_SOURCE_DIR "/data", assets = MYOMAP_ASSETS_DIR;
            const std::string name = to_text(of);
            return open_muscles(body(of), data / "muscles", data / "bones.json", data / "landmarks.json",
                                assets / (name + ".skin"), {assets / (name + ".muscles")});
        };
    };
    static const Muscles male(atlas(), body(BodyId::adult_male), make(BodyId::adult_male));
    static const Muscles female(atlas(), body(BodyId::adult_female), make(BodyId::adult_female));
    return id == BodyId::adult_male ? male : female;
}

inline const Scene& scene() {
    static const AtlasFields male(atlas(), body(BodyId::adult_male)), female(atlas(), body(BodyId::adult_female));
    static const Scene all{atlas(),
                           {&body(BodyId::adult_male), &body(BodyId::adult_female)},
                           {&male, &female},
                           {&muscles(BodyId::adult_male), &muscles(BodyId::adult_female)}};
    return all;
}

// With the named regions, which tell limbs apart.
inline const Scene& scene_with_regions() {
    static const BodyRegions regions(load_regions(MYOMAP_SOURCE_DIR "/data/regions.json", landmarks().names()).set);
    static const Scene all = [] {
        Scene with = scene();
        with.regions = &regions;
        return with;
    }();
    return all;
}

inline PointSpec at(const std::string& landmark) { return {.landmark = landmark}; }
inline PointSpec between(PointSpec a, PointSpec b, float fraction) {
    return {.kind = PointSpec::Kind::between, .of = {std::move(a), std::move(b)}, .fraction = fraction};
}
inline PointSpec moved(PointSpec from, Offset offset) {
    return {.kind = PointSpec::Kind::offset, .of = {std::move(from)}, .offset = offset};
}
inline PointSpec mirror(PointSpec of) { return {.kind = PointSpec::Kind::mirror, .of = {std::move(of)}}; }

inline std::string name_of(const testing::TestParamInfo<BodyId>& info) { return to_text(info.param); }

}  // namespace myomap::test
