#pragma once
// What a learner is asked: one kind of question about one trigger point, muscle or complaint.

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace myomap {

enum class QuestionKind {
    name_muscle,    // its shape is lit: what is it called?
    locate_point,   // where is this point?
    paint_zone,     // where is its pain felt?
    whose_pattern,  // a pattern is shown: whose is it?
    attachments,    // where does the muscle begin and end?
    action,         // what does it do?
    nerve,          // what nerve moves it?
    complaint,      // which muscles may be behind it, and what must be asked first?
};
inline constexpr std::array all_question_kinds{
    QuestionKind::name_muscle, QuestionKind::locate_point, QuestionKind::paint_zone, QuestionKind::whose_pattern,
    QuestionKind::attachments, QuestionKind::action,       QuestionKind::nerve,      QuestionKind::complaint,
};

// What a kind asks about.
enum class AskedOf { muscle, point, complaint };
AskedOf asked_of(QuestionKind kind);

std::string_view to_text(QuestionKind kind);  // "paint_zone", as files have it
std::optional<QuestionKind> question_kind(std::string_view text);
const char* name_of(QuestionKind kind);  // "Paint the zone": English, a key of the phrases

// Stays what it is while the program and its data change: progress is kept by it.
struct CardKey {
    QuestionKind kind = QuestionKind::name_muscle;
    std::string of;  // "trapezius_upper/TrP1", "trapezius_upper" or "tension_headache", by the kind

    auto operator<=>(const CardKey&) const = default;
};

std::string to_text(const CardKey& key);  // "paint_zone:trapezius_upper/TrP1"
// Nothing for what has no such form; whether what it names exists is the atlas's to say.
std::optional<CardKey> card_key(std::string_view text);

}  // namespace myomap
