#pragma once
// Puts a message into words, in the language that is shown now.

#include <string>

#include "base/message.h"
#include "chart/scene.h"

namespace myomap {

std::string words(const Scene& scene, const Message& message);

}  // namespace myomap
