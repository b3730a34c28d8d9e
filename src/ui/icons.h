#pragma once
// The icons that are used, as UTF-8 of their Font Awesome 4.7 code points. theme.cpp rasterises exactly these.

#include <array>

namespace myomap::icon {

inline constexpr const char* search = "\uf002";
inline constexpr const char* close = "\uf00d";
inline constexpr const char* plate = "\uf009";
inline constexpr const char* head = "\uf2be";
inline constexpr const char* focus = "\uf05b";
inline constexpr const char* single = "\uf1b2";
inline constexpr const char* undo = "\uf0e2";
inline constexpr const char* redo = "\uf01e";
inline constexpr const char* female = "\uf221";
inline constexpr const char* male = "\uf222";
inline constexpr const char* moon = "\uf186";
inline constexpr const char* sun = "\uf185";
inline constexpr const char* download = "\uf019";
inline constexpr const char* help = "\uf128";
inline constexpr const char* eye = "\uf06e";
inline constexpr const char* right = "\uf105";
inline constexpr const char* down = "\uf107";
inline constexpr const char* up = "\uf106";
inline constexpr const char* layers = "\uf0c9";
inline constexpr const char* back = "\uf060";
inline constexpr const char* list = "\uf03a";
inline constexpr const char* link = "\uf08e";
inline constexpr const char* text_size = "\uf034";
inline constexpr const char* warning = "\uf071";
inline constexpr const char* check = "\uf00c";
inline constexpr const char* info = "\uf05a";
inline constexpr const char* pointer = "\uf245";
inline constexpr const char* keyboard = "\uf11c";
inline constexpr const char* left_panel = "\uf036";
inline constexpr const char* right_panel = "\uf2bc";
inline constexpr const char* compass = "\uf14e";
inline constexpr const char* retry = "\uf021";
inline constexpr const char* more = "\uf142";
inline constexpr const char* plus = "\uf067";
inline constexpr const char* minus = "\uf068";
inline constexpr const char* home = "\uf015";
inline constexpr const char* folder = "\uf07b";
inline constexpr const char* brush = "\uf1fc";
inline constexpr const char* eraser = "\uf12d";
inline constexpr const char* hand = "\uf256";
inline constexpr const char* comment = "\uf27b";
inline constexpr const char* arrow_right = "\uf178";
inline constexpr const char* star = "\uf006";
inline constexpr const char* mirror = "\uf07e";
inline constexpr const char* trash = "\uf014";
inline constexpr const char* save = "\uf0c7";
inline constexpr const char* columns = "\uf0db";
inline constexpr const char* pin = "\uf08d";
inline constexpr const char* user = "\uf2c0";
inline constexpr const char* chart = "\uf0f6";

inline constexpr std::array all{
    up,      layers,      back,      list,    search, close, plate,    head,     focus,      single,
    undo,    redo,        female,    male,    moon,   sun,   download, help,     eye,        right,
    down,    link,        text_size, warning, check,  info,  pointer,  keyboard, left_panel, right_panel,
    compass, retry,       more,      plus,    minus,  home,  folder,   brush,    eraser,     hand,
    comment, arrow_right, star,      mirror,  trash,  save,  columns,  pin,      user,       chart};

}  // namespace myomap::icon
