#include "report/find_words.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/word.h"
#include "body/areas.h"
#include "finder/overlay.h"
#include "report/drawing_words.h"
#include "report/words.h"

namespace myomap {

namespace {

constexpr float least_part = 0.1f;  // of the drawing or the pattern, to be named
constexpr size_t most_named = 3;

std::string percent(float share) { return std::to_string(std::lround(100 * share)); }

// What lies inside the field's border, without the ramp around it.
SparseField inside(const SparseField& field) {
    constexpr std::uint8_t border = 128;
    SparseField crisp;
    for (size_t i = 0; i < field.size(); ++i) {
        if (field.values[i] < border) continue;
        crisp.vertices.push_back(field.vertices[i]);
        crisp.values.push_back(255);
    }
    return crisp;
}

// Names regions of the skin, each once.
class Regions {
public:
    Regions(const Scene& scene, BodyId body, Side side)
        : scene_(scene), map_(scene.regions->on(scene.body(body))), side_(side) {}

    float cm2(const SparseField& field) const {
        float sum = 0;
        for (const RegionMap::Share& share : map_.shares(field)) sum += cm2(share);
        return sum;
    }

    // Those not named before that hold at least a tenth of `whole_cm2`, the largest part first; with the side where it
    // isn't that of the answer.
    std::vector<std::string> names(const SparseField& field, float whole_cm2) {
        std::vector<std::string> all;
        for (const RegionMap::Share& share : map_.shares(field)) {
            if (cm2(share) < least_part * whole_cm2 || all.size() == most_named) break;
            if (std::ranges::find(named_, share.ref) != named_.end()) continue;
            named_.push_back(share.ref);
            const SkinRegion& region = scene_.regions->set().regions[static_cast<size_t>(share.ref.region)];
            all.push_back(region.in(to_text(scene_.atlas.language)).plain);
            if (!region.midline && share.ref.side != side_)
                all.back() += " (" + scene_.phrase(to_text(share.ref.side)) + ")";
        }
        return all;
    }

private:
    const Scene& scene_;
    const RegionMap& map_;
    Side side_;
    std::vector<RegionRef> named_;

    // Shares come in the order of a field's parts, so that these fall.
    float cm2(const RegionMap::Share& share) const { return share.of_region * map_.area_cm2(share.ref); }
};

bool names_muscle(const Symptom* symptom, const std::string& muscle) {
    return std::ranges::find(symptom->muscles, muscle) != symptom->muscles.end();
}

}  // namespace

std::string query_words(const Scene& scene, const Query& query, BodyId body) {
    const SkinAsset& skin = scene.body(body).skin();
    const std::vector<float> covered = covered_areas(skin, query.field, seen_vertex_areas(skin));
    return where_words(scene, scene.regions->on(scene.body(body)).shares(covered));
}

std::string fit_words(const Scene& scene, const Query& query, BodyId body, const Found& found,
                      const DrawingSigns& signs) {
    const PointPattern pattern = pattern_of(scene, body, found.ref, found.side, found.level);
    const SparseField drawn = inside(query.field), essential = inside(pattern.essential);
    const Fit all = lay_over(drawn, inside(pattern.any));
    Regions regions(scene, body, found.side);
    const float drawn_cm2 = regions.cm2(drawn), hit_cm2 = regions.cm2(all.hit);
    std::vector<std::string> said;
    const auto add = [&](const char* words, const std::vector<std::string>& names) {
        if (!names.empty()) said.push_back(scene.phrase(words, join(names)));
    };
    if (const auto names = regions.names(all.hit, hit_cm2); !names.empty()) said.push_back(capitalised(join(names)));
    // Of a pattern that is only a part of the answer, the share says it.
    if (2 * hit_cm2 >= drawn_cm2) add(word("not in its pattern: {}"), regions.names(all.missed, drawn_cm2));
    add(word("not drawn: {}"), regions.names(lay_over(drawn, essential).beyond, regions.cm2(essential)));
    if (const std::string& level = level_of(scene.atlas, found); !level.empty())
        said.push_back(scene.phrase(word("at the level of {}"), level));
    const Muscle& muscle = scene.atlas.muscle(found.ref);
    said.push_back(frequency_words(scene, muscle.frequency));
    if (scene.atlas.point(found.ref).response == Response::autonomic)
        said.push_back(scene.phrase(word("known for another response than pain, such as goose-flesh")));
    if (!lay_over(inside(signs.numb), inside(pattern.any)).hit.empty() &&
        std::ranges::any_of(signs.nerve, [&](const Symptom* symptom) { return names_muscle(symptom, muscle.id); }))
        said.push_back(scene.phrase(word("see also nerve")));
    return join(said, scene.phrase("; "));
}

std::string together_words(const Scene& scene, const Together& together, BodyId body) {
    if (together.parts.empty()) return scene.phrase(word("No pattern of the dataset explains the drawing."));
    std::vector<std::string> names;
    for (const TogetherPart& part : together.parts) {
        const std::string& muscle = scene.atlas.muscle(part.ref).id;
        names.push_back(
            place_words(scene, {.muscle = muscle, .point = scene.atlas.point(part.ref).id, .side = part.side}, body));
    }
    std::string text = scene.phrase(
        names.size() == 1 ? word("{}: explains {} % of the drawing; {} % of its pattern was drawn.")
                          : word("{}: together they explain {} % of the drawing; {} % of their patterns was drawn."),
        {join(names, " + "), percent(together.explained), percent(together.pattern_share)});
    if (!together.enough)
        text += " " + scene.phrase(word("No three points explain 90 % of it; this is the best set."));
    else if (together.much_beyond)
        text += " " + scene.phrase(word("Much of what they usually cause was not drawn."));
    return text;
}

std::vector<ReportItem> sign_items(const Scene& scene, const DrawingSigns& signs) {
    const std::string_view language = to_text(scene.atlas.language);
    std::vector<ReportItem> items, others;
    for (const RedFlag* flag : signs.warning_signs)
        (flag->emergency ? items : others).push_back({flag->id, "", flag->brief_in(language), {}, flag->emergency});
    for (const Symptom* symptom : signs.nerve)
        items.push_back({symptom->id, symptom_name(scene, *symptom, Wording::plain),
                         scene.phrase(word("Numb or tingling, see also nerve: {}"), symptom->in(language).note)});
    items.insert(items.end(), others.begin(), others.end());
    return items;
}

}  // namespace myomap
