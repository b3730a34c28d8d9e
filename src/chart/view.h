#pragma once
// How the chart is looked at: which body and side, from where, how deep. No UI or GL type.

#include <string>
#include <vector>

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>

#include "body/asset.h"
#include "body/body_parts.h"

namespace myomap {

enum class SideChoice { left, right, both };
enum class Theme { light, dark };

enum class Layout {
    plate,      // anterior, posterior, left, right: the whole body
    head_neck,  // the same four, close up on head and neck
    focus,      // the views that show the selected point and its zones best
    single,     // one large view, freely rotatable
};

// How deep the chart looks: at the skin, through it, or at what lies under it.
enum class LayerMode {
    skin,
    glass,    // the skin is clear, and the chosen muscle shines through
    muscles,  // without skin; `peeled` layers of muscle taken off
};

// Which muscles are shown beside the chosen one.
enum class Around { all, alone, over, under };

enum class Style {
    shaded,
    line_art,  // outlines on white, for the photocopier
};

// One orthographic camera. At identity it looks at the body's front: screen right is the patient's left.
struct Camera {
    glm::vec3 target{0, 88, 0};         // cm; the middle of the picture
    glm::quat orientation{1, 0, 0, 0};  // turns the body's frame into the view's (x right, y up, z to the viewer)
    float height_cm = 190;              // of the body, shown top to bottom
    float reach_cm = far_cm;            // what lies farther than this before the target is cut away
    float depth_cm = far_cm;            // and what lies farther than this behind it
    LimbSet outlined = 0;               // limbs that stand in the way: of the skin only their outline is drawn
    LimbSet unseen = 0;                 // of those: not even that, where only an end would hang into the picture

    static constexpr float far_cm = 300;  // farther than any body reaches: nothing is cut

    bool operator==(const Camera&) const = default;
};

struct View {
    BodyId body = BodyId::adult_male;
    SideChoice side = SideChoice::right;
    Theme theme = Theme::light;
    Layout layout = Layout::plate;
    Camera single;  // used by Layout::single

    bool best_view_only = false;  // of Layout::focus: the first of its views
    LayerMode layers = LayerMode::skin;
    int peeled = 0;  // of LayerMode::muscles; more than the body has leaves the bones
    Around around = Around::all;
    std::vector<std::string> hidden;  // ids of muscles taken away one by one
    Style style = Style::shaded;

    bool show_essential = true;  // of a chosen point's zones those that nearly everyone feels
    bool show_spillover = true;
    bool show_muscle_area = true;
    bool show_labels = true;
    bool show_all_points = true;    // faint marks of every trigger point, so that they can be found and clicked
    bool show_other_points = true;  // of the chosen muscle, beside the chosen one

    bool operator==(const View&) const = default;
};

const char* to_text(SideChoice);
const char* to_text(Theme);
const char* to_text(Layout);
const char* to_text(LayerMode);
const char* to_text(Around);
const char* to_text(Style);

}  // namespace myomap
