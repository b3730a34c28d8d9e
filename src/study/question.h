#pragma once
// A card put into words, in the language that is shown: what is asked, what is offered to choose from, and what is said
// once it was answered. Plain values; how they look, and what the body shows beside them, is a reader's business.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/card.h"
#include "study/fsrs.h"
#include "study/likeness.h"

namespace myomap {

struct AnswerOption {
    std::string id;  // of the muscle or warning sign; unlike any other of its question
    std::string text;
    bool right = false;
    bool sign = false;  // of a complaint: something to be asked before muscles are thought of
};

struct Question {
    CardKey card;
    PointRef about;           // point -1: of a muscle; muscle -1: of a complaint
    std::string kind;         // "Paint the zone"
    std::string title;        // "Trapezius, upper fibres · trigger point 1: where is its pain felt?"
    std::string instruction;  // what is to be done: "Paint it on the body."
    // Of a zone of low confidence, or where books draw it otherwise; "" for none.
    std::string caution;
    // Four of which one is right; of a complaint muscles, then signs, of which several are. Empty for a place or zone.
    std::vector<AnswerOption> options;
    bool by_name = false;  // a name may be typed instead of choosing
};

// Muscles with the same pattern, or one that is often taken for it, and how they can be told apart.
struct Confusion {
    std::string name;
    std::string how;
    bool counts = false;  // names it too: the patterns are nearly the same
};

// What is said once it was answered.
struct Lesson {
    std::string answer;                 // "Trapezius, upper fibres"
    std::vector<std::string> remember;  // sentences
    std::vector<Confusion> confusions;
    std::optional<Confidence> confidence;
    std::string confidence_words;      // of what is no pattern, that it is from textbooks; never ""
    std::vector<std::string> sources;  // keys into Atlas::sources
};

// "High confidence · TS1-6, MED1": how sure it is, and where it is from.
std::string grounds(const Lesson& lesson);
// What those keys stand for, in a line.
std::string source_titles(const Scene& scene, const Lesson& lesson);

class Questions {
public:
    // What the scene refers to must outlive this. Nothing is read of the bodies until a question needs it.
    explicit Questions(const Scene& scene) : scene_(scene) {}

    // The card must be one that can_ask() allows on this body. The seed chooses what is offered, and its order.
    Question ask(const CardKey& card, BodyId body, std::uint64_t seed) const;
    Lesson lesson(const CardKey& card, BodyId body) const;

    // Whether naming that muscle answers a card whose answer is a muscle: the right one, or one with the same pattern.
    bool is_right(const CardKey& card, BodyId body, int muscle) const;

    // How far from a point a click may be and still be right, over the skin; by how large the muscle is. cm.
    float tolerance_cm(int muscle, BodyId body) const;

private:
    const Scene& scene_;
    mutable std::array<std::unique_ptr<Likeness>, 2> likeness_;  // by BodyId

    const Likeness& likeness(BodyId body) const;
    const Muscle& muscle(int index) const { return scene_.atlas.muscles[static_cast<std::size_t>(index)]; }
    std::string name(int muscle) const;
    std::string point_name(PointRef ref) const;
    std::string caution(const CardKey& card, PointRef ref, BodyId body) const;
    std::vector<int> neighbours(int muscle, BodyId body) const;
    std::string told(QuestionKind kind, int muscle) const;
    std::vector<AnswerOption> options(const CardKey& card, PointRef ref, BodyId body, std::uint64_t seed) const;
    std::vector<AnswerOption> complaint_options(const Symptom& symptom, BodyId body, std::uint64_t seed) const;
    void add_confusions(const CardKey& card, PointRef ref, BodyId body, Lesson& lesson) const;
    std::string essential_words(PointRef ref, BodyId body) const;
};

// A located point: within the tolerance good, within one and a half of it hard.
Grade grade_of_distance(float cm, float tolerance_cm);

// Of ticks: the harmonic mean of how many of the right ones were ticked and how many of the ticks are right, muscles
// and signs together; graded like a painted zone. A complaint whose warning signs are wrong is never good.
float score_of_ticks(const Question& question, const std::vector<bool>& ticked);
Grade grade_of_ticks(const Question& question, const std::vector<bool>& ticked);

}  // namespace myomap
