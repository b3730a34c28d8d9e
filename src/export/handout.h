#pragma once
// What was told, to take home: the talk as a page or two, or as plain text.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/context.h"
#include "explain/telling.h"
#include "export/letterhead.h"
#include "export/paper.h"
#include "render/renderer.h"

namespace myomap {

struct Handout {
    std::string title;            // of the talk
    std::string about;            // the muscle, the complaint, the patient
    std::vector<ToldStep> steps;  // those that are told
    Paper paper = Paper::a4;
    std::shared_ptr<const PageLetterhead> letterhead{};  // null for none
};

// Of those steps of a talk that were told about a document.
Handout handout_of(const Scene& scene, const Talk& talk, std::vector<ToldStep> steps, const Document& document);

// As a PDF: the charts on top, the steps in two columns, warning signs first, room for what was agreed at the end.
// Throws PageError, RenderError.
std::vector<std::uint8_t> handout_page(const Context& context, Renderer& renderer, const Handout& handout);

// The same words, wrapped, without the pictures.
std::string handout_text(const Scene& scene, const Handout& handout);

}  // namespace myomap
