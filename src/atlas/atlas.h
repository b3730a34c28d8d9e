#pragma once
// The knowledge: muscles, trigger points, referral zones, texts, sources. Read-only after loading (load.h), but for its
// texts, which can change language (texts.h). Knows names and landmark references, but no geometry and no screen.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/language.h"
#include "atlas/point_spec.h"

namespace myomap {

enum class Confidence { high, medium, low };
enum class ZoneKind { essential, spillover };

// What pressing the point brings about. Most points refer pain; a few are drawn for another response.
enum class Response { pain, autonomic };

// How an examiner gets at a point whose muscle does not lie under the skin at its place.
enum class ReachedFrom {
    mouth,      // with a finger in the mouth
    orbit,      // not at all: it lies beside the eyeball
    pelvis,     // through rectum or vagina
    bone_edge,  // past the edge of a bone that lies over it
};

// How often trigger points are met in this muscle.
enum class Frequency { common, occasional, rare };

// What kind of source it is, the most trusted first. What a pattern was only compared with (flashcards, lists of
// muscles, code repositories) is never cited to a patient.
enum class SourceRank { textbook, study, teaching, compared };

// Where a point is found at all: McBurney's has its meaning on the patient's right alone.
enum class OnSides { both, left, right };

// Which figure a zone is drawn on: no female anatomy on the male one, or the other way round.
enum class OnBodies { both, male, female };

std::string_view to_text(Confidence);
std::string_view to_text(ZoneKind);
std::string_view to_text(Response);
std::string_view to_text(ReachedFrom);
std::string_view to_text(Frequency);
std::string_view to_text(SourceRank);
std::string_view to_text(OnSides);
std::string_view to_text(OnBodies);

// Where a piece of knowledge comes from; muscles and zones name it by key.
struct Source {
    std::string key;           // "TS1-6"
    std::string title;         // "Travell & Simons, Myofascial Pain and Dysfunction, vol. 1, 2nd ed., ch. 6"
    std::string url;           // "" for a printed book
    std::string english_note;  // what the source does and does not support
    SourceRank rank = SourceRank::teaching;
    std::string note{};  // the same in the atlas's language
};

struct Zone {
    ZoneKind kind = ZoneKind::essential;
    std::string words;               // "temple, in an arc above the ear"
    std::string words_plain;         // the same for patients; "" where no text has them
    std::vector<Stroke> strokes;     // on the left side unless a point is mirrored; never empty
    std::vector<std::string> names;  // of the strokes, as charts call them: "Temple"; empty where no text names them
    Confidence confidence = Confidence::low;
    OnBodies bodies = OnBodies::both;
    std::vector<std::string> sources;
    int number = 0;  // place in the file's list, by which the texts know it: bad zones before it may have been left out
};

// Where a point of a segmental muscle repeats, with its zones.
struct Level {
    std::string name;  // "T7"
    PointSpec point;
    std::vector<std::vector<Stroke>> zones;  // as TriggerPoint::zones; without strokes what does not repeat
};

struct TriggerPoint {
    std::string id;           // unique within its muscle: "TrP1"
    std::string label;        // what the chart prints beside the X: its number in the muscle's list, "1"
    std::string place;        // where a finger finds it, in words
    std::string place_plain;  // the same for patients; "" where no text has them
    PointSpec point;
    std::string drawn_level;    // "T4": where the point is drawn; "" where it does not repeat
    std::vector<Level> levels;  // the others, from above downwards
    OnSides sides = OnSides::both;
    std::optional<ReachedFrom> reached_from;  // nothing: through the skin at its place
    Response response = Response::pain;
    std::vector<Zone> zones;
    int zones_in_file = 0;              // with those that were left out as bad
    std::vector<std::string> symptoms;  // what this very point is known for, beside the muscle's own
    std::string note;                   // "" or what a careful reader should know
    Confidence confidence = Confidence::low;
    std::vector<std::string> sources;
};

// One end of a muscle, in words; where it is, its shape says.
struct Attachment {
    std::string words;
};

struct Muscle {
    std::string id;      // "trapezius_upper"
    std::string parent;  // "trapezius"; equal to the id where the muscle is one row
    std::string region;  // key into Atlas::regions
    std::string fma;     // "FMA32557", "" where no id is known
    std::string latin;   // Terminologia Anatomica 2
    Attachment origin;
    Attachment insertion;
    // The functional unit, by ids of other muscles, the most important first. All exist in the atlas.
    std::vector<std::string> synergists;
    std::vector<std::string> antagonists;
    std::vector<std::string> satellites;  // where further points are often found with it
    std::vector<std::string> segments;    // of the spinal cord: "C3", "C4"; empty for a cranial nerve alone
    Frequency frequency = Frequency::occasional;
    std::vector<std::string> sources;
    std::vector<TriggerPoint> trigger_points;

    // In the language that is shown.
    std::string name;
    std::vector<std::string> synonyms;
    std::string action;
    std::string does;  // the same for a patient: "lifts the shoulder"
    std::string innervation;
    std::vector<std::string> symptoms;       // in plain words, what a patient says
    std::vector<std::string> overload;       // activities that strain it
    std::vector<std::string> signs;          // what an examiner finds
    std::vector<std::string> confused_with;  // the differential
    std::vector<std::string> self_care;      // gentle things a patient can do
    std::string needling_caution;            // what lies in a needle's way; for trained practitioners only
    std::string note;
};

struct Region {
    std::string id;    // "head_neck"
    std::string name;  // "Head and neck", in the language that is shown
};

// Names one trigger point: indices into Atlas::muscles and Muscle::trigger_points.
struct PointRef {
    int muscle = -1;
    int point = -1;

    bool valid() const { return muscle >= 0 && point >= 0; }
    auto operator<=>(const PointRef&) const = default;
};

struct Atlas {
    std::string dataset_version;
    std::string license;
    Language language;  // of the texts
    std::vector<Region> regions;
    std::map<std::string, std::string, std::less<>> parents;     // whole muscles of several rows: id -> name
    std::map<std::string, std::string, std::less<>> structures;  // tendons and fasciae that have a shape: id -> name
    std::map<std::string, Source> sources;
    std::vector<Muscle> muscles;  // in the order of the file, which is the order of the tree

    // Index into `muscles`, or nullopt.
    std::optional<int> find_muscle(std::string_view id) const;

    // Of the whole muscle: "Trapezius" for trapezius_upper; its own name where it is one row.
    const std::string& whole_name(const Muscle& muscle) const;

    // Of a tendon or fascia; made from its id where the texts have none.
    std::string structure_name(std::string_view id) const;

    // "trapezius_upper/TrP1" -> the point, or nullopt.
    std::optional<PointRef> find_point(std::string_view full_id) const;

    const Muscle& muscle(PointRef ref) const { return muscles.at(static_cast<size_t>(ref.muscle)); }
    const TriggerPoint& point(PointRef ref) const {
        return muscle(ref).trigger_points.at(static_cast<size_t>(ref.point));
    }

    // "trapezius_upper/TrP1"
    std::string full_id(PointRef ref) const;

    // Every trigger point, in file order.
    std::vector<PointRef> all_points() const;
};

}  // namespace myomap
