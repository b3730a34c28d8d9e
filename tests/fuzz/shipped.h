#pragma once
// What is shipped, opened once a process: inputs name its landmarks, ids and vertices.

#include "atlas/load.h"
#include "body/body.h"
#include "body/landmarks.h"
#include "harness.h"

namespace myomap::fuzz {

inline const Landmarks& landmarks() {
    static const Landmarks all = load_landmarks(source("data/landmarks.json")).landmarks;
    return all;
}

inline const LandmarkNames& landmark_names() {
    static const LandmarkNames all = landmarks().names();
    return all;
}

inline const Body& body() {
    static const Body male(BodyId::adult_male, read_skin_asset(MYOMAP_ASSETS_DIR "/adult_male.skin"), landmarks());
    return male;
}

// Of the small dataset in tests/data.
inline const LoadedAtlas& small_atlas() {
    static const LoadedAtlas all = load_atlas(source("tests/data/atlas/good.json"), landmark_names());
    return all;
}

}  // namespace myomap::fuzz
