#pragma once
// Whether charts of trigger points are fit to be shown, from the facts of their pictures (export/picture_facts.h).

#include <string>
#include <vector>

#include "app/context.h"
#include "export/exporter.h"

namespace myomap {

// Of one picture.
struct ChartQuality {
    std::string point, body, language;
    bool on_paper = false;
    int views = 0, labels = 0;
    int point_views = 0;     // that are there for the point: they show the part of the body it lies on
    int missing_labels = 0;  // of the point and the names of its zones
    int cut_labels = 0, over_zone = 0, over_mark = 0, over_face = 0;
    // Of the other views: the first, and those beside it, which may show a small zone on all of the hand or arm it lies
    // on.
    double least_spanned = 1, least_spanned_beside = 1, most_spanned = 0;
    std::vector<double> hidden_zones;  // seen share of those that fail: less than 60 % in one view, 90 % in all
};

struct QualityLimits {
    double least_span = 0.45, least_span_beside = 0.08, median_span = 0.6, seen_in_one = 0.6, seen_in_all = 0.9;
    int most_views = 3;
};

// Draws the chart of a point and measures it. The context has the language. Throws RenderError, PageError.
ChartQuality measure_chart(const Context& context, ChartPainter& painter, PointRef point, BodyId body, bool on_paper);

// What is wrong with it, in words; empty where nothing is.
std::string faults(const ChartQuality& quality, const QualityLimits& limits = {});

// The table of docs/chart-quality.md: one row for each body, language and paper.
std::string to_markdown(const std::vector<ChartQuality>& all, const QualityLimits& limits = {});

}  // namespace myomap
