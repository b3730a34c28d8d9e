#pragma once
// Which trigger points may be behind a pain: the referral zones of the atlas, ranked against an area of the skin.
// Zones are commonly drawn patterns; a rank is where to look first, never a diagnosis.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "body/body.h"
#include "body/fields.h"
#include "chart/scene.h"

namespace myomap {

// What is asked: an area of the skin. Several spots are one query by unite().
struct Query {
    SparseField field;
    std::string words;  // how the reason calls it, in the language that is shown: "temple"; "" is "the spot"
    // All of the pain, as a drawing shows it: then what of a pattern lies beyond it speaks against that pattern. A spot
    // or a region is only a place that was asked about; the pain may well go on beside it.
    bool whole = false;
};

// A round spot on the skin.
Query spot(const Body& body, const SkinPoint& at, float radius_cm);

struct Found {
    PointRef ref;
    Side side = Side::left;               // whose trigger point
    int level = -1;                       // of TriggerPoint::levels, where its pattern lies; -1: where it is drawn
    ZoneKind zone = ZoneKind::essential;  // the one that covers the query best
    float score = 0;                      // 0..1; an answer's place in the list
    float explained = 0;                  // share of the query that the pattern covers, by value and skin area
    float pattern_share = 0;              // share of the pattern that lies in the query
    float in_zone = 0;                    // share of the query that lies in the zones of that kind alone
};

// "T8": the level at which a point that repeats along the spine was found; "" for any other.
const std::string& level_of(const Atlas& atlas, const Found& found);

// Why an answer to a query is one, in the language that is shown: "temple: in the essential zone (88 % of the area)".
std::string reason_words(const Scene& scene, const Query& query, const Found& found);

// Of answers, best first, those that name a muscle's best point on its side. At most so many muscles; 0 for all.
std::vector<Found> best_of_muscles(const std::vector<Found>& found, int limit);

// Whether muscles that are often the cause come before others that fit as well.
enum class Weigh { fit_and_frequency, fit };

class Finder {
public:
    // Takes every zone of the atlas on this body and notes for each vertex which patterns cover it. With cached
    // fields that is a matter of milliseconds. What the scene refers to must outlive this.
    Finder(const Scene& scene, BodyId body);

    // The patterns that cover at least a twentieth of the query, best first, at most `limit`; of one side's trigger
    // points only where `side` says so. A query lies where it lies: patterns that cross the midline are found from
    // both sides. A point that repeats along the spine is named once a side, at its best level. Nothing for an empty
    // query.
    std::vector<Found> find(const Query& query, std::optional<Side> side, int limit,
                            Weigh weigh = Weigh::fit_and_frequency) const;

private:
    struct Entry {
        PointRef ref;
        int level = -1;
        float essential = 0, any = 0;  // skin area by value, cm2
    };
    struct Cover {
        std::uint32_t pattern;
        std::uint8_t essential, any;  // value of the essential zones, and of all zones together
    };
    const Atlas& atlas_;
    const SkinAsset& skin_;
    std::vector<float> area_;  // per vertex, cm2
    std::vector<Entry> patterns_;
    std::vector<std::uint32_t> start_;  // per vertex of the left-side patterns, into covers_; one more at the end
    std::vector<Cover> covers_;
};

}  // namespace myomap
