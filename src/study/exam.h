#pragma once
// An exam: which questions, in which order, what each answer is worth, and the result as a table. The same request
// gives the same paper on every machine, so that one is printed and another is marked. No window and no paper: they
// read these values.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "study/deck.h"
#include "study/question.h"
#include "study/question_chart.h"

namespace myomap {

struct ExamRequest {
    Deck deck;
    std::vector<QuestionKind> kinds;  // mixed as evenly as the deck allows
    int count = 20;
    std::uint64_t seed = 1;
    BodyId body = BodyId::adult_male;
    SideChoice side = SideChoice::right;  // of both, the right one
};

struct Exam {
    ExamRequest request;
    std::vector<Question> questions;  // in the order in which they are asked; each is worth a point

    // The deck has fewer than were asked for.
    bool is_short() const { return static_cast<int>(questions.size()) < request.count; }
    float points() const { return static_cast<float>(questions.size()); }
    // How its pictures are looked at: for asked_chart() and answered_chart().
    View view() const;
};

// Questions about different muscles while there are such, then about different patterns, then whatever the deck has.
// Which cards, their order and what is offered to choose from depend on the request and the data alone; words are in
// the language that is shown, so an exam of another language is made anew from the same request.
Exam make_exam(const Scene& scene, const Questions& questions, const ExamRequest& request);

// What was answered to one question: the one that its kind asks for. All empty: it was left out.
struct ExamAnswer {
    std::optional<std::size_t> option;  // index of Question::options
    std::string typed;                  // a name, where Question::by_name allows it
    std::vector<bool> ticked;           // of a complaint: as Question::options
    BodyAnswer on_body;                 // painted or clicked
};

struct MarkedAnswer {
    std::string said;   // in words; "" for what was left out
    float points = 0;   // 0..1, to a hundredth
    float seconds = 0;  // that the question took
};

// A name or a choice is right or wrong; a muscle named by the whole that it is a part of, and a place just beyond the
// tolerance, is half right. A painted zone has the share of zone_full that it reached; ticks have points_of_ticks().
MarkedAnswer mark(const Scene& scene, const Questions& questions, const Exam& exam, const Question& question,
                  const ExamAnswer& given, float seconds);

// The share of the right ones that was ticked, less the share of the wrong ones: nothing for ticking all or none.
float points_of_ticks(const Question& question, const std::vector<bool>& ticked);

// What is right, in words: an option, the place, the zone, the muscles and what must be asked first.
std::string right_answer(const Scene& scene, const Questions& questions, const Question& question, BodyId body);

struct ExamResult {
    Exam exam;
    std::vector<MarkedAnswer> answers;  // as many as questions
    std::string name;                   // of who sat it; may be ""
    std::string day;                    // "2026-11-28"

    float points() const;
    float seconds() const;
};

// number,kind,asked,answer,right_answer,points,seconds,confidence,sources: a line a question, RFC 4180, UTF-8.
std::string result_csv(const Scene& scene, const Questions& questions, const ExamResult& result);

}  // namespace myomap
