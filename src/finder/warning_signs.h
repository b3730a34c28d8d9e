#pragma once
// Which emergencies may feel like a muscle's referred pain. The warning signs of the atlas are those of complaints; a
// muscle has those of the complaints that its zones can cause.

#include <vector>

#include "chart/scene.h"

namespace myomap {

// A complaint counts where a zone of the muscle covers a third of one of its regions, or any of it (a twentieth) where
// the complaint names the muscle. Zones of low confidence, autonomic responses and complaints that are felt anywhere
// don't count. Emergencies only, those of most complaints first; empty for a scene without regions or complaints.
// `muscle`: index in Atlas::muscles. Points into the scene's complaints.
std::vector<const RedFlag*> emergencies_of(const Scene& scene, int muscle, BodyId body);

}  // namespace myomap
