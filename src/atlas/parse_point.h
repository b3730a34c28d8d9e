#pragma once
// A place as a person types it on one line.

#include <stdexcept>
#include <string>

#include "atlas/point_spec.h"

namespace myomap {

// what() is one sentence: what was expected, what was got, and where a landmark is misspelt the nearest one.
struct PointTextError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A landmark's name, quoted or not, or any other form of the grammar in point_spec.h, as JSON. Throws PointTextError.
PointSpec parse_point(const std::string& text, const LandmarkNames& landmarks);

}  // namespace myomap
