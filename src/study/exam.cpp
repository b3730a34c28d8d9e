#include "study/exam.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/csv.h"
#include "base/text.h"
#include "base/word.h"
#include "study/over_skin.h"
#include "study/shuffle.h"
#include "study/typed_name.h"
#include "study/zone_score.h"

namespace myomap {

namespace {

// The cards of one kind that may still be taken.
struct Pile {
    std::vector<CardKey> cards;
    int taken = 0;
};

// How near a card is to what was asked already.
enum class Nearness { another_muscle, another_pattern, the_same };

class Asked {
public:
    explicit Asked(const Atlas& atlas) : atlas_(atlas) {}

    void add(const CardKey& card) {
        things_.insert(card.of);
        if (const auto muscle = muscle_of(atlas_, card)) muscles_.insert(*muscle);
    }
    Nearness nearness(const CardKey& card) const {
        if (things_.contains(card.of)) return Nearness::the_same;
        const auto muscle = muscle_of(atlas_, card);
        return muscle && muscles_.contains(*muscle) ? Nearness::another_pattern : Nearness::another_muscle;
    }

private:
    const Atlas& atlas_;
    std::set<std::string, std::less<>> things_;
    std::set<int> muscles_;
};

std::vector<CardKey> choose(const Scene& scene, const ExamRequest& request) {
    std::vector<Pile> piles;
    for (const QuestionKind kind : all_question_kinds) {
        if (std::ranges::find(request.kinds, kind) == request.kinds.end()) continue;
        Pile pile{cards_of(scene, request.deck, std::array{kind}, request.body)};
        // A deck that names a muscle twice has its cards once.
        std::ranges::sort(pile.cards);
        pile.cards.erase(std::ranges::unique(pile.cards).begin(), pile.cards.end());
        Chance(request.seed, to_text(kind)).shuffle(pile.cards);
        piles.push_back(std::move(pile));
    }
    Chance chance(request.seed, "exam");
    // Which kinds have one more than the others.
    chance.shuffle(piles);
    Asked asked(scene.atlas);
    std::vector<CardKey> chosen;
    while (static_cast<int>(chosen.size()) < request.count) {
        Pile* best = nullptr;
        std::size_t at = 0;
        std::pair<Nearness, int> least;
        for (Pile& pile : piles)
            for (std::size_t i = 0; i < pile.cards.size(); ++i) {
                const std::pair here{asked.nearness(pile.cards[i]), pile.taken};
                if (best && here >= least) continue;
                best = &pile;
                at = i;
                least = here;
                if (here.first == Nearness::another_muscle) break;
            }
        if (!best) break;
        chosen.push_back(best->cards[at]);
        asked.add(best->cards[at]);
        best->cards.erase(best->cards.begin() + static_cast<std::ptrdiff_t>(at));
        ++best->taken;
    }
    chance.shuffle(chosen);
    return chosen;
}

float to_hundredth(float points) { return std::round(std::clamp(points, 0.f, 1.f) * 100) / 100; }

std::string percent(float share) { return std::to_string(std::lround(share * 100)); }

std::string names_of(const Scene& scene, const Question& question, const std::vector<bool>& which) {
    std::vector<std::string> muscles, signs;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (i < which.size() && which[i])
            (question.options[i].sign ? signs : muscles).push_back(question.options[i].text);
    std::vector<std::string> parts;
    if (!muscles.empty()) parts.push_back(join(muscles, scene.phrase("; ")));
    if (!signs.empty()) parts.push_back(scene.phrase(word("To be asked first: {}"), join(signs, scene.phrase("; "))));
    return join(parts, ". ");
}

}  // namespace

View Exam::view() const {
    View view;
    view.body = request.body;
    view.side = request.side;
    return view;
}

Exam make_exam(const Scene& scene, const Questions& questions, const ExamRequest& request) {
    Exam exam{request, {}};
    for (const CardKey& card : choose(scene, request))
        exam.questions.push_back(questions.ask(card, request.body, request.seed));
    return exam;
}

float points_of_ticks(const Question& question, const std::vector<bool>& ticked) {
    float right = 0, wrong = 0, all_right = 0, all_wrong = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const bool on = i < ticked.size() && ticked[i], is_right = question.options[i].right;
        (is_right ? all_right : all_wrong) += 1;
        if (on) (is_right ? right : wrong) += 1;
    }
    const float points = (all_right > 0 ? right / all_right : 0) - (all_wrong > 0 ? wrong / all_wrong : 0);
    return to_hundredth(points);
}

