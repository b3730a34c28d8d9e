#include "report/compare_report.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_json.h"
#include "report/compare_signs.h"
#include "report/drawing_words.h"
#include "report/words.h"

namespace myomap {

namespace {

constexpr const char* none = "\u2013";
constexpr float worth_saying = 0.1f;  // of an area

class Writer {
public:
    Writer(const Scene& scene, const Comparison& comparison) : scene_(scene), comparison_(comparison) {}

    CompareReport write() {
        const VisitHeader &before = header(comparison_.before), &after = header(comparison_.after);
        const std::string& patient = after.patient.empty() ? before.patient : after.patient;
        CompareReport report;
        report.title = patient.empty() ? phrase(word("Two pain charts")) : in_one_line(patient);
        report.figure = body_words(scene_, comparison_.body);
        report.before = name_of(word("Before"), before);
        report.after = name_of(word("After"), after);
        report.difference = phrase(word("Difference"));
        report.remarks = remarks(before, after);
        report.signs = signs();
        report.areas = areas();
        report.notes = notes();
        report.findings = findings();
        return report;
    }

private:
    const Scene& scene_;
    const Comparison& comparison_;

    std::string phrase(const char* english) const { return scene_.phrase(english); }
    static const VisitHeader& header(const ComparedChart& chart) { return *chart.drawing.header; }

    std::string name_of(const char* word, const VisitHeader& visit) const {
        return visit.date.empty() ? phrase(word) : phrase(word) + " \u00b7 " + in_one_line(visit.date);
    }

    std::vector<std::string> remarks(const VisitHeader& before, const VisitHeader& after) const {
        std::vector<std::string> all;
        if (before.patient != after.patient) {
            const bool both = !before.patient.empty() && !after.patient.empty();
            const std::string one = in_one_line(before.patient), other = in_one_line(after.patient);
            all.push_back(both ? scene_.phrase(word("The charts have different patient labels: \"{}\" and \"{}\". "
                                                    "Make sure that they are of one patient."),
                                               {one, other})
                               : scene_.phrase(word("Only one chart has a patient label: \"{}\". Make sure that both "
                                                    "are of one patient."),
                                               before.patient.empty() ? other : one));
        }
        // ISO dates are in order as texts are.
        if (!before.date.empty() && !after.date.empty() && before.date > after.date)
            all.push_back(
                scene_.phrase(word("The first chart is of {}, later than the second of {}: give the older one "
                                   "first, or what is new and what is gone are the wrong way round."),
                              {before.date, after.date}));
        if (const size_t count = left_out(comparison_.before.drawing); count > 0)
            all.push_back(scene_.phrase_count(
                "{} entries of the first chart could not be read; what seems new may be one of them.", count));
        if (const size_t count = left_out(comparison_.after.drawing); count > 0)
            all.push_back(scene_.phrase_count(
                "{} entries of the second chart could not be read; what seems gone may be one of them.", count));
        if (comparison_.before.drawing == comparison_.after.drawing)
            all.push_back(phrase(word("The two charts hold the same.")));
        return all;
    }

    std::vector<CompareSigns> signs() const {
        std::vector<CompareSigns> groups;
        std::vector<std::string> regions;
        for (const RegionRef ref : newly_painted(comparison_)) regions.push_back(region_and_side(scene_, ref));
        const auto heading = [&](SignChange change) {
            switch (change) {
                case SignChange::newly_yes:
                    return phrase(word("New: a warning sign is answered yes"));
                case SignChange::still_yes:
                    return phrase(word("Warning signs that are still answered yes"));
                case SignChange::unsure:
                    return phrase(word("Warning signs that are unsure"));
                case SignChange::not_again:
                    return phrase(word("Yes or unsure before, and not asked again"));
                case SignChange::not_asked:
                    break;
            }
            return scene_.phrase(word("Hurts newly, warning signs not asked: {}"), join(regions, scene_.phrase("; ")));
        };
        SignChange last{};
        size_t can_wait = 0;
        for (const ComparedSign& sign : compared_signs(scene_, comparison_)) {
            if (groups.empty() || sign.change != last) groups.push_back({heading(sign.change), {}});
            last = sign.change;
            const bool emergency = sign.flag && sign.flag->emergency;
            // Of what nobody has asked yet emergencies are named, others counted.
            if (sign.change == SignChange::not_asked && !emergency)
                ++can_wait;
            else
                groups.back().signs.push_back(
                    {sign.flag ? sign.flag->brief_in(to_text(scene_.atlas.language)) : in_one_line(sign.id),
                     emergency});
        }
        if (can_wait > 0)
            groups.back().more =
                scene_.phrase_count("{} more that can wait a day, on the cards of these regions", can_wait);
        return groups;
    }

