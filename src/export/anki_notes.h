#pragma once
// The questions of a deck as notes for Anki, with our pictures.

#include <functional>
#include <vector>

#include "app/context.h"
#include "export/anki_package.h"
#include "render/renderer.h"
#include "study/deck.h"

namespace myomap {

struct AnkiRequest {
    Deck deck;
    std::vector<QuestionKind> kinds;
    BodyId body = BodyId::adult_male;
    SideChoice side = SideChoice::right;  // of both, the right one
};

// How many notes are made of how many; false stops it.
using AnkiProgress = std::function<bool(std::size_t done, std::size_t all)>;

// A note for each card that the deck has in these kinds, in the language that is shown: places and zones as pictures
// with a hidden piece, all else as question and answer. Where it was stopped, the notes so far. Throws RenderError,
// PageError.
AnkiPackage anki_notes(const Context& context, Renderer& renderer, const AnkiRequest& request,
                       const AnkiProgress& progress = {});

}  // namespace myomap
