#pragma once
// What a picture really shows, measured on its drawn pixels: how much of its view the pattern takes, how much of each
// zone can be seen, what the labels lie on. Slow (a picture drawn several times); for tests of charts, not for users.

#include <nlohmann/json.hpp>

#include "export/chart_painter.h"

namespace myomap {

// The members are described in docs/chart-quality.md. Pixels of the picture; shares 0..1. Throws RenderError.
nlohmann::ordered_json picture_facts(ChartPainter& painter, const Document& document, const Picture& picture);

}  // namespace myomap