    // "−44 %"
    std::string signed_percent(float change) const {
        constexpr float most = 10;
        if (change > most) return phrase(word("over 1000 % more"));
        const float rounded = std::round(100 * change);
        return scene_.phrase(word("{} %"), with_sign(rounded, 0));
    }
    std::string with_sign(float value, int decimals = 1) const {
        const std::string number = number_words(scene_, std::abs(value), decimals);
        return number == "0" ? number : (value < 0 ? "\u2212" : "+") + number;
    }
    std::string cm2(const AreaFigures& figures) const {
        return scene_.phrase(word("{} cm²"), number_words(scene_, figures.cm2, figures.cm2 < 10 ? 1 : 0));
    }

    std::string change_words(const ComparedArea& area, const AreaFigures* before, const AreaFigures* after) const {
        const std::string shared = number_words(scene_, 100 * area.shared, 0);
        const bool says_shared = area.shared >= worth_saying;
        switch (area.change) {
            case AreaChange::as_before:
                return phrase(word("as before"));
            case AreaChange::new_:
                return says_shared ? scene_.phrase(word("new; {} % of it hurt before"), shared) : phrase(word("new"));
            case AreaChange::gone:
                return says_shared ? scene_.phrase(word("gone; {} % of it hurts still"), shared) : phrase(word("gone"));
            case AreaChange::changed:
                break;
        }
        const auto change = extent_change(before->cm2, after->cm2);
        if (!change) return "";
        // As large as before, but not where it was.
        if (std::abs(*change) < redraw_extent) return scene_.phrase(word("moved, {}"), signed_percent(*change));
        return signed_percent(*change);
    }

    std::string name_of(const ComparedArea& area) const {
        const auto name = [](int index) { return numbered('P', static_cast<size_t>(index)); };
        if (area.after < 0) return scene_.phrase(word("{} before"), name(area.before));
        if (area.before < 0 || area.before == area.after) return name(area.after);
        return name(area.before) + " \u2192 " + name(area.after);
    }

    void add_values(const ComparedArea& area, std::vector<CompareRow>& rows) const {
        const auto add = [&](const char* what, const ComparedValue& value) {
            if (value.empty()) return;
            const auto number = [&](const std::optional<float>& one) {
                return one ? number_words(scene_, *one) : std::string(none);
            };
            const auto change = value.difference();
            rows.push_back({"", phrase(what), number(value.before), number(value.after),
                            change ? with_sign(*change) : std::string(), true});
        };
        add(word("pain now"), area.now);
        add(word("at worst"), area.worst);
        add(word("as a rule"), area.usual);
    }

