#include "report/drawing_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "report/words.h"

namespace myomap {

std::string number_words(const Scene& scene, float number, int decimals) {
    std::string text = fmt::format("{:.{}f}", number, decimals);
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    if (const size_t point = text.find('.'); point != std::string::npos)
        text.replace(point, 1, scene.phrase(word(".")));
    return text;
}

std::string region_and_side(const Scene& scene, RegionRef ref) {
    const SkinRegion& region = scene.regions->set().regions[static_cast<size_t>(ref.region)];
    const std::string name = region_name(scene, region, Wording::plain);
    if (region.midline) return name;
    return scene.phrase(ref.side == Side::left ? word("{}, left") : word("{}, right"), name);
}

std::string where_words(const Scene& scene, const AreaFigures& figures) { return where_words(scene, figures.regions); }

std::string where_words(const Scene& scene, const std::vector<RegionMap::Share>& regions) {
    // Those that hold a tenth, and as many as it takes to say where most of it lies: a long one is of many small parts.
    constexpr float least_share = 0.1f, enough = 0.75f;
    std::vector<std::string> names;
    float said = 0;
    for (const RegionMap::Share& share : regions) {
        if (!names.empty() && share.of_field < least_share && said >= enough) break;
        names.push_back(region_and_side(scene, share.ref));
        said += share.of_field;
    }
    return join(names, scene.phrase("; "));
}

std::string area_places(const Scene& scene, const DrawingFigures& figures) {
    std::vector<std::string> all;
    for (size_t i = 0; i < figures.areas.size(); ++i)
        all.push_back(numbered('P', i) + " " + where_words(scene, figures.areas[i]));
    return join(all, " \u00b7 ");
}

std::string quality_words(const Scene& scene, const PainArea& area) {
    std::vector<std::string> all;
    for (const PainQuality quality : area.qualities) all.push_back(scene.phrase(words_of(quality)));
    all.insert(all.end(), area.own_words.begin(), area.own_words.end());
    return join(all);
}

std::string intensity_words(const Scene& scene, const PainArea& area) {
    std::vector<std::string> all;
    const auto add = [&](const std::optional<float>& value, const char* words) {
        if (value) all.push_back(scene.phrase(words, number_words(scene, *value)));
    };
    add(area.now, word("now {}"));
    add(area.worst, word("worst {}"));
    add(area.usual, word("usual {}"));
    for (const PainCourse course : area.course) all.push_back(scene.phrase(words_of(course)));
    return join(all);
}

std::string place_words(const Scene& scene, const Finding& finding, BodyId body) {
    const char* const with_side = finding.side == Side::left ? word("{}, left") : word("{}, right");
    if (const auto muscle = scene.atlas.find_muscle(finding.muscle)) {
        const Muscle& named = scene.atlas.muscles[static_cast<size_t>(*muscle)];
        std::string name = short_name(scene, named.name);
        const auto point = std::ranges::find(named.trigger_points, finding.point, &TriggerPoint::id);
        if (point != named.trigger_points.end()) name += ", " + scene.phrase("Trigger point {}", point->label);
        return scene.phrase(with_side, name);
    }
    if (finding.anchor && scene.regions) {
        const Body& on = scene.body(body);
        return region_and_side(scene, scene.regions->on(on).at(resolve(*finding.anchor, on).vertex));
    }
    return scene.phrase(with_side, finding.muscle.empty() ? scene.phrase(word("Free place")) : finding.muscle);
}

std::string finding_words(const Scene& scene, const Finding& finding) {
    std::vector<std::string> all;
    if (finding.activity != Activity::not_examined) all.push_back(scene.phrase(words_of(finding.activity)));
    const auto add = [&](Examined answer, const char* what) {
        if (answer != Examined::not_examined) all.push_back(scene.phrase(what, scene.phrase(words_of(answer))));
    };
    add(finding.familiar_pain, word("familiar pain: {}"));
    add(finding.taut_band, word("taut band: {}"));
    if (finding.tenderness)
        all.push_back(scene.phrase(word("tender: {} of 10"), number_words(scene, *finding.tenderness)));
    add(finding.twitch, word("twitch: {}"));
    add(finding.jump_sign, word("jump sign: {}"));
    if (finding.treatment)
        all.push_back(finding.treatment->technique.empty()
                          ? scene.phrase(word("treated"))
                          : scene.phrase(word("treated: {}"), finding.treatment->technique));
    if (!finding.note.empty()) all.push_back(finding.note);
    if (all.empty()) return scene.phrase(is_examined(finding) ? word("examined") : word("not examined"));
    return join(all, scene.phrase("; "));
}

std::string size_words(const Scene& scene, const AreaFigures& figures) {
    return scene.phrase(word("{} cm², {} % of the body"), {number_words(scene, figures.cm2, figures.cm2 < 10 ? 1 : 0),
                                                           number_words(scene, 100 * figures.of_body, 2)});
}

}  // namespace myomap
