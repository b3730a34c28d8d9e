#include "ui/ways.h"

#include <algorithm>

#include "chart/views.h"

namespace myomap {

namespace {

constexpr float name_weight = 0.9f, synonym_weight = 0.8f;  // below a muscle's own name
constexpr int most_hits = 12;
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

std::vector<SearchHit> Ways::find_symptoms(const Scene& scene, std::string_view query) {
    if (!scene.symptoms) return {};
    if (!symptoms_) {
        std::vector<SearchText> texts;
        for (int i = 0; i < static_cast<int>(scene.symptoms->symptoms.size()); ++i)
            for (const auto& [language, text] : scene.symptoms->symptoms[static_cast<size_t>(i)].text) {
                texts.push_back({i, name_weight, text.plain});
                texts.push_back({i, name_weight, text.clinical});
                for (const auto& words : text.synonyms) texts.push_back({i, synonym_weight, words});
            }
        symptoms_ = std::make_unique<SearchIndex>(texts);
    }
    return symptoms_->find(query, most_hits);
}

std::vector<SearchHit> Ways::find_regions(const Scene& scene, std::string_view query) {
    if (!scene.regions) return {};
    if (!regions_) {
        std::vector<SearchText> texts;
        const auto& regions = scene.regions->set().regions;
        for (int i = 0; i < static_cast<int>(regions.size()); ++i)
            for (const auto& [language, names] : regions[static_cast<size_t>(i)].names) {
                texts.push_back({i, name_weight, names.plain});
                texts.push_back({i, name_weight, names.clinical});
            }
        regions_ = std::make_unique<SearchIndex>(texts);
    }
    return regions_->find(query, most_hits);
}

const std::vector<Answer>& Ways::answers(const Scene& scene, const Document& document) {
    const Symptom* symptom =
        scene.symptoms ? scene.symptoms->find_symptom(chosen_complaint(document.selection)) : nullptr;
    const auto regions = shown_regions(scene, document);
    std::string asked = chosen_complaint(document.selection) + "|" + chosen_region(document.selection) + "|" +
                        to_text(document.view.side) + "|" + to_text(document.region_side) + "|" +
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
        found = finder->find(query, symptom || midline ? shown : document.region_side, most_found);
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
