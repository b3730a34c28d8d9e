#pragma once
// A place as a person types it on one line.

#include <string>

#include "atlas/point_spec.h"
#include "base/failure.h"

namespace myomap {

// One sentence: what was expected, what was got, and where a landmark is misspelt the nearest one.
struct PointTextError : Failure {
    using Failure::Failure;
};

// A landmark's name, quoted or not, or any other form of the grammar in point_spec.h, as JSON. Throws PointTextError.
PointSpec parse_point(const std::string& text, const LandmarkNames& landmarks);

}  // namespace myomap
