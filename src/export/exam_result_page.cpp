// The page of an exam that was sat.

#include <cmath>

#include <fmt/format.h>

#include "base/word.h"
#include "chart/palette.h"
#include "export/exam_blocks.h"
#include "export/exam_page.h"
#include "export/page_date.h"
#include "export/pdf_file.h"
#include "report/words.h"

namespace myomap {

namespace {

// Shares of the width: where number, question, answer, right answer, points and time begin.
constexpr float starts[] = {0, 0.045f, 0.31f, 0.575f, 0.84f, 0.92f, 1};
constexpr float between = 8;

std::string points_words(float points) {
    const float rounded = std::round(points * 100) / 100;
    return fmt::format("{:g}", rounded);
}

// "1:05"
std::string minutes(float seconds) {
    const auto whole = std::lround(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

class Rows {
public:
    Rows(cairo_t* cr, const PageStyles& styles, float width) : cr_(cr), styles_(styles), width_(width) {}

    void add(const std::vector<std::string>& cells, bool is_head, bool is_right) {
        ExamBlock& block = blocks_.emplace_back();
        block.line_above = true;
        block.space_before = 9;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const TextStyle& style = is_head                           ? styles_.small_strong
                                     : i == 0 || (i == 4 && !is_right) ? styles_.strong
                                                                       : styles_.body;
            block.add(cr_, {{cells[i], style}}, {starts[i] * width_, 0},
                      (starts[i + 1] - starts[i]) * width_ - between);
        }
    }
    // Below what is right.
    void add_grounds(const Lesson& lesson) {
        ExamBlock& block = blocks_.back();
        block.add(cr_, {{grounds(lesson), styles_.small}}, {starts[3] * width_, block.words.at(3).text.height() + 2},
                  (starts[4] - starts[3]) * width_ - between);
        sources_.insert(lesson.sources.begin(), lesson.sources.end());
    }
    void add_sources(const Scene& scene) { myomap::add_sources(cr_, scene, sources_, styles_, width_, blocks_); }
    std::vector<ExamBlock> take() { return std::move(blocks_); }

private:
    cairo_t* cr_;
    const PageStyles& styles_;
    float width_;
    std::vector<ExamBlock> blocks_;
    std::set<std::string> sources_;
};

}  // namespace

std::vector<std::uint8_t> exam_result_page(const Context& context, const ExamResult& result, const std::string& title,
                                           Paper paper, const std::shared_ptr<const PageLetterhead>& letterhead) {
    const PangoMeasure checks_the_typeface;
    const Scene scene = context.scene();
    const Questions questions(scene);
    const Exam& exam = result.exam;
    const glm::vec2 size = paper_size(paper, false);
    const std::string score =
        scene.phrase(word("{} of {} points ({} %)"),
                     {points_words(result.points()), points_words(exam.points()),
                      std::to_string(exam.points() > 0 ? std::lround(100 * result.points() / exam.points()) : 0)});
    const std::string seed = scene.phrase(word("Seed {}"), std::to_string(exam.request.seed));
    PageHeading heading{.kind = "MYOMAP \u00b7 " + scene.phrase(word("RESULT OF AN EXAM")),
                        .day = result.day,
                        .title = title,
                        .parts = {},
                        .further = title + " \u00b7 " + (result.name.empty() ? seed : result.name)};
    if (!result.name.empty()) heading.parts.push_back({.text = result.name});
    heading.parts.push_back({.text = score});
    heading.parts.push_back({.text = scene.phrase(word("Time {}"), minutes(result.seconds()))});
    heading.parts.push_back({.text = seed});
    return pdf_file(scene, size, {title, disclaimer(scene)}, [&](cairo_t* cr) {
        const PageFrame sheet(cr, size, scene, heading, letterhead.get());
        const PageStyles styles(chart_palette(Theme::light), 1);
        Rows rows(cr, styles, sheet.width());
        rows.add({"", scene.phrase(word("Question")), scene.phrase(word("Your answer")),
                  scene.phrase(word("Right answer")), scene.phrase(word("Points")), scene.phrase(word("Time"))},
                 true, true);
        for (std::size_t i = 0; i < exam.questions.size(); ++i) {
            const Question& question = exam.questions[i];
            const MarkedAnswer answer = i < result.answers.size() ? result.answers[i] : MarkedAnswer{};
            rows.add({std::to_string(i + 1), question.title,
                      answer.said.empty() ? scene.phrase(word("left out")) : answer.said,
                      right_answer(scene, questions, question, exam.request.body), points_words(answer.points),
                      minutes(answer.seconds)},
                     false, answer.points >= 1);
            rows.add_grounds(questions.lesson(question.card, exam.request.body));
        }
        rows.add_sources(scene);
        std::vector<ExamBlock> blocks = rows.take();
        draw_exam_blocks(cr, nullptr, sheet, blocks, sheet.top(), 72);
    });
}

}  // namespace myomap
