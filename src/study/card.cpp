#include "study/card.h"

#include <algorithm>

#include "base/word.h"

namespace myomap {

namespace {

struct Kind {
    QuestionKind kind;
    std::string_view text;
    const char* name;
    AskedOf of;
};
constexpr std::array kinds{
    Kind{QuestionKind::name_muscle, "name_muscle", word("Name the muscle"), AskedOf::muscle},
    Kind{QuestionKind::locate_point, "locate_point", word("Locate the point"), AskedOf::point},
    Kind{QuestionKind::paint_zone, "paint_zone", word("Paint the zone"), AskedOf::point},
    Kind{QuestionKind::whose_pattern, "whose_pattern", word("Whose pattern is this?"), AskedOf::point},
    Kind{QuestionKind::attachments, "attachments", word("Attachments"), AskedOf::muscle},
    Kind{QuestionKind::action, "action", word("Action"), AskedOf::muscle},
    Kind{QuestionKind::nerve, "nerve", word("Nerve"), AskedOf::muscle},
    Kind{QuestionKind::complaint, "complaint", word("Complaint to muscles"), AskedOf::complaint},
};
static_assert(kinds.size() == all_question_kinds.size());

const Kind& entry(QuestionKind kind) { return *std::ranges::find(kinds, kind, &Kind::kind); }

}  // namespace

AskedOf asked_of(QuestionKind kind) { return entry(kind).of; }

std::string_view to_text(QuestionKind kind) { return entry(kind).text; }

std::optional<QuestionKind> question_kind(std::string_view text) {
    const auto it = std::ranges::find(kinds, text, &Kind::text);
    return it == kinds.end() ? std::nullopt : std::optional(it->kind);
}

const char* name_of(QuestionKind kind) { return entry(kind).name; }

std::string to_text(const CardKey& key) { return std::string(to_text(key.kind)) + ":" + key.of; }

std::optional<CardKey> card_key(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
    const auto kind = question_kind(text.substr(0, colon));
    if (!kind) return std::nullopt;
    return CardKey{*kind, std::string(text.substr(colon + 1))};
}

}  // namespace myomap
