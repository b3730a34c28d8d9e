#include "report/report.h"

#include <algorithm>
#include <cmath>

#include "atlas/levels.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/shown.h"
#include "finder/warning_signs.h"
#include "report/drawing_report.h"

namespace myomap {

namespace {

// What the words are about, looked up once: at most one of muscle, complaint and region.
struct Chosen {
    PointRef ref;  // point -1: all of the muscle's
    const Symptom* symptom = nullptr;
    const SkinRegion* region = nullptr;
    Side region_side = Side::right;
    BodyId body = BodyId::adult_male;
    bool spillover = true;   // is shown
    bool in_a_list = false;  // of many: no warning signs, which stand once on the card
};

Chosen chosen(const Scene& scene, const Document& document) {
    Chosen it;
    it.body = document.view.body;
    it.spillover = document.view.show_spillover;
    if (const auto muscle = scene.atlas.find_muscle(chosen_muscle(document.selection))) {
        it.ref.muscle = *muscle;
        const auto points = selected_points(scene.atlas, document);
        if (!chosen_point(document.selection).empty() && !points.empty()) it.ref.point = points.front().point;
        return it;
    }
    if (scene.symptoms) it.symptom = scene.symptoms->find_symptom(chosen_complaint(document.selection));
    if (it.symptom || !scene.regions) return it;
    if (const int region = scene.regions->set().find(chosen_region(document.selection)); region >= 0)
        it.region = &scene.regions->set().regions[static_cast<size_t>(region)];
    it.region_side = chosen_region_side(document.selection, Side::right);
    return it;
}

// Where nothing of the atlas is chosen, a chart says what it holds.
bool says_drawing(const Chosen& it, const Document& document) {
    return it.ref.muscle < 0 && !it.symptom && !it.region && has_drawing(document);
}

std::string title_of(const Scene& scene, const Chosen& it, Wording wording) {
    if (it.ref.muscle >= 0) return scene.atlas.muscle(it.ref).name;
    if (it.symptom) return symptom_name(scene, *it.symptom, wording);
    if (it.region) return region_name(scene, *it.region, wording);
    return scene.phrase("Trigger point chart");
}

std::string point_title(const Scene& scene, const TriggerPoint& point) {
    return scene.phrase("Trigger point {}", point.label);
}

// Where a point that repeats along the spine is drawn, its first and its last level.
std::vector<std::string> level_range(const TriggerPoint& point) {
    const int drawn = level_number(point.drawn_level).value_or(0);
    const int first = level_number(point.levels.front().name).value_or(0);
    const int last = level_number(point.levels.back().name).value_or(0);
    return {point.drawn_level, level_name(std::min(first, drawn)), level_name(std::max(last, drawn))};
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const auto& one : more)
        if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

class Writer {
public:
    Writer(const Scene& scene, const ReportOptions& options) : scene_(scene), options_(options) {}

    // `answers`: what to list for a region or complaint.
    Report write(const Chosen& it, const std::vector<Answer>& answers) {
        report_.wording = options_.wording;
        report_.title = title_of(scene_, it, options_.wording);
        if (it.ref.muscle >= 0) {
            write_muscle(it);
        } else if (it.symptom) {
            write_symptom(*it.symptom, answers);
        } else if (it.region) {
            write_region(*it.region, it.region_side, answers);
        }
        return std::move(report_);
    }

private:
    const Scene& scene_;
    const ReportOptions& options_;
    Report report_;

    std::string phrase(std::string_view english) const { return scene_.phrase(english); }
    Wording other_wording() const { return options_.wording == Wording::plain ? Wording::clinical : Wording::plain; }

    void add(Section kind, std::string heading, std::vector<ReportItem> items) {
        if (!items.empty()) report_.sections.push_back({kind, std::move(heading), std::move(items)});
    }

    void add_list(Section kind, std::string heading, const std::vector<std::string>& lines) {
        std::vector<ReportItem> items;
        for (const auto& line : lines) items.push_back({"", "", line});
        add(kind, std::move(heading), std::move(items));
    }

    void add_text(Section kind, std::string heading, const std::string& text) {
        if (!text.empty()) add(kind, std::move(heading), {{"", "", text}});
    }

    void add_facts(Section kind, std::string heading, std::vector<ReportItem> facts) {
        std::erase_if(facts, [](const ReportItem& fact) { return fact.text.empty(); });
        add(kind, std::move(heading), std::move(facts));
    }

    void add_muscles(Section kind, std::string heading, const std::vector<std::string>& ids) {
        std::vector<ReportItem> items;
        for (const auto& id : ids)
            if (const auto muscle = scene_.atlas.find_muscle(id))
                items.push_back({id, "", short_name(scene_, scene_.atlas.muscle({*muscle, 0}).name)});
        add(kind, std::move(heading), std::move(items));
    }

