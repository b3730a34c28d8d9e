#pragma once
// What of the muscles a document shows: which, in which colours; and the scale of depth from the skin to the bones.

#include <string>

#include "chart/document.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// Steps of the depth scale on that body: skin, through the skin, muscles, one per layer taken off, bones.
// At least 1; a scene without muscles has the skin only.
int depth_steps(const Scene& scene, BodyId body);
int depth_step(const Scene& scene, const ChartDocument& document);
void set_depth(ChartDocument& document, int step);
// "Skin", "Through the skin", "Muscles", "1 layer taken off", ..., "Bones"; English, see Scene::phrase for others.
std::string depth_words(const Scene& scene, BodyId body, int step);

UnderSkin under_skin_of(const Scene& scene, const ChartDocument& document);

// By mesh and side (2 * mesh + side): whether it is drawn; for MuscleQuery::raycast.
std::vector<bool> shown_meshes(const UnderSkin& under_skin);

}  // namespace myomap
