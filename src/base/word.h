#pragma once

namespace myomap {

// Marks an English phrase that is translated where it is shown, so that the test of the catalogues finds it.
constexpr const char* word(const char* english) { return english; }

}  // namespace myomap
