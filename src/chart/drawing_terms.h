#pragma once
// What the values of a drawing are called: English, marked with word(), for Scene::phrase and messages.

#include <cstddef>
#include <string>

#include "chart/drawing.h"

namespace myomap {

// What an area, a finding or a note is called: ('P', 0) is "P1".
std::string numbered(char letter, std::size_t index);

const char* words_of(PainQuality);
const char* words_of(PainDepth);
const char* words_of(PainCourse);
const char* words_of(Examined);
const char* words_of(Activity);
const char* words_of(NoteSymbol);

}  // namespace myomap