    // Of a muscle: what may feel like its pain and can't wait, a line each.
    void add_emergencies(const std::vector<const RedFlag*>& flags) {
        std::vector<ReportItem> items;
        for (const RedFlag* flag : flags)
            items.push_back({flag->id, "", flag->brief_in(to_text(scene_.atlas.language)), {}, true});
        add(Section::warning_signs, phrase("First: is it something else?"), std::move(items));
    }

    // Of a complaint, whole. A region has those of all that is felt there: where these are many, a line each.
    void add_warning_signs(const std::vector<std::string>& ids, bool of_region = false) {
        constexpr int many = 4;
        const auto is_emergency = [&](const std::string& id) {
            const RedFlag* flag = scene_.symptoms->find_red_flag(id);
            return flag && flag->emergency;
        };
        const bool in_brief = of_region && std::ranges::count_if(ids, is_emergency) > many;
        std::vector<ReportItem> items;
        for (const auto& id : ids)
            if (const RedFlag* flag = scene_.symptoms->find_red_flag(id)) {
                const std::string_view language = to_text(scene_.atlas.language);
                const bool brief = in_brief && flag->emergency;
                items.push_back({id, "", brief ? flag->brief_in(language) : flag->in(language), {}, flag->emergency});
            }
        add(Section::warning_signs, phrase("First: is it something else?"), std::move(items));
    }

    // The most trusted first. A patient is told of no source that a pattern was only compared with.
    void add_sources(const std::vector<std::string>& keys) {
        std::vector<std::string> once;
        add_new(once, keys);
        std::vector<Source> sources;
        for (const auto& key : once) {
            const auto source = scene_.atlas.sources.find(key);
            if (source == scene_.atlas.sources.end()) continue;
            if (options_.wording == Wording::plain && source->second.rank == SourceRank::compared) continue;
            sources.push_back(source->second);
            sources.back().key = key;
        }
        std::ranges::stable_sort(sources, {}, &Source::rank);
        if (sources.empty()) return;
        const std::string heading = options_.only_shown ? phrase("Sources of what is shown")
                                                        : scene_.phrase("Sources ({})", std::to_string(sources.size()));
        report_.sections.push_back({.kind = Section::sources, .heading = heading, .sources = std::move(sources)});
    }

    // Why we think so: what holds for all of the atlas, then what is particular.
    void add_reasons(std::optional<ReportItem> particular = {}) {
        std::vector<ReportItem> items{
            {"", "",
             phrase("These patterns come mostly from the clinical observations of Travell and Simons; examiners agree "
                    "only moderately on where trigger points are, and how they come about is disputed. A map that "
                    "matches the pain does not prove the cause.")}};
        if (particular) items.push_back(*particular);
        add(Section::reasons, phrase("Why do we think so?"), std::move(items));
    }

    const std::string& in_words(const std::string& clinical, const std::string& plain) const {
        return options_.wording == Wording::plain && !plain.empty() ? plain : clinical;
    }

    ReportPoint point(PointRef ref, bool spillover = true) const {
        const TriggerPoint& from = scene_.atlas.point(ref);
        ReportPoint to{.ref = ref,
                       .id = from.id,
                       .label = from.label,
                       .title = point_title(scene_, from),
                       .place = in_words(from.place, from.place_plain),
                       .confidence = from.confidence,
                       .confidence_words = confidence_words(scene_, from.confidence),
                       .response = from.response,
                       .note = from.note,
                       .all_sources = from.sources};
        if (!from.levels.empty()) {
            to.levels = level_range(from)[1] + "-" + level_range(from)[2];
            to.place +=
                " " + scene_.phrase(
                          options_.wording == Wording::plain
                              ? word("This is where it is usual; it may lie at any height along the spine or the ribs.")
                              : word("Drawn at {}, typical; any level from {} to {}."),
                          level_range(from));
        }
        if (from.reached_from) to.reached_from = reached_from_words(scene_, *from.reached_from);
        if (from.response == Response::autonomic) {
            to.response_tag = phrase("Autonomic");
            to.response_words = phrase("Drawn for its autonomic response, not for pain.");
        }
        for (const ZoneKind kind : {ZoneKind::essential, ZoneKind::spillover}) {
            if (kind == ZoneKind::spillover && !spillover) continue;
            for (const Zone& zone : from.zones) {
                if (zone.kind != kind || (options_.body && !is_on(zone.bodies, *options_.body))) continue;
                to.zones.push_back({kind, zone_title(scene_, kind), in_words(zone.words, zone.words_plain),
                                    zone.confidence, confidence_words(scene_, zone.confidence)});
                if (options_.wording == Wording::clinical) to.zones.back().sources = zone.sources;
                add_new(to.all_sources, zone.sources);
            }
        }
        if (!from.symptoms.empty()) to.known_for = scene_.phrase("Known for: {}", join(from.symptoms));
        return to;
    }

