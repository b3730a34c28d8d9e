#pragma once
// What the card remembers between frames.

#include <string>

#include "report/kept_report.h"

namespace myomap {

// The picture on the card; see muscle_thumbnail.h.
struct Thumbnail {
    Document document;  // that it shows
    glm::ivec2 size{};
    unsigned texture = 0;
};

struct CardState {
    KeptReport report;
    Thumbnail thumbnail;
    bool sources_open = false;
    bool flags_open = false;   // warning signs that are no emergencies
    std::string shown_way_in;  // the complaint or region that is on the card
    // From which region or complaint the muscle on the card was chosen, so that the card leads back.
    std::string back_region, back_symptom, back_from_muscle;
    Side back_side = Side::right;
};

}  // namespace myomap
