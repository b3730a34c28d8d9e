#pragma once
// Which muscles may be behind the chosen region or complaint.

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/scene.h"
#include "finder/finder.h"

namespace myomap {

struct Answer {
    int muscle = -1;
    std::vector<int> points;  // those whose zones reach it, best first; all of the muscle's where none does
    bool reaches = false;     // some zone of the muscle covers part of it
    ZoneKind zone = ZoneKind::essential;
    float score = 0;      // 0..1
    float explained = 0;  // share of the region that the best point's zones cover
};

// Worked out when first asked for, and kept: a finder for each body, and the last answer. Always of the same scene.
class Answers {
public:
    // For the document's region best first; for its complaint in the order of the list. Empty when it has neither.
    const std::vector<Answer>& of(const Scene& scene, const Document& document);

private:
    std::array<std::unique_ptr<Finder>, 2> finders_;  // by BodyId
    std::string answered_;
    std::vector<Answer> answers_;
};

}  // namespace myomap