    void write_muscle(const Chosen& it) {
        const Muscle& muscle = scene_.atlas.muscle(it.ref);
        report_.id = muscle.id;
        report_.latin = muscle.latin;
        if (!muscle.synonyms.empty()) report_.also = scene_.phrase("Also: {}", join(muscle.synonyms));
        if (it.ref.point >= 0) {
            report_.id = scene_.atlas.full_id(it.ref);
            report_.point_title = point_title(scene_, scene_.atlas.point(it.ref));
        }
        if (!it.in_a_list) add_emergencies(emergencies_of(scene_, it.ref.muscle, it.body));
        const bool one = options_.only_shown && it.ref.point >= 0;
        ReportSection points{Section::trigger_points, phrase(one ? "Trigger point" : "Trigger points")};
        std::vector<std::string> sources;
        for (int i = 0; i < static_cast<int>(muscle.trigger_points.size()); ++i) {
            if (one && i != it.ref.point) continue;
            points.points.push_back(point({it.ref.muscle, i}, it.spillover || !options_.only_shown));
            add_new(sources, points.points.back().all_sources);
        }
        if (points.points.empty())
            points.items.push_back({"", "", phrase("No trigger point of this muscle is in the dataset.")});
        report_.sections.push_back(std::move(points));

        const bool clinical = options_.wording == Wording::clinical;
        if (clinical) write_anatomy(muscle, it);
        // What the one point is known for stands before what is said of all of the muscle.
        std::vector<std::string> said;
        if (one) said = scene_.atlas.point(it.ref).symptoms;
        add_new(said, muscle.symptoms);
        add_list(Section::symptoms, phrase("What patients say"), said);
        add_list(Section::causes, phrase("What overloads it"), muscle.overload);
        add_list(Section::self_care, phrase("What helps"), muscle.self_care);
        if (clinical) {
            add_muscles(Section::synergists, phrase("Works with"), muscle.synergists);
            add_muscles(Section::antagonists, phrase("Works against"), muscle.antagonists);
            add_muscles(Section::satellites, phrase("Often has points along with it"), muscle.satellites);
        }
        add_text(Section::needling, phrase("Needling: for trained practitioners only"), muscle.needling_caution);
        add_text(Section::note, phrase("Note"), muscle.note);
        add_reasons();
        add_new(sources, muscle.sources);
        add_sources(sources);
    }

    // Nothing for a muscle without a body.
    std::string layer_words(const Chosen& it) const {
        const Muscles* muscles = scene_.body_muscles(it.body);
        const auto layer = muscles ? muscles->layer(it.ref.muscle) : std::nullopt;
        if (!layer) return {};
        return phrase(*layer == Layer::superficial    ? "Superficial"
                      : *layer == Layer::intermediate ? "Intermediate"
                                                      : "Deep");
    }

    void write_anatomy(const Muscle& muscle, const Chosen& it) {
        add_facts(Section::anatomy, phrase("The muscle"),
                  {{"origin", phrase("Origin"), muscle.origin.words},
                   {"insertion", phrase("Insertion"), muscle.insertion.words},
                   {"action", phrase("Action"), muscle.action},
                   {"nerve", phrase("Nerve"), muscle.innervation}});
        add_facts(Section::details, "",
                  {{"segments", phrase("Segments"), join(muscle.segments)},
                   {"layer", phrase("Layer"), layer_words(it)},
                   {"frequency", phrase("How often, by clinical judgement"),
                    capitalised(frequency_words(scene_, muscle.frequency))}});
        add_list(Section::signs, phrase("What the examiner finds"), muscle.signs);
        add_list(Section::differential, phrase("Confused with"), muscle.confused_with);
    }

    // Why this muscle, in a few words.
    std::string reason(const Answer& answer, bool of_region) const {
        const std::string often =
            frequency_words(scene_, scene_.atlas.muscles[static_cast<size_t>(answer.muscle)].frequency);
        if (!answer.reaches) return capitalised(often);
        const bool essential = answer.zone == ZoneKind::essential;
        const std::string zone = of_region ? scene_.phrase(essential ? "Essential zone, {} % of the region"
                                                                     : "Spillover zone, {} % of the region",
                                                           std::to_string(std::lround(100 * answer.explained)))
                                           : phrase(essential ? "Essential zone" : "Spillover zone");
        return zone + " \u00b7 " + often;
    }

