#pragma once
// What of the muscles a document shows: which, in which colours; and the scale of depth from the skin to the bones.

#include "chart/document.h"
#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

// The depth scale: skin, through the skin, muscles, one step per layer taken off, bones. A scene without muscles has
// the skin only. None of these reads the muscles.
int depth_steps(const Scene& scene);
int depth_step(const Scene& scene, const Document& document);
void set_depth(Document& document, int step);
// "Skin", "Through the skin", "Muscles", "1 layer off", ..., "Bones"; English, marked for Scene::phrase.
const char* depth_words(int step);

// The chosen muscle by itself in a clear body, framed: for thumbnails and sheets (with ComposeSize::zones off).
Document muscle_portrait(const Document& document);

UnderSkin under_skin_of(const Scene& scene, const Document& document);

// By mesh and side (2 * mesh + side): whether it is drawn; for MuscleQuery::raycast.
std::vector<bool> shown_meshes(const UnderSkin& under_skin);
// Likewise in one view. Where a view through the skin is cut across, muscles that the cut takes a real part of are left
// out: their stumps would hide what the view is for. The chosen one and bones stay.
std::vector<bool> shown_meshes(const UnderSkin& under_skin, const MuscleAsset& asset, const Camera& camera);

}  // namespace myomap
