#pragma once
// An exam on paper: the questions to answer, their key, and the page of a result.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/context.h"
#include "export/letterhead.h"
#include "export/paper.h"
#include "render/renderer.h"
#include "study/exam.h"

namespace myomap {

struct ExamPaper {
    Exam exam;
    std::string title;              // of the first page
    bool write_names = false;       // names of muscles are written, not chosen among four
    Style style = Style::line_art;  // of bodies: what pencils and photocopiers like, or shaded; muscles always are
    Paper paper = Paper::a4;
    float dpi = 200;                                     // of the body
    std::shared_ptr<const PageLetterhead> letterhead{};  // null for none
};

// What a paper of that deck is called: "Exam: Shoulder and arm".
std::string exam_title(const Scene& scene, const Deck& deck);

// PDFs. No question is cut across pages. The paper with the questions says nothing of the answers, neither in its
// pictures nor in what the file says of itself; the key has them, what to remember, how to mark, and sources. Throw
// PageError, RenderError.
std::vector<std::uint8_t> exam_page(const Context& context, Renderer& renderer, const ExamPaper& paper);
std::vector<std::uint8_t> exam_key_page(const Context& context, Renderer& renderer, const ExamPaper& paper);

// Of an exam that was sat: the score, and a line a question with what was answered and what is right. Throws PageError.
std::vector<std::uint8_t> exam_result_page(const Context& context, const ExamResult& result, const std::string& title,
                                           Paper paper, const std::shared_ptr<const PageLetterhead>& letterhead);

}  // namespace myomap
