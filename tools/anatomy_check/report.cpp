#include "anatomy_check/report.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace myomap {

namespace {

float quantile(const std::vector<float>& sorted, float share) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<size_t>(share * static_cast<float>(sorted.size())))];
}

bool listed(const std::string& ids, const std::set<std::string>& only) {
    if (only.empty()) return true;
    std::string spaced = ids;
    std::ranges::replace(spaced, '+', ' ');
    std::ranges::replace(spaced, '|', ' ');
    std::stringstream in(spaced);
    for (std::string id; in >> id;)
        if (only.contains(id)) return true;
    return false;
}

struct Row {
    std::string what, measured, bar;
};

std::vector<Row> summary(const AnatomyReport& report) {
    const std::vector<float> centroids = report.centroids(), ends = report.ends();
    std::vector<Row> rows{
        {"distance of centroids, median", fmt::format("{:.2f} cm", quantile(centroids, 0.5f)), "1.0 cm"},
        {"distance of centroids, 90 % are below", fmt::format("{:.2f} cm", quantile(centroids, 0.9f)), "2.0 cm"},
        {"distance of ends, median", fmt::format("{:.2f} cm", quantile(ends, 0.5f)), "1.5 cm"},
        {"same muscle first under the skin", fmt::format("{:.1f} %", 100 * report.first_agreement()), "at least 75 %"},
    };
    for (const Placement& p : report.placement) {
        const auto share = [&](int n) {
            return 100.f * static_cast<float>(n) / static_cast<float>(std::max(1, p.vertices));
        };
        rows.push_back({"vertices inside the skin, " + p.body,
                        fmt::format("{:.2f} % of {}", 100 - share(p.outside), p.vertices), "at least 99 %"});
        rows.push_back({"vertices over 1 mm inside another muscle, " + p.body,
                        fmt::format("{:.2f} %", 100.f * static_cast<float>(p.inside_another) /
                                                    static_cast<float>(std::max(1, p.of_muscles))),
                        ""});
    }
    return rows;
}

std::string first_few(const std::vector<std::pair<std::string, int>>& counts, size_t most) {
    std::string text;
    for (size_t i = 0; i < counts.size() && i < most; ++i)
        text += fmt::format("{}{} {}", i ? ", " : "", counts[i].first, counts[i].second);
    return text;
}

}  // namespace

std::string to_terminal(const AnatomyReport& report, const std::set<std::string>& only) {
    std::string text;
    text += fmt::format("{:<46}{:>9}{:>8}{:>8}{:>8}  ENDS cm\n", "MUSCLE", "CENTROID", "VOLUME", "WIDTH", "THICK");
    for (const MuscleComparison& m : report.muscles) {
        if (!listed(m.ids, only)) continue;
        if (m.centroid_cm < 0) {
            text += fmt::format("{:<46}  no shape\n", m.ids);
            continue;
        }
        std::string ends;
        for (const auto& end : m.ends) ends += fmt::format(" {:.1f}", end.cm);
        text += fmt::format("{:<46}{:>9.2f}{:>8.2f}{:>8.2f}{:>8.2f} {}\n", m.ids, m.centroid_cm, m.volume_ratio,
                            m.width_ratio, m.thickness_ratio, ends);
    }
    text += "\nFIRST UNDER THE SKIN                        POINTS   AGREE  INSTEAD\n";
    for (const FirstUnderSkin& f : report.first) {
        if (!listed(f.expected, only)) continue;
        text +=
            fmt::format("{:<44}{:>6}{:>7.0f} %  {}\n", f.expected, f.points,
                        100.f * static_cast<float>(f.agree) / static_cast<float>(f.points), first_few(f.instead, 4));
    }
    text += "\nHOW IT CAME OUT (squeezed: share of the surface under a quarter of the thickness asked for)\n";
    for (const PackingNote& note : report.notes) {
        if (!listed(note.id, only) || (note.squeezed < 0.15f && note.moved_cm < 0.5f)) continue;
        text += fmt::format("{:<44} squeezed {:>3.0f} %{}", note.id, 100 * note.squeezed,
                            note.by.empty() ? "" : ", mostly by " + note.by);
        if (note.moved_cm >= 0.5f) text += fmt::format("; core moved {:.1f} cm to get under the skin", note.moved_cm);
        text += "\n";
    }
    for (const Placement& p : report.placement) {
        text += fmt::format("\nINSIDE ANOTHER, {}: ", p.body);
        std::vector<std::pair<std::string, int>> pairs;
        for (const auto& pair : p.pairs) {
            std::string ids = pair.first;
            ids.replace(ids.find(" in "), 4, "+");
            if (listed(ids, only)) pairs.push_back(pair);
        }
        text += first_few(pairs, 12) + "\n";
    }
    text += "\n";
    for (const Row& row : summary(report))
        text += fmt::format("{:<56}{:>22}  {}\n", row.what, row.measured, row.bar.empty() ? "" : "bar " + row.bar);
    return text;
}

std::string to_markdown(const AnatomyReport& report) {
    std::string text = "| what | measured | bar |\n|---|---|---|\n";
    for (const Row& row : summary(report)) text += fmt::format("| {} | {} | {} |\n", row.what, row.measured, row.bar);
    text += "\n| muscle | centroid, cm | volume | width | thickness | ends, cm |\n|---|---|---|---|---|---|\n";
    for (const MuscleComparison& m : report.muscles) {
        std::string ends;
        for (const auto& end : m.ends) ends += fmt::format("{}{:.1f}", ends.empty() ? "" : ", ", end.cm);
        text += fmt::format("| {} | {:.2f} | {:.2f} | {:.2f} | {:.2f} | {} |\n", m.ids, m.centroid_cm, m.volume_ratio,
                            m.width_ratio, m.thickness_ratio, ends);
    }
    text += "\n| first under the skin | points | agree | ours instead |\n|---|---|---|---|\n";
    for (const FirstUnderSkin& f : report.first) {
        text +=
            fmt::format("| {} | {} | {:.0f} % | {} |\n", f.expected, f.points,
                        100.f * static_cast<float>(f.agree) / static_cast<float>(f.points), first_few(f.instead, 3));
    }
    return text;
}

}  // namespace myomap