    void add_answers(std::string heading, const std::vector<Answer>& answers, bool of_region) {
        ReportSection section{Section::answers, std::move(heading)};
        for (const Answer& answer : answers) {
            const Muscle& muscle = scene_.atlas.muscles[static_cast<size_t>(answer.muscle)];
            ReportAnswer to{answer.muscle, muscle.id, short_name(scene_, muscle.name), reason(answer, of_region),
                            of_region ? answer.score : 0};
            for (const int i : answer.points) to.points.push_back(point({answer.muscle, i}));
            section.answers.push_back(std::move(to));
        }
        if (answers.empty())
            section.items.push_back({"", "", phrase("No trigger point of the dataset refers pain here.")});
        report_.sections.push_back(std::move(section));
    }

    void write_symptom(const Symptom& symptom, const std::vector<Answer>& answers) {
        const SymptomText& text = symptom.in(to_text(scene_.atlas.language));
        report_.id = symptom.id;
        report_.other_name = symptom_name(scene_, symptom, other_wording());
        if (!text.synonyms.empty()) report_.also = scene_.phrase("Also: {}", join(text.synonyms));
        add_warning_signs(symptom.red_flags);
        add_answers(phrase("Muscles that may be behind it, the most frequent first"), answers, false);
        add_text(Section::note, phrase("Note"), capitalised(text.note));
        add_reasons(ReportItem{"order", phrase("The order of this list:"), confidence_words(scene_, symptom.confidence),
                               symptom.confidence});
        add_sources(symptom.sources);
    }

    void write_region(const SkinRegion& region, Side side, const std::vector<Answer>& answers) {
        report_.id = region.id;
        report_.other_name = region_name(scene_, region, other_wording());
        if (!region.midline) report_.other_name += " \u00b7 " + side_words(scene_, side);
        // What to rule out is known by complaint: those that are felt here.
        std::vector<std::string> flags;
        std::vector<ReportItem> complaints;
        if (scene_.symptoms)
            for (const Symptom& symptom : scene_.symptoms->symptoms) {
                if (std::ranges::find(symptom.regions, region.id) == symptom.regions.end()) continue;
                complaints.push_back({symptom.id, "", symptom_name(scene_, symptom, options_.wording)});
                add_new(flags, symptom.red_flags);
            }
        if (scene_.symptoms) add_warning_signs(flags, true);
        add_answers(phrase("Muscles that refer pain here, the best match first"), answers, true);
        add(Section::complaints, phrase("Complaints felt here"), std::move(complaints));
        add_reasons(ReportItem{
            "order", "",
            phrase("Ranked by how much of the region a muscle's zones cover, essential zones before spillover, "
                   "and by how often the muscle is met in practice, which is a judgement. Each muscle's card names its "
                   "sources.")});
    }
};

}  // namespace

std::string ReportPoint::zone_words(ZoneKind kind, std::string_view between) const {
    std::vector<std::string> words;
    for (const ReportZone& zone : zones)
        if (zone.kind == kind) words.push_back(zone.text);
    return join(words, between);
}

const ReportSection* Report::find(Section kind) const {
    const auto section = std::ranges::find(sections, kind, &ReportSection::kind);
    return section == sections.end() ? nullptr : &*section;
}

const std::vector<ReportItem>& Report::items(Section kind) const {
    static const std::vector<ReportItem> none;
    const ReportSection* section = find(kind);
    return section ? section->items : none;
}

const std::vector<ReportPoint>& Report::points() const {
    static const std::vector<ReportPoint> none;
    const ReportSection* section = find(Section::trigger_points);
    return section ? section->points : none;
}

Report make_report(const Scene& scene, const Document& document, const ReportOptions& options, Answers& answers) {
    const Chosen it = chosen(scene, document);
    static const std::vector<Answer> none;
    ReportOptions of_figure = options;
    of_figure.body = it.body;
    if (says_drawing(it, document)) {
        Report report;
        report.wording = options.wording;
        report.title = drawing_title(scene, document);
        report.visit = visit_facts(scene, document);
        if (scene.regions) report.sections = drawing_sections(scene, document);
        return report;
    }
    return Writer(scene, of_figure).write(it, it.symptom || it.region ? answers.of(scene, document) : none);
}

Report make_report(const Scene& scene, const Document& document, const ReportOptions& options) {
    Answers answers;
    return make_report(scene, document, options, answers);
}

Report make_report(const Scene& scene, PointRef ref, const ReportOptions& options) {
    return Writer(scene, options).write({.ref = ref, .in_a_list = true}, {});
}

Wording suited_wording(const Document& document) {
    return chosen_muscle(document.selection).empty() ? Wording::plain : Wording::clinical;
}

std::string report_title(const Scene& scene, const Document& document, Wording wording) {
    const Chosen it = chosen(scene, document);
    if (says_drawing(it, document)) return drawing_title(scene, document);
    std::string title = title_of(scene, it, wording);
    if (it.ref.point >= 0) title += " \u00b7 " + point_title(scene, scene.atlas.point(it.ref));
    return title;
}

}  // namespace myomap
