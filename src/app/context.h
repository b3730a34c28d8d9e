#pragma once
// The one context: everything loaded, owned in one place, destroyed in one order.

#include <array>
#include <memory>
#include <optional>

#include "app/resources.h"
#include "atlas/load.h"
#include "atlas/search.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "chart/scene.h"

namespace myomap {

struct Context {
    Resources resources;
    LoadedAtlas loaded;  // the atlas and what was wrong with its file
    std::array<std::unique_ptr<Body>, 2> bodies;
    std::array<std::unique_ptr<AtlasFields>, 2> fields;

    const Atlas& atlas() const { return loaded.atlas; }
    Scene scene() const;
};

// Loads the dataset (`dataset`, or the shipped one), landmarks and both bodies. Problems of the dataset are kept in
// `loaded`; a missing body or landmark file throws ResourceError or AssetError.
std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>& dataset = {});

}  // namespace myomap
