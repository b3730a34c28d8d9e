#pragma once
// A talk about one thing: its blanks filled from the atlas, its steps as pictures.

#include <optional>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/scene.h"
#include "chart/views.h"
#include "explain/talk.h"

namespace myomap {

// The trigger point that the document is about: the chosen one, or the first of the chosen muscle; of a complaint or a
// region that of the most likely muscle; of a drawing its first kept pattern, else its first finding at a point, else
// what explains it best. Nothing where none of that is there.
struct TalkSubject {
    PointRef point;
    Side side = Side::right;
};
std::optional<TalkSubject> subject_of(const Scene& scene, const Document& document);

// A step with its words filled in.
struct ToldStep {
    std::string id;
    StepShows shows = StepShows::plain;
    StepWords words;
    std::vector<int> counts;
    float seconds = 0;  // see TalkStep
    std::vector<TalkSource> sources;
    std::vector<TalkSource> of_atlas;      // those of what was filled in, or is shown
    std::optional<Document> picture;       // what the chart shows beside it
    std::vector<ViewSubject> views;        // from where, instead of the document's layout; may be empty
    bool spills_over = false;              // the pattern's view shows places where only some feel it
    std::optional<Paint> drawn{};          // how what the patient drew is painted, where the picture shows that too
    std::optional<TalkSubject> subject{};  // what the talk is about
};

// In the language of the scene; where a plan has no list of its own, the muscle's self-care is it. What nothing is
// known for is left out: a paragraph whose blank would stay empty, the warning signs where there are none. Without a
// subject only the steps that need none are told.
std::vector<ToldStep> tell(const Scene& scene, const Talk& talk, const Document& document);

}  // namespace myomap
