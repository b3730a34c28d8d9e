#pragma once
// What the comparison of two charts says in words: warning signs first, then pain areas and findings as tables. The
// terminal and the page read it; how they set it is their business.

#include <string>
#include <vector>

#include "chart/compare.h"

namespace myomap {

struct CompareSigns {
    struct Sign {
        std::string text;  // one line
        bool emergency = false;
    };
    std::string heading;
    std::vector<Sign> signs;  // emergencies first
    std::string more;         // how many others there are to ask, which can wait a day; ""
};

struct CompareRow {
    std::string name;  // "P1", where it is called so in both charts; "P3 → P1", "P2 before", "All areas"
    std::string what;  // "Low back, right", a finding's place, "pain now"
    std::string before, after, change;  // "262 cm²", "–" where that chart has none; change may be ""
    bool is_detail = false;             // of the row above

    bool operator==(const CompareRow&) const = default;
};

struct CompareReport {
    std::string title;                 // the patient's label
    std::string figure;                // "Adult male": the two figures differ
    std::string before, after;         // what the charts are called: "Before · 2026-10-30"
    std::string difference;            // and what differs
    std::vector<std::string> remarks;  // what may be wrong about this pair of charts
    std::vector<CompareSigns> signs;
    std::vector<CompareRow> areas;     // the last is of all together; empty where neither chart has any
    std::vector<std::string> notes;    // below the areas: what of the skin stayed, what "as before" means
    std::vector<CompareRow> findings;  // their name is ""
};

// The scene must have regions.
CompareReport compare_report(const Scene& scene, const Comparison& comparison);

}  // namespace myomap
