#pragma once
// What CLI11 finds wrong with the arguments, in the user's language.

#include <string>

#include <CLI/CLI.hpp>

#include "atlas/phrases.h"

namespace myomap {

// CLI11 and its validators give English sentences, not their parts: these are found again by their keys. What a command
// threw itself is in its language already and stays as it is.
std::string words(const Phrases& phrases, const CLI::ParseError& error);

}  // namespace myomap
