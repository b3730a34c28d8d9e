#pragma once
// Puts a message into words, in the language that is shown now.

#include <exception>
#include <string>

#include "base/message.h"
#include "chart/scene.h"

namespace myomap {

// As atlas/message_phrases.h; muscles, points, regions and complaints are called as charts call them, an id that the
// data lacks is shown as it is.
std::string words(const Scene& scene, const Message& message);

// Of a Failure its message, of any other what().
std::string words(const Scene& scene, const std::exception& failure);

}  // namespace myomap
