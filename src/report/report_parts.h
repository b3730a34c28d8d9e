#pragma once
// What a report is made of: plain values, which report.h and drawing_report.h fill.

#include <optional>
#include <string>
#include <vector>

#include "chart/scene.h"
#include "report/words.h"

namespace myomap {

// In the order in which they follow each other, as far as a selection and a wording have them.
enum class Section {
    warning_signs,   // what to rule out; wherever there are any they come first
    trigger_points,  // `points`
    answers,         // `answers`: muscles that may be behind a region or complaint
    complaints,      // felt in a region: ids of complaints
    anatomy,         // facts "origin", "insertion", "action", "nerve"
    details,         // further facts: "segments", "layer", "frequency"
    signs,           // what an examiner finds
    differential,
    symptoms,  // what patients say
    causes,    // what overloads
    self_care,
    synergists,   // ids of muscles
    antagonists,  // likewise
    satellites,   // likewise
    needling,
    note,
    reasons,     // why we think so; how sure each zone is stands with the points
    sources,     // `sources`
    pain_areas,  // of a drawing, facts "P1", "P2", ...
    findings,    // facts "F1", ...
    notes,       // facts "N1", ...
    kept,        // facts "A" to "F"
    finding,     // all that was recorded of one finding, one section each
    treatment,   // what was done about it, after its finding
    figures,     // how large the pain areas are, facts "P1", "P2", ...
};

// One thing said.
struct ReportItem {
    std::string id;    // what it is about: a muscle, complaint, warning sign, or kind of fact; "" for mere words
    std::string name;  // of a fact: "Origin"
    std::string text;  // as it stands in the dataset; a list may want it capitalised
    std::optional<Confidence> confidence{};
    bool emergency = false;  // of a warning sign: it can't wait
};

struct ReportZone {
    ZoneKind kind = ZoneKind::essential;
    std::string title;  // "Essential"
    std::string text;
    Confidence confidence = Confidence::low;
    std::string confidence_words;        // "high confidence"
    std::vector<std::string> sources{};  // keys, which say nothing to a patient: empty in plain words
};

struct ReportPoint {
    PointRef ref;
    std::string id;     // within its muscle: "TrP1"
    std::string label;  // "1"
    std::string title;  // "Trigger point 1"
    std::string place;
    std::string reached_from;  // how one gets at a muscle that is not under the skin there, a sentence, or ""
    Confidence confidence = Confidence::low;
    std::string confidence_words;
    Response response = Response::pain;
    std::string response_tag;    // "Autonomic", "" for pain
    std::string response_words;  // the same as a sentence
    std::vector<ReportZone> zones;
    std::string known_for;  // "Known for: ..." or ""
    std::string note;
    std::vector<std::string> all_sources{};  // keys of the point and its zones, each once
    std::string levels{};                    // "C3-T12" where it repeats along the spine, else ""

    // The words of the zones of one kind; "" where it has none.
    std::string zone_words(ZoneKind kind, std::string_view between) const;
};

struct ReportAnswer {
    int muscle = -1;
    std::string id;                   // of the muscle
    std::string name;                 // short
    std::string why;                  // "Essential zone, 88 % of the region · often met in practice"
    float score = 0;                  // 0..1; 0 in the list of a complaint, which is ordered by its authors
    std::vector<ReportPoint> points;  // that refer pain there, best first
};

// A heading and what stands under it; which of the lists is filled, the kind says.
struct ReportSection {
    Section kind;
    std::string heading;  // "" goes on under the heading before
    std::vector<ReportItem> items{};
    std::vector<ReportPoint> points{};
    std::vector<ReportAnswer> answers{};
    std::vector<Source> sources{};  // by rank
};

struct Report {
    Wording wording = Wording::clinical;
    std::string id;           // "trapezius_upper", "trapezius_upper/TrP1", of a region or complaint; "" for nothing
    std::string title;        // "Trapezius, upper fibres"
    std::string point_title;  // "Trigger point 1" where one is chosen, otherwise ""
    std::string latin;        // of a muscle
    std::string other_name;   // of a region or complaint in the other wording, with the side of a region
    std::string also;         // "Also: ..." or ""
    std::vector<ReportItem> visit;  // of a chart, what stands over it: facts "patient", "date", "examiner", "body"
    std::vector<ReportSection> sections;  // none of them empty

    const ReportSection* find(Section kind) const;  // null where there is none
    const std::vector<ReportItem>& items(Section kind) const;
    const std::vector<ReportPoint>& points() const;
};

}  // namespace myomap
