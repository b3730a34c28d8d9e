#include "chart/view.h"

namespace myomap {

const char* to_text(SideChoice side) {
    switch (side) {
        case SideChoice::left:
            return "left";
        case SideChoice::right:
            return "right";
        case SideChoice::both:
            return "both";
    }
    return "";
}

const char* to_text(Theme theme) { return theme == Theme::light ? "light" : "dark"; }

const char* to_text(Layout layout) {
    switch (layout) {
        case Layout::plate:
            return "plate";
        case Layout::head_neck:
            return "head_neck";
        case Layout::focus:
            return "focus";
        case Layout::single:
            return "single";
    }
    return "";
}

const char* to_text(LayerMode mode) {
    switch (mode) {
        case LayerMode::skin:
            return "skin";
        case LayerMode::glass:
            return "glass";
        case LayerMode::muscles:
            return "muscles";
    }
    return "";
}

const char* to_text(Around around) {
    switch (around) {
        case Around::all:
            return "all";
        case Around::alone:
            return "alone";
        case Around::over:
            return "over";
        case Around::under:
            return "under";
    }
    return "";
}

const char* to_text(Style style) { return style == Style::shaded ? "shaded" : "line_art"; }

}  // namespace myomap
