#pragma once
// The body coloured by how well each of its muscles is known: a heat map on the skin.

#include <map>

#include "study/question_chart.h"

namespace myomap {

// `known`: the chance of recall by muscle, 0..1 (see known_muscles). What is missing was not learned: plain skin. Where
// areas overlap the worse known lies on top. Five steps differ by pattern as well as by colour.
QuestionChart known_chart(const Scene& scene, const std::map<int, float>& known, const View& view);

}  // namespace myomap
