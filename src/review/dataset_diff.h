#pragma once
// What changed between two versions of a dataset: the words, and the skin that is painted.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/texts.h"
#include "base/message.h"
#include "body/atlas_fields.h"

namespace myomap {

// One of the two datasets with what it paints. Both lie on the same bodies.
struct DatasetVersion {
    const Atlas& atlas;                        // in English
    std::array<const AtlasFields*, 2> fields;  // by BodyId
    const std::map<Language, Texts>& texts;    // English may be among them
};

struct Change {
    enum class Kind { added, removed, changed };

    Kind kind = Kind::changed;
    std::string id;  // "trapezius_upper", "trapezius_upper/TrP1", "source TS1-6", "" for the dataset
    Message what;    // "zone \"temple\"", "innervation: \"...\" -> \"...\"", "fr innervation: ..."
};

// A trigger point that a reviewer should see: a side that has no such point is empty.
struct RedrawnPoint {
    std::optional<PointRef> before, after;
    Message what;  // "31 % of its skin, place moved by 1.2 cm"
};

struct DatasetDiff {
    std::vector<Change> changes;  // in the order of the new file; what was removed comes last in its list
    // Those of which more than 1 % of a zone's painted vertices changed on either body, whose place moved by 0.2 cm or
    // more, and those added or removed.
    std::vector<RedrawnPoint> points;

    bool same() const { return changes.empty(); }
};

// Muscles and points are matched by id, zones by what they have in common. Only what is written differently is
// evaluated. The words of a language other than English are compared where both versions have that language.
// `told_in`: of zones, muscles and places that are named where both versions have that language.
DatasetDiff compare(const DatasetVersion& before, const DatasetVersion& after, const Language& told_in = {});

// "+ trapezius_upper/TrP3: ...", one line.
Message message_of(const Change& change);

}  // namespace myomap
