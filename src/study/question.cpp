#include "study/question.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "base/text.h"
#include "base/word.h"
#include "report/words.h"
#include "study/alike.h"
#include "study/deck.h"
#include "study/shuffle.h"
#include "study/zone_score.h"

namespace myomap {

namespace {

constexpr std::size_t offered = 4;
constexpr std::size_t offered_muscles = 8, most_right_muscles = 5;
constexpr std::size_t offered_signs = 4, most_right_signs = 3;
constexpr float often_confused = 0.2f;  // Dice from which on a pattern may be taken for another
constexpr std::size_t most_confusions = 2;

// A warning sign as something to tick: its name, or what its text begins with.
std::string short_sign(const RedFlag& flag, std::string_view language) {
    constexpr std::size_t most = 80;
    const std::string name = flag.name_in(language);
    if (name.size() <= most) return name;
    const std::string& text = flag.brief_in(language);
    std::size_t end = text.find_first_of(".;:");
    if (end == std::string::npos || end > most) end = text.rfind(',', most);
    if (end == std::string::npos) end = text.rfind(' ', most);
    if (end == std::string::npos || end >= text.size()) return text;
    // Not within a bracket.
    const std::size_t open = text.rfind('(', end), close = text.rfind(')', end);
    if (open != std::string::npos && open > 0 && (close == std::string::npos || close < open)) end = open - 1;
    return text.substr(0, end) + " \u2026";
}

}  // namespace

const Likeness& Questions::likeness(BodyId body) const {
    auto& one = likeness_[static_cast<std::size_t>(body)];
    if (!one) one = std::make_unique<Likeness>(scene_, body);
    return *one;
}

std::string Questions::name(int index) const { return short_name(scene_, muscle(index).name); }

std::string Questions::point_name(PointRef ref) const {
    const Muscle& of = scene_.atlas.muscle(ref);
    const TriggerPoint& point = scene_.atlas.point(ref);
    std::string words = name(ref.muscle);
    if (of.trigger_points.size() > 1) words += " \u00b7 " + scene_.phrase(word("trigger point {}"), point.label);
    if (!point.drawn_level.empty()) words += " (" + point.drawn_level + ")";
    return words;
}

std::string Questions::essential_words(PointRef ref, BodyId body) const {
    std::vector<std::string> words;
    for (const Zone& zone : scene_.atlas.point(ref).zones)
        if (zone.kind == ZoneKind::essential && is_on(zone.bodies, body)) words.push_back(zone.words);
    return join(words, scene_.phrase("; "));
}

std::string Questions::caution(const CardKey& card, PointRef ref, BodyId body) const {
    if (card.kind != QuestionKind::paint_zone && card.kind != QuestionKind::whose_pattern) return {};
    for (const Zone& zone : scene_.atlas.point(ref).zones)
        if (zone.kind == ZoneKind::essential && is_on(zone.bodies, body) && zone.confidence == Confidence::low)
            return scene_.phrase(word("Low confidence: few sources draw this zone, and not all alike."));
    return {};
}

// The muscles that lie nearest, by the middles of their bodies.
std::vector<int> Questions::neighbours(int index, BodyId body) const {
    const Muscles* const meshes = scene_.body_muscles(body);
    std::vector<std::pair<float, int>> by_distance;
    const int own = meshes ? meshes->mesh_of(index) : -1;
    for (int other = 0; other < static_cast<int>(scene_.atlas.muscles.size()); ++other) {
        if (other == index) continue;
        const int mesh = own < 0 ? -1 : meshes->mesh_of(other);
        float away = muscle(other).region == muscle(index).region ? 1000 : 2000;
        if (mesh >= 0)
            away = glm::distance(meshes->asset().meshes[static_cast<std::size_t>(own)].centroid,
                                 meshes->asset().meshes[static_cast<std::size_t>(mesh)].centroid);
        by_distance.emplace_back(away, other);
    }
    std::ranges::sort(by_distance);
    std::vector<int> all;
    for (const auto& [away, other] : by_distance) all.push_back(other);
    return all;
}

// What an option of this kind says of the muscle.
std::string Questions::told(QuestionKind kind, int index) const {
    const Muscle& of = muscle(index);
    switch (kind) {
        case QuestionKind::attachments:
            return capitalised(of.origin.words) + " \u2192 " + of.insertion.words;
        case QuestionKind::action:
            return capitalised(of.action);
        case QuestionKind::nerve:
            return capitalised(of.innervation);
        default:
            return name(index);
    }
}

std::vector<AnswerOption> Questions::options(const CardKey& card, PointRef ref, BodyId body, std::uint64_t seed) const {
    std::vector<AnswerOption> chosen{{muscle(ref.muscle).id, told(card.kind, ref.muscle), true}};
    std::vector<int> others;
    if (card.kind == QuestionKind::whose_pattern) {
        for (const Likeness::Like& like : likeness(body).likest(ref)) others.push_back(like.point.muscle);
    } else {
        others = neighbours(ref.muscle, body);
    }
    const auto is_offered = [&](const std::string& text) {
        return std::ranges::any_of(chosen, [&](const AnswerOption& one) { return fold(one.text) == fold(text); });
    };
    // Where three that nobody could defend are not to be had (an atlas of a few muscles), others that differ.
    for (const bool strict : {true, false})
        for (const int other : others) {
            if (chosen.size() == offered) break;
            const std::string text = told(card.kind, other);
            if (text.empty() || is_offered(text) || is_right(card, body, other)) continue;
            if (strict && std::ranges::any_of(
                              chosen, [&](const AnswerOption& one) { return too_alike(card.kind, one.text, text); }))
                continue;
            chosen.push_back({muscle(other).id, text, false});
        }
    Chance(seed, to_text(card)).shuffle(chosen);
    return chosen;
}

std::vector<AnswerOption> Questions::complaint_options(const Symptom& symptom, BodyId body, std::uint64_t seed) const {
    Chance chance(seed, symptom.id);
    std::vector<AnswerOption> muscles, signs;
    for (const std::string& id : symptom.muscles)
        if (const auto index = scene_.atlas.find_muscle(id); index && muscles.size() < most_right_muscles)
            muscles.push_back({id, name(*index), true});
    // Wrong ones lie near the right ones, but none of their zones reaches where it hurts.
    std::vector<RegionRef> regions;
    if (scene_.regions)
        for (const std::string& id : symptom.regions)
            if (const int region = scene_.regions->set().find(id); region >= 0) regions.push_back({region, Side::left});
    const auto reaches = [&](int index) {
        const auto& points = muscle(index).trigger_points;
        for (std::size_t p = 0; p < points.size(); ++p) {
            const SparseField any = pattern_of(scene_, body, {index, static_cast<int>(p)}).any;
            for (const auto& share : scene_.regions->on(scene_.body(body)).shares(any))
                if (share.of_region > 0.05f && std::ranges::find(regions, share.ref) != regions.end()) return true;
        }
        return false;
    };
    const auto first = scene_.atlas.find_muscle(symptom.muscles.front());
    for (const int other : first ? neighbours(*first, body) : std::vector<int>{}) {
        if (muscles.size() == offered_muscles) break;
        const std::string& id = muscle(other).id;
        if (std::ranges::find(symptom.muscles, id) == symptom.muscles.end() && !(scene_.regions && reaches(other)))
            muscles.push_back({id, name(other), false});
    }
    const std::string language = scene_.atlas.language.code();
    const auto add_sign = [&](const RedFlag& flag, bool right) {
        signs.push_back({flag.id, short_sign(flag, language), right, true});
    };
    for (const std::string& id : symptom.red_flags)
        if (const RedFlag* flag = scene_.symptoms->find_red_flag(id); flag && signs.size() < most_right_signs)
            add_sign(*flag, true);
    if (!signs.empty()) {
        std::vector<const RedFlag*> others;
        for (const RedFlag& flag : scene_.symptoms->red_flags)
            if (std::ranges::find(symptom.red_flags, flag.id) == symptom.red_flags.end()) others.push_back(&flag);
        chance.shuffle(others);
        for (const RedFlag* flag : others)
            if (signs.size() < offered_signs) add_sign(*flag, false);
    }
    chance.shuffle(muscles);
    chance.shuffle(signs);
    std::ranges::move(signs, std::back_inserter(muscles));
    return muscles;
}

Question Questions::ask(const CardKey& card, BodyId body, std::uint64_t seed) const {
    Question q{.card = card, .kind = scene_.phrase(name_of(card.kind))};
    if (asked_of(card.kind) == AskedOf::complaint) {
        const Symptom* const symptom = scene_.symptoms->find_symptom(card.of);
        q.title = scene_.phrase(word("{}: which muscles may be behind it, and what is asked first?"),
                                symptom_name(scene_, *symptom, Wording::clinical));
        q.instruction =
            scene_.phrase(word("Tick the muscles that are commonly named, and the warning signs that belong to it."));
        q.options = complaint_options(*symptom, body, seed);
        return q;
    }
    q.about = point_of(scene_.atlas, card).value_or(PointRef{*muscle_of(scene_.atlas, card), -1});
    const int of = q.about.muscle;
    q.caution = caution(card, q.about, body);
    switch (card.kind) {
        case QuestionKind::name_muscle:
            q.title = scene_.phrase(word("What is this muscle called?"));
            q.instruction = scene_.phrase(word("Type its name, or choose among four."));
            break;
        case QuestionKind::locate_point:
            q.title = scene_.phrase(word("{}: where is it?"), point_name(q.about));
            q.instruction = scene_.phrase(word("Click the place on the body."));
            break;
        case QuestionKind::paint_zone:
            q.title = scene_.phrase(word("{}: where is its pain felt?"), point_name(q.about));
            q.instruction = scene_.phrase(word("Paint the zone that nearly everyone feels."));
            break;
        case QuestionKind::whose_pattern:
            q.title = scene_.phrase(word("Whose pattern is this?"));
            q.instruction = scene_.phrase(word("Type the muscle's name, or choose among four."));
            break;
        case QuestionKind::attachments:
            q.title = scene_.phrase(word("{}: where does it begin and end?"), name(of));
            q.instruction = scene_.phrase(word("Choose one."));
            break;
        case QuestionKind::action:
            q.title = scene_.phrase(word("{}: what does it do?"), name(of));
            q.instruction = scene_.phrase(word("Choose one."));
            break;
        case QuestionKind::nerve:
            q.title = scene_.phrase(word("{}: which nerve moves it?"), name(of));
            q.instruction = scene_.phrase(word("Choose one."));
            break;
        case QuestionKind::complaint:
            break;
    }
    q.by_name = card.kind == QuestionKind::name_muscle || card.kind == QuestionKind::whose_pattern;
    if (card.kind != QuestionKind::locate_point && card.kind != QuestionKind::paint_zone)
        q.options = options(card, q.about, body, seed);
    return q;
}

bool Questions::is_right(const CardKey& card, BodyId body, int index) const {
    if (muscle_of(scene_.atlas, card) == index) return true;
    if (card.kind != QuestionKind::whose_pattern) return false;
    const auto same = likeness(body).same_as(*point_of(scene_.atlas, card));
    return std::ranges::find(same, index, &PointRef::muscle) != same.end();
}

void Questions::add_confusions(const CardKey& card, PointRef ref, BodyId body, Lesson& lesson) const {
    if (card.kind != QuestionKind::paint_zone && card.kind != QuestionKind::whose_pattern) return;
    for (const Likeness::Like& like : likeness(body).likest(ref)) {
        if (lesson.confusions.size() == most_confusions || (like.dice < often_confused && !like.same)) break;
        const bool same = like.same;
        const TriggerPoint& other = scene_.atlas.point(like.point);
        // Where the patterns are the same, only the finger tells them apart.
        lesson.confusions.push_back(
            {point_name(like.point),
             same ? scene_.phrase(word("Felt in the same place; the point itself lies elsewhere: {}"), other.place)
                  : capitalised(essential_words(like.point, body)),
             same});
    }
}

Lesson Questions::lesson(const CardKey& card, BodyId body) const {
    Lesson lesson;
    const auto add = [&](std::string text) {
        if (!text.empty()) lesson.remember.push_back(capitalised(std::move(text)));
    };
    if (asked_of(card.kind) == AskedOf::complaint) {
        const Symptom& symptom = *scene_.symptoms->find_symptom(card.of);
        std::vector<std::string> names;
        for (const std::string& id : symptom.muscles)
            if (const auto index = scene_.atlas.find_muscle(id)) names.push_back(name(*index));
        lesson.answer = join(names, ", ");
        for (const std::string& id : symptom.red_flags)
            if (const RedFlag* flag = scene_.symptoms->find_red_flag(id))
                add(flag->brief_in(scene_.atlas.language.code()));
        lesson.confidence = symptom.confidence;
        lesson.sources = symptom.sources;
    } else {
        const PointRef ref = point_of(scene_.atlas, card).value_or(PointRef{*muscle_of(scene_.atlas, card), -1});
        const Muscle& of = muscle(ref.muscle);
        lesson.sources = of.sources;
        lesson.answer = ref.point >= 0 ? point_name(ref) : name(ref.muscle);
        switch (card.kind) {
            case QuestionKind::name_muscle:
                add(of.does);
                add(told(QuestionKind::attachments, ref.muscle));
                break;
            case QuestionKind::attachments:
            case QuestionKind::action:
            case QuestionKind::nerve:
                lesson.answer = told(card.kind, ref.muscle);
                break;
            case QuestionKind::locate_point:
                add(scene_.atlas.point(ref).place);
                add(scene_.atlas.point(ref).note);
                break;
            default: {
                add(essential_words(ref, body));
                std::vector<std::string> sometimes;
                for (const Zone& zone : scene_.atlas.point(ref).zones)
                    if (zone.kind == ZoneKind::spillover && is_on(zone.bodies, body)) sometimes.push_back(zone.words);
                if (!sometimes.empty())
                    add(scene_.phrase(word("Felt by some: {}"), join(sometimes, scene_.phrase("; "))));
                add(scene_.atlas.point(ref).note);
            }
        }
        if (ref.point >= 0) {
            const TriggerPoint& point = scene_.atlas.point(ref);
            lesson.confidence = point.confidence;
            lesson.sources = point.sources;
            if (card.kind != QuestionKind::locate_point) {
                for (const Zone& zone : point.zones)
                    if (zone.kind == ZoneKind::essential && is_on(zone.bodies, body)) {
                        lesson.confidence = std::max(*lesson.confidence, zone.confidence);
                        for (const std::string& key : zone.sources)
                            if (std::ranges::find(lesson.sources, key) == lesson.sources.end())
                                lesson.sources.push_back(key);
                    }
            }
        }
        add_confusions(card, ref, body, lesson);
    }
    lesson.confidence_words = lesson.confidence ? confidence_words(scene_, *lesson.confidence)
                                                : scene_.phrase(word("anatomy as textbooks have it"));
    return lesson;
}

std::string grounds(const Lesson& lesson) {
    return join({capitalised(lesson.confidence_words), join(lesson.sources)}, " \u00b7 ");
}

std::string source_titles(const Scene& scene, const Lesson& lesson) {
    std::vector<std::string> titles;
    for (const std::string& key : lesson.sources)
        if (const auto source = scene.atlas.sources.find(key); source != scene.atlas.sources.end())
            titles.push_back(source->second.title);
    return join(titles, scene.phrase("; "));
}

float Questions::tolerance_cm(int index, BodyId body) const {
    constexpr float least = 1.5f, most = 4, of_length = 0.125f;
    const Muscles* const meshes = scene_.body_muscles(body);
    const int mesh = meshes ? meshes->mesh_of(index) : -1;
    if (mesh < 0) return least;
    const MuscleMesh& shape = meshes->asset().meshes[static_cast<std::size_t>(mesh)];
    glm::vec3 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};
    for (std::uint32_t v = shape.first_vertex; v < shape.first_vertex + shape.vertex_count; ++v) {
        low = glm::min(low, meshes->asset().positions[v]);
        high = glm::max(high, meshes->asset().positions[v]);
    }
    return std::clamp(of_length * glm::length(high - low), least, most);
}

Grade grade_of_distance(float cm, float tolerance_cm) {
    return cm <= tolerance_cm ? Grade::good : cm <= 1.5f * tolerance_cm ? Grade::hard : Grade::again;
}

float score_of_ticks(const Question& question, const std::vector<bool>& ticked) {
    float right = 0, wanted = 0, ticks = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i) {
        const bool on = i < ticked.size() && ticked[i];
        wanted += question.options[i].right;
        ticks += on;
        right += on && question.options[i].right;
    }
    return right > 0 ? 2 * right / (wanted + ticks) : 0;
}

Grade grade_of_ticks(const Question& question, const std::vector<bool>& ticked) {
    const float score = score_of_ticks(question, ticked);
    bool signs = true;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        signs = signs && (!question.options[i].sign || question.options[i].right == (i < ticked.size() && ticked[i]));
    if (score < zone_pass) return Grade::again;
    return score < zone_good || !signs ? Grade::hard : Grade::good;
}

}  // namespace myomap
