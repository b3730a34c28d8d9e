#pragma once
// Whether the finder leads back from a pattern to its muscle: the essential zone of each trigger point, as the other
// figure has it, is drawn on this one and asked.

#include <map>
#include <string>
#include <vector>

#include "chart/scene.h"
#include "finder/finder.h"

namespace myomap {

// How the zone is drawn: as it is, with its border a centimetre farther in or out, or all of it a centimetre away.
enum class Drawn { as_is, smaller, larger, up, down, left, right };
inline constexpr int drawn_count = 7;

const char* to_text(Drawn drawn);

// The place of the point's muscle in the list of muscles, for each way to draw its zone; 0 is first, -1 not found.
struct PointRanks {
    PointRef ref;
    BodyId body;                         // that was drawn on and asked
    std::map<Drawn, int> rank, by_fit;   // with and without the weight of frequency
    std::map<Drawn, std::string> first;  // the full id of the point that came first, with that weight
};

class AccuracyCheck {
public:
    // What the scene refers to must outlive this. Works out which essential zones on the body are as good as one: a
    // Dice of at least 0.9.
    AccuracyCheck(const Scene& scene, BodyId body);

    // The points that can be asked: they refer pain, and have an essential zone on both figures.
    std::vector<PointRef> points() const;

    // A muscle that has a point with the same essential zone counts as the point's own.
    PointRanks ranks(PointRef ref) const;

private:
    Scene scene_;
    BodyId body_;
    Finder finder_;
    std::map<PointRef, std::vector<int>> muscles_;  // of the point, and those it can't be told from

    int rank(const Query& query, PointRef ref, Weigh weigh, std::string* first) const;
};

// What the program promises: shares of the points.
struct Promised {
    double first = 0.90, among_three = 0.99;  // drawn as it is
    double redrawn_among_five = 0.90;         // in each of the other ways
};

// Of those asked on one body, drawn so: the share whose muscle is among the first `most`.
double share_among(const std::vector<PointRanks>& all, BodyId body, Drawn drawn, int most,
                   Weigh weigh = Weigh::fit_and_frequency);

// The tables of docs/find-accuracy.md, and every point that was not among the first three (as it is) or five.
std::string to_markdown(const Scene& scene, const std::vector<PointRanks>& all);

}  // namespace myomap
