#include "chart/document.h"

namespace myomap {

const char* to_text(SideChoice side) {
    switch (side) {
        case SideChoice::left: return "left";
        case SideChoice::right: return "right";
        case SideChoice::both: return "both";
    }
    return "";
}

const char* to_text(Theme theme) { return theme == Theme::light ? "light" : "dark"; }

const char* to_text(Layout layout) {
    switch (layout) {
        case Layout::plate: return "plate";
        case Layout::head_neck: return "head_neck";
        case Layout::focus: return "focus";
        case Layout::single: return "single";
    }
    return "";
}

}  // namespace myomap