    std::vector<CompareRow> areas() const {
        std::vector<CompareRow> rows;
        for (const ComparedArea& area : comparison_.areas) {
            const auto of = [](const ComparedChart& chart, int index) {
                return index < 0 ? nullptr : &chart.figures.areas[static_cast<size_t>(index)];
            };
            const AreaFigures *before = of(comparison_.before, area.before), *after = of(comparison_.after, area.after);
            const auto size = [&](const AreaFigures* figures) { return figures ? cm2(*figures) : std::string(none); };
            const auto quality = [&](const AreaFigures* figures) {
                const std::string words = figures ? in_one_line(quality_words(scene_, *figures->area)) : std::string();
                return words.empty() ? std::string(none) : words;
            };
            rows.push_back({name_of(area), where_words(scene_, after ? *after : *before), size(before), size(after),
                            change_words(area, before, after)});
            if (quality(before) != quality(after))
                rows.push_back({"", phrase(word("quality")), quality(before), quality(after), "", true});
            add_values(area, rows);
        }
        if (rows.empty()) return rows;
        const AreaFigures &before = comparison_.before.figures.together, &after = comparison_.after.figures.together;
        const auto change = extent_change(before.cm2, after.cm2);
        rows.push_back(
            {phrase(word("All areas")), "", cm2(before), cm2(after), change ? signed_percent(*change) : std::string()});
        const auto share = [&](const AreaFigures& figures) {
            return scene_.phrase(word("{} %"), number_words(scene_, 100 * figures.of_body));
        };
        rows.push_back({"", phrase(word("of the skin")), share(before), share(after), "", true});
        return rows;
    }

    std::vector<std::string> notes() const {
        std::vector<std::string> all;
        if (comparison_.areas.empty()) return all;
        const ComparedSkin& skin = comparison_.skin;
        all.push_back(
            scene_.phrase(word("Stayed {}, new {}, gone {}."), {cm2(skin.stayed), cm2(skin.new_), cm2(skin.gone)}));
        all.push_back(scene_.phrase(
            word(
                "\"As before\" is within what people redraw: the two areas share at least {}\u00a0% of the skin that "
                "either "
                "covers, and their sizes differ by less than {}\u00a0%. Who drew the same pain again matched the first "
                "drawing by 42\u00a0% (31 people, shoulder; PubMed 37897081) and by 62\u00a0% (52 people, Leoni 2013) "
                "on "
                "average."),
            {number_words(scene_, 100 * redraw_jaccard, 0), number_words(scene_, 100 * redraw_extent, 0)}));
        all.push_back(scene_.phrase(word("Areas are matched by where they lie. Sizes are of skin, measured on this "
                                         "figure: {}. The two figures differ."),
                                    body_words(scene_, comparison_.body)));
        return all;
    }

    // Of the examination and the treatment what may change from visit to visit.
    std::string finding_state(const Finding* finding) const {
        if (!finding) return none;
        std::vector<std::string> all{phrase(words_of(finding->activity))};
        if (finding->tenderness)
            all.push_back(scene_.phrase(word("tender: {} of 10"), number_words(scene_, *finding->tenderness)));
        if (const auto& treatment = finding->treatment) {
            all.push_back(treatment->technique.empty()
                              ? phrase(word("treated"))
                              : scene_.phrase(word("treated: {}"), in_one_line(treatment->technique)));
            if (treatment->before && treatment->after)
                all.push_back(scene_.phrase(word("pain {} \u2192 {}"), {number_words(scene_, *treatment->before),
                                                                        number_words(scene_, *treatment->after)}));
        }
        return join(all, scene_.phrase("; "));
    }

    std::vector<CompareRow> findings() const {
        std::vector<CompareRow> rows;
        for (const ComparedFinding& one : comparison_.findings) {
            const std::string before = finding_state(one.before), after = finding_state(one.after);
            std::string change;
            if (!one.before)
                change = phrase(word("new"));
            else if (!one.after)
                change = phrase(word("not examined again"));
            else if (one.before->tenderness && one.after->tenderness)
                change = with_sign(*one.after->tenderness - *one.before->tenderness);
            rows.push_back({"",
                            in_one_line(place_words(scene_, one.after ? *one.after : *one.before, comparison_.body)),
                            before, after, std::move(change)});
        }
        return rows;
    }
};

}  // namespace

CompareReport compare_report(const Scene& scene, const Comparison& comparison) {
    return Writer(scene, comparison).write();
}

}  // namespace myomap
