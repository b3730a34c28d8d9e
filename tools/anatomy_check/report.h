#pragma once
// The comparison as text: for an author at the terminal, and as the tables of docs/anatomy-accuracy.md.

#include <set>
#include <string>

#include "anatomy_check/comparison.h"

namespace myomap {

// `only`: muscles to list one by one; empty lists all. The summary is always of everything.
std::string to_terminal(const AnatomyReport& report, const std::set<std::string>& only);
std::string to_markdown(const AnatomyReport& report);

}  // namespace myomap
