#pragma once
// What a selection says in words: a plain value, made once. The card, the page, the contact sheet and `list` read it,
// and so does every writer to come; nobody else composes these words. How they look (icons, folds, bars, columns, which
// sections a page has room for) is the reader's business.

#include <optional>
#include <string>
#include <vector>

#include "chart/document.h"
#include "chart/scene.h"
#include "finder/answers.h"
#include "report/report_parts.h"

namespace myomap {

struct ReportOptions {
    Wording wording = Wording::clinical;
    // Only what the chart shows, as a page does: of a muscle the chosen trigger point alone, without the spillover that
    // the chart leaves out, and the sources of these. Otherwise all of the muscle, whichever point is chosen.
    bool only_shown = false;
    // Only the zones that are drawn on this figure; those of both where none is named. A document names its own.
    std::optional<BodyId> body{};

    bool operator==(const ReportOptions&) const = default;
};

// `answers` keeps what was worked out for regions and complaints; a caller who asks once needs none.
Report make_report(const Scene& scene, const Document& document, const ReportOptions& options, Answers& answers);
Report make_report(const Scene& scene, const Document& document, const ReportOptions& options = {});

// Of one trigger point, or of a muscle where `ref.point` is -1. Needs no body: those of the scene may be null.
Report make_report(const Scene& scene, PointRef ref, const ReportOptions& options = {});

// What a page is written in that is asked for none: a muscle as one writes to a colleague, a region, a complaint or a
// visit as one tells a patient.
Wording suited_wording(const Document& document);

// "Trapezius, upper fibres · Trigger point 1", "Temple"; "Trigger point chart" where nothing is chosen.
std::string report_title(const Scene& scene, const Document& document, Wording wording = Wording::plain);

}  // namespace myomap
