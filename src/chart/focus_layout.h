#pragma once
// Puts the views of a framing side by side or one over the other, each as large as what it shows allows, with room for
// a column of labels.

#include <vector>

#include "chart/framing.h"
#include "chart/picture.h"

namespace myomap {

// Pixels.
struct FocusRoom {
    Rect area;
    float header_px = 0;  // of each view: above, for its title
    float footer_px = 0;  // below, for the patient's sides
    float gap_px = 0;     // between views
    float column_px = 0;  // beside, for labels; 0: there are none
};

// Rects and cameras, in the order of the framing; no titles. What is to be seen takes at least half of its view in
// height or width, where its shape allows.
std::vector<PictureView> lay_out_focus(const Framing& framing, const FocusRoom& room);

}  // namespace myomap
