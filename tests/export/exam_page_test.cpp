// Exams, their keys and results as pages, read back with poppler.

#include "export/exam_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <sstream>

#include "base/text.h"
#include "exported.h"
#include "report/words.h"

namespace myomap {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ExamPages : public test::Exported {
protected:
    const Scene scene = context->scene();
    const Questions questions{scene};
    const std::filesystem::path file = test::output_file("exam." + std::to_string(::getpid()) + ".pdf");

    ExamPaper paper(const char* deck, int count, std::vector<QuestionKind> kinds = {}) {
        const std::vector<Deck> all = decks(scene);
        const Deck& chosen = *std::ranges::find(all, deck, &Deck::id);
        if (kinds.empty()) kinds.assign(all_question_kinds.begin(), all_question_kinds.end());
        return {.exam = make_exam(scene, questions, {chosen, kinds, count, 7}),
                .title = exam_title(scene, chosen),
                .dpi = 36};
    }

    // The words of each page, in one line each.
    std::vector<std::string> pages(const std::vector<std::uint8_t>& pdf) {
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
        std::string text = run_shell("pdftotext '" + file.string() + "' -").out;
        std::ranges::replace(text, '\n', ' ');
        std::vector<std::string> all;
        for (size_t end = text.find('\f'); end != std::string::npos; end = text.find('\f')) {
            all.push_back(text.substr(0, end));
            text.erase(0, end + 1);
        }
        return all;
    }
    static std::string joined(const std::vector<std::string>& pages) {
        std::string all;
        for (const std::string& page : pages) all += page + "\f";
        return all;
    }
    static std::shared_ptr<const PageLetterhead> letterhead() {
        PageLetterhead page;
        page.words = {"Example School", {"1 Example Street"}, "+00 000 0000", "Foot line", ""};
        return std::make_shared<const PageLetterhead>(page);
    }
};

TEST_F(ExamPages, HaveEveryQuestionWithItsOptionsWholeOnOnePage) {
    for (const Paper size : {Paper::a4, Paper::letter}) {
        ExamPaper one = paper("all", 16);
        one.paper = size;
        one.letterhead = letterhead();
        const auto all = pages(exam_page(*context, renderer, one));
        ASSERT_GT(all.size(), 4u);
        // As they lie on the page.
        std::vector<std::string> laid_out;
        std::istringstream text(run_shell("pdftotext -layout '" + file.string() + "' -").out);
        for (std::string one_page; std::getline(text, one_page, '\f');) laid_out.push_back(one_page);
        std::size_t page = 0;
        for (std::size_t i = 0; i < one.exam.questions.size(); ++i) {
            const Question& question = one.exam.questions[i];
            // In order: on this page or the next one.
            const std::string number = std::to_string(i + 1) + " ";
            const auto stands = [&](std::size_t on) {
                std::istringstream lines(on < laid_out.size() ? laid_out[on] : "");
                for (std::string line; std::getline(lines, line);)
                    if (line.substr(std::min(line.size(), line.find_first_not_of(' '))).starts_with(number) &&
                        line.find(question.title.substr(0, 16)) != std::string::npos)
                        return true;
                return false;
            };
            if (!stands(page)) ++page;
            ASSERT_TRUE(stands(page)) << i + 1 << ": " << question.title;
            for (const AnswerOption& option : question.options)
                for (const std::string& piece : parts_of(option.text, ' '))
                    EXPECT_THAT(laid_out[page], HasSubstr(piece)) << question.title;
        }
        for (std::size_t i = 0; i < all.size(); ++i)
            EXPECT_THAT(all[i], AllOf(HasSubstr("Page " + std::to_string(i + 1) + " of " + std::to_string(all.size())),
                                      HasSubstr("not a diagnosis"), HasSubstr("Example School"), HasSubstr("Foot line"),
                                      HasSubstr("Seed 7")));
        EXPECT_THAT(all[0], AllOf(HasSubstr("Exam: All"), HasSubstr("Name"), HasSubstr("Date"), HasSubstr("/ 16"),
                                  HasSubstr("16 questions")));
    }
}

// What a student could read out of the file: its words, and what it says of itself.
TEST_F(ExamPages, TellNoAnswers) {
    for (const QuestionKind kind : {QuestionKind::name_muscle, QuestionKind::whose_pattern}) {
        ExamPaper one = paper("head_neck", 12, {kind});
        one.write_names = true;
        std::string all = joined(pages(exam_page(*context, renderer, one)));
        all += run_shell("pdfinfo '" + file.string() + "'").out + run_shell("strings '" + file.string() + "'").out;
        EXPECT_THAT(all, HasSubstr("Write down the muscle"));
        for (const Question& question : one.exam.questions) {
            EXPECT_THAT(all, Not(HasSubstr(short_name(scene, scene.atlas.muscle(question.about).name))));
            EXPECT_THAT(all, Not(HasSubstr(scene.atlas.muscle(question.about).id)));
        }
        one.write_names = false;
        all = joined(pages(exam_page(*context, renderer, one)));
        for (const Question& question : one.exam.questions) EXPECT_THAT(all, HasSubstr(question.options[0].text));
    }
    for (const QuestionKind kind : {QuestionKind::locate_point, QuestionKind::paint_zone}) {
        const ExamPaper one = paper("leg_foot", 8, {kind});
        const std::string all = joined(pages(exam_page(*context, renderer, one)));
        for (const Question& question : one.exam.questions) {
            const std::string right = right_answer(scene, questions, question, BodyId::adult_male);
            EXPECT_THAT(all, Not(HasSubstr(right))) << question.title;
            // No zone is named, and no mark is set.
            for (const Zone& zone : scene.atlas.point(question.about).zones)
                for (const std::string& name : zone.names) EXPECT_THAT(all, Not(HasSubstr(name))) << question.title;
        }
        EXPECT_THAT(all, AllOf(HasSubstr("the patient's right"), Not(HasSubstr("Essential"))));
    }
}

// A place or zone that is asked for leaves no trace in the picture: two questions of one region look alike.
TEST_F(ExamPages, PicturesOfPlacesAndZonesAreOfTheBareBody) {
    for (const QuestionKind kind : {QuestionKind::locate_point, QuestionKind::paint_zone}) {
        const ExamPaper one = paper("head_neck", 6, {kind});
        for (const Question& question : one.exam.questions) {
            const QuestionChart chart = asked_chart(scene, question, one.exam.view());
            EXPECT_TRUE(is_nothing(chart.document.selection)) << question.title;
            EXPECT_TRUE(chart.over && chart.over->layers.empty() && !chart.over->point) << question.title;
        }
    }
}

TEST_F(ExamPages, TheKeyHasTheAnswersHowToMarkAndSources) {
    const ExamPaper one = paper("all", 16);
    const auto all = pages(exam_key_page(*context, renderer, one));
    const std::string text = joined(all);
    EXPECT_THAT(text, AllOf(HasSubstr("Exam: All \u00b7 key"), HasSubstr("How to mark"), HasSubstr("A shaded zone"),
                            HasSubstr("A cross within the disc"), HasSubstr("The disc: within"),
                            HasSubstr("Of ticks the share"), HasSubstr("Sources"), HasSubstr("confidence")));
    for (const Question& question : one.exam.questions) {
        EXPECT_THAT(text, HasSubstr(question.title));
        for (const AnswerOption& option : question.options)
            if (option.right) EXPECT_THAT(text, HasSubstr(option.text)) << question.title;
        for (const std::string& key : questions.lesson(question.card, BodyId::adult_male).sources)
            EXPECT_THAT(text, HasSubstr(scene.atlas.sources.at(key).title));
    }
}

TEST_F(ExamPages, AResultHasALineAQuestionOnAsManyPagesAsItNeeds) {
    EXPECT_THAT(joined(pages(exam_result_page(*context, {}, "Empty", Paper::letter, {}))), HasSubstr("0 of 0 points"));
    ExamResult result{.exam = paper("all", 60).exam, .name = "A. Learner", .day = "2026-11-28"};
    for (std::size_t i = 0; i < 59; ++i)
        result.answers.push_back({.said = "answer w" + std::to_string(i) + "w", .points = 0.5f, .seconds = 65});
    const auto all = pages(exam_result_page(*context, result, "Exam: All", Paper::a4, letterhead()));
    EXPECT_GT(all.size(), 3u);
    const std::string text = joined(all);
    for (std::size_t i = 0; i < 59; ++i) EXPECT_THAT(text, HasSubstr("w" + std::to_string(i) + "w"));
    EXPECT_THAT(text, AllOf(HasSubstr("29.5 of 60 points (49 %)"), HasSubstr("A. Learner"), HasSubstr("2026-11-28"),
                            HasSubstr("Time 63:55"), HasSubstr("1:05"), HasSubstr("left out")));
    for (const std::string& page : all) EXPECT_THAT(page, AllOf(HasSubstr("Example School"), HasSubstr("A. Learner")));
}

}  // namespace
}  // namespace myomap
