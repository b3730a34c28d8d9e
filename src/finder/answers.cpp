#include "finder/answers.h"

#include <algorithm>

#include "chart/shown.h"

namespace myomap {

namespace {

constexpr int most_found = 60;
constexpr size_t most_answers = 14;

// Several points of a muscle become one answer; the order is that of each muscle's best point.
std::vector<Answer> by_muscle(const std::vector<Found>& found) {
    std::vector<Answer> answers;
    for (const Found& one : found) {
        auto answer = std::ranges::find(answers, one.ref.muscle, &Answer::muscle);
        if (answer == answers.end()) {
            answers.push_back({one.ref.muscle, {one.ref.point}, true, one.zone, one.score, one.explained});
        } else if (std::ranges::find(answer->points, one.ref.point) == answer->points.end()) {
            answer->points.push_back(one.ref.point);
        }
    }
    return answers;
}

}  // namespace

const std::vector<Answer>& Answers::of(const Scene& scene, const Document& document) {
    const Symptom* symptom =
        scene.symptoms ? scene.symptoms->find_symptom(chosen_complaint(document.selection)) : nullptr;
    const auto regions = shown_regions(scene, document);
    std::string asked = chosen_complaint(document.selection) + "|" + chosen_region(document.selection) + "|" +
                        to_text(document.view.side) + "|" +
                        to_text(chosen_region_side(document.selection, Side::right)) + "|" +
                        to_text(document.view.body);
    if (asked == answered_) return answers_;
    answered_ = std::move(asked);
    answers_.clear();
    if (!symptom && regions.empty()) return answers_;

    std::vector<Found> found;
    if (!regions.empty()) {
        auto& finder = finders_[static_cast<size_t>(document.view.body)];
        if (!finder) finder = std::make_unique<Finder>(scene, document.view.body);
        Query query;
        const RegionMap& map = scene.regions->on(scene.body(document.view.body));
        for (const RegionRef ref : regions) query.field = unite(query.field, map.field(ref));
        const bool midline = scene.regions->set().regions[static_cast<size_t>(regions.front().region)].midline;
        const Side shown = document.view.side == SideChoice::left ? Side::left : Side::right;
        found =
            finder->find(query, symptom || midline ? shown : chosen_region_side(document.selection, shown), most_found);
    }
    answers_ = by_muscle(found);
    if (!symptom) {
        if (answers_.size() > most_answers) answers_.resize(most_answers);
        return answers_;
    }
    std::vector<Answer> listed;
    for (const std::string& id : symptom->muscles) {
        const auto muscle = scene.atlas.find_muscle(id);
        if (!muscle) continue;
        const auto known = std::ranges::find(answers_, *muscle, &Answer::muscle);
        if (known != answers_.end()) {
            listed.push_back(*known);
            continue;
        }
        Answer answer{*muscle, {}};
        const auto& points = scene.atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
        for (int i = 0; i < static_cast<int>(points.size()); ++i) answer.points.push_back(i);
        listed.push_back(answer);
    }
    answers_ = std::move(listed);
    return answers_;
}

}  // namespace myomap