MarkedAnswer mark(const Scene& scene, const Questions& questions, const Exam& exam, const Question& question,
                  const ExamAnswer& given, float seconds) {
    const BodyId figure = exam.request.body;
    const Body& body = scene.body(figure);
    MarkedAnswer answer{.seconds = seconds};
    if (question.card.kind == QuestionKind::locate_point) {
        if (!given.on_body.clicked) return answer;
        const SkinPoint place =
            scene.body_fields(figure).place(question.about, asked_side(scene, question, exam.view()));
        const float cm = cm_over_skin(body, place, *given.on_body.clicked);
        const Grade grade = grade_of_distance(cm, questions.tolerance_cm(question.about.muscle, figure));
        answer.points = grade == Grade::good ? 1 : grade == Grade::hard ? 0.5f : 0;
        answer.said = scene.phrase(word("A place {} cm away"), fmt::format("{:.1f}", cm));
    } else if (question.card.kind == QuestionKind::paint_zone) {
        if (given.on_body.painted.empty()) return answer;
        const Side side = asked_side(scene, question, exam.view());
        const ZoneScore score =
            score_zone(body, given.on_body.painted, pattern_of(scene, figure, question.about, side));
        answer.points = to_hundredth(score.score / zone_full);
        answer.said = score.wrong_side ? scene.phrase(word("Painted on the other side"))
                                       : scene.phrase(word("Painted {} % of the zone; {} % of the paint lies in it"),
                                                      {percent(score.found), percent(score.in_zone)});
    } else if (asked_of(question.card.kind) == AskedOf::complaint) {
        answer.points = points_of_ticks(question, given.ticked);
        answer.said = names_of(scene, question, given.ticked);
    } else if (given.option && *given.option < question.options.size()) {
        const AnswerOption& option = question.options[*given.option];
        answer.points = option.right ? 1 : 0;
        answer.said = option.text;
    } else if (question.by_name) {
        answer.said = given.typed;
        const Named named = names_muscle(scene.atlas, given.typed, question.about.muscle);
        const int other = named == Named::nothing ? named_muscle(scene.atlas, given.typed) : -1;
        const bool same = other >= 0 && questions.is_right(question.card, figure, other);
        answer.points = named == Named::right || same ? 1 : named == Named::whole ? 0.5f : 0;
    }
    return answer;
}

std::string right_answer(const Scene& scene, const Questions& questions, const Question& question, BodyId body) {
    if (question.card.kind == QuestionKind::locate_point || question.card.kind == QuestionKind::paint_zone) {
        // What there is to remember of a place or zone begins with where it lies.
        const Lesson lesson = questions.lesson(question.card, body);
        return lesson.remember.empty() ? lesson.answer : lesson.remember.front();
    }
    std::vector<bool> right;
    for (const AnswerOption& option : question.options) right.push_back(option.right);
    return names_of(scene, question, right);
}

float ExamResult::points() const {
    float all = 0;
    for (const MarkedAnswer& answer : answers) all += answer.points;
    return all;
}

float ExamResult::seconds() const {
    float all = 0;
    for (const MarkedAnswer& answer : answers) all += answer.seconds;
    return all;
}

std::string result_csv(const Scene& scene, const Questions& questions, const ExamResult& result) {
    std::string csv = "number,kind,asked,answer,right_answer,points,seconds,confidence,sources\r\n";
    for (std::size_t i = 0; i < result.exam.questions.size(); ++i) {
        const Question& question = result.exam.questions[i];
        const MarkedAnswer answer = i < result.answers.size() ? result.answers[i] : MarkedAnswer{};
        const Lesson lesson = questions.lesson(question.card, result.exam.request.body);
        csv += fmt::format("{},{},{},{},{},{:.2f},{:.1f},{},{}\r\n", i + 1, to_text(question.card.kind),
                           csv_cell(question.title), csv_cell(answer.said),
                           csv_cell(right_answer(scene, questions, question, result.exam.request.body)), answer.points,
                           answer.seconds, csv_cell(lesson.confidence_words), csv_cell(join(lesson.sources)));
    }
    return csv;
}

}  // namespace myomap
