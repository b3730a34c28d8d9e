#pragma once
// The drawing of one visit: what the patient marked, what the examiner found and noted, and the patterns kept beside
// it. It is what is undone, saved and compared. A plain value; copies share everything (chart/shared.h), so five
// hundred steps of undo cost what changed in them. The file's form is chart/drawing_json.h.
//
// `unknown` on a value: what the file said about it that this program doesn't know or can't use, as JSON text of an
// object; it goes back into the file unchanged. "" is nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "body/anchor.h"
#include "body/body.h"
#include "chart/shared.h"
#include "chart/view.h"

namespace myomap {

// Names an area, a finding or a note for as long as the chart exists; one is never used twice. 0 is nobody.
using ItemId = std::uint32_t;

inline constexpr ItemId highest_item_id = 1'000'000'000;  // of a file; far more than anyone makes

// Everything an examiner may or may not have looked at starts as not examined, never as no.
enum class Examined { not_examined, no, yes, unsure };

struct AskedSign {
    std::string id;  // a warning sign's in the symptom index
    Examined answer = Examined::not_examined;
    std::string note;
    std::string unknown;

    bool operator==(const AskedSign&) const = default;
};

struct VisitHeader {
    std::string patient;  // a label of the clinic's choice: a name, initials, a number
    std::string date;     // of the visit, "2026-11-28"; "" for none yet
    std::string examiner;
    std::vector<AskedSign> warning_signs;
    std::string unknown;

    bool operator==(const VisitHeader&) const = default;
};

// One sweep of the brush, or of the eraser: erasing takes away what the strokes before it in the same list painted.
struct BrushStroke {
    std::vector<SkinAnchor> path;  // never empty; one point is a round spot
    float radius_cm = 1;
    bool erase = false;
    std::string unknown;

    bool operator==(const BrushStroke&) const = default;
};

// A named region of the skin, as a part of an area or instead of strokes.
struct WholeRegion {
    std::string id;  // in the region set
    Side side = Side::left;
    std::string unknown;

    bool operator==(const WholeRegion&) const = default;
};

enum class PainQuality {
    aching,
    dull,
    heavy,
    tight,
    sore,
    cramping,
    throbbing,
    burning,
    stabbing,
    sharp,
    shooting,
    electric,
    tingling,
    numb,
    itching,
    cold,
};
enum class PainDepth { not_sure, skin, deep };
enum class PainCourse { constant, comes_and_goes, with_movement, at_night };

struct PainArea {
    ItemId id = 0;
    SharedList<BrushStroke> strokes;
    std::vector<WholeRegion> regions;
    std::vector<PainQuality> qualities;  // the first is drawn, the others are named
    std::vector<std::string> own_words;  // the patient's, beside or instead of them
    PainDepth depth = PainDepth::not_sure;
    std::optional<float> now, worst, usual;  // 0-10; nothing when not asked
    std::vector<PainCourse> course;
    std::string since;  // as the patient said it
    std::string note;
    std::string unknown;

    bool operator==(const PainArea&) const = default;
};

enum class Activity { not_examined, active, latent, unsure };
enum class PressureUnit { kg_per_cm2, kpa };
enum class ConsentForm { not_recorded, spoken, written };

struct PressureThreshold {
    std::vector<float> readings;  // in the unit; usually three
    PressureUnit unit = PressureUnit::kg_per_cm2;
    std::optional<float> tip_cm2;
    std::optional<float> rate_per_s;  // of the unit
    std::string unknown;

    bool operator==(const PressureThreshold&) const = default;
};

struct Consent {
    ConsentForm form = ConsentForm::not_recorded;
    std::string date;     // "2026-11-28"
    std::string version;  // of the text that was explained
    std::string unknown;

    bool operator==(const Consent&) const = default;
};

struct Treatment {
    std::string technique;
    std::optional<float> needle_diameter_mm, needle_length_mm;
    std::optional<int> needles_in, needles_out;
    std::string position;                // of the patient
    std::optional<float> before, after;  // 0-10
    std::string tolerance;
    Examined adverse_event = Examined::not_examined;
    std::vector<std::string> adverse_events;
    std::string action_taken;
    Consent consent;
    Examined red_flags_checked = Examined::not_examined;
    std::vector<std::string> precautions;  // that were checked
    std::string aftercare;                 // as it was given
    std::string practitioner;
    std::string unknown;

    bool operator==(const Treatment&) const = default;
};

// What was found at a trigger point of the atlas, or at a free place.
struct Finding {
    ItemId id = 0;
    std::string muscle, point;         // ids; at a free place point is "", and muscle may be
    std::optional<SkinAnchor> anchor;  // the free place, or where exactly the atlas's point was found
    Side side = Side::left;
    Activity activity = Activity::not_examined;
    Examined familiar_pain = Examined::not_examined;
    Examined taut_band = Examined::not_examined;
    std::optional<float> tenderness;  // 0-10
    SharedList<BrushStroke> felt;     // where the examination was felt
    Examined twitch = Examined::not_examined;
    Examined jump_sign = Examined::not_examined;
    std::optional<PressureThreshold> pressure;
    std::string range_of_motion;
    std::string note;
    std::optional<Treatment> treatment;
    std::string unknown;

    bool operator==(const Finding&) const = default;
};

enum class NoteKind { text, arrow, symbol };
enum class NoteSymbol { none, scar, swelling, bruise, clear };  // clear: looked at, nothing found

struct Note {
    ItemId id = 0;
    NoteKind kind = NoteKind::text;
    std::vector<SkinAnchor> path;          // an arrow's way, two or more; else the one place
    std::string text;                      // never "" of NoteKind::text
    NoteSymbol symbol = NoteSymbol::none;  // of NoteKind::symbol and no other
    std::string unknown;

    bool operator==(const Note&) const = default;
};

inline constexpr std::size_t most_kept_patterns = 6;

// A muscle's or a point's pattern that stays on the chart.
struct KeptPattern {
    char letter = 'A';          // 'A' to 'F', each once
    std::string muscle, point;  // ids; point "" is all of the muscle's points
    Side side = Side::left;
    std::string unknown;

    bool operator==(const KeptPattern&) const = default;
};

// How the chart was looked at when it was saved: it opens so.
struct SavedView {
    BodyId body = BodyId::adult_male;
    Layout layout = Layout::plate;
    // Of one large view: target (3), orientation w x y z (4) and height, cm; else empty.
    std::vector<float> camera;
    std::string unknown;

    bool operator==(const SavedView&) const = default;
};

struct Drawing {
    Shared<VisitHeader> header;
    SharedList<PainArea> areas;  // in the order they were begun
    SharedList<Finding> findings;
    SharedList<Note> notes;
    SharedList<KeptPattern> kept;
    // No part of what is compared: the id above every one that was ever used, and the view.
    ItemId next_id = 1;
    std::optional<SavedView> view;
    Shared<std::string> unknown;

    bool operator==(const Drawing& other) const {
        return header == other.header && areas == other.areas && findings == other.findings && notes == other.notes &&
               kept == other.kept && unknown == other.unknown;
    }
};

// Whether anything was recorded of its examination.
bool is_examined(const Finding& finding);
SavedView saved_view(const View& view);
// `view` as it was when that was saved; what makes no sense stays as it is.
void restore(const SavedView& saved, View& view);

// The id for the next item of the drawing.
ItemId take_id(Drawing& drawing);

// Call when an earlier state of the drawing comes back (undo), so that ids given out since are not given out again.
void remember_ids(Drawing& restored, const Drawing& later);

// The item of that id, or null. Of areas, findings or notes.
template <class Item>
const Item* find_item(const SharedList<Item>& items, ItemId id) {
    for (const Item& item : items)
        if (item.id == id) return &item;
    return nullptr;
}

// The names used in the file.
const char* to_text(Examined);
const char* to_text(PainQuality);
const char* to_text(PainDepth);
const char* to_text(PainCourse);
const char* to_text(Activity);
const char* to_text(PressureUnit);
const char* to_text(ConsentForm);
const char* to_text(NoteKind);
const char* to_text(NoteSymbol);

}  // namespace myomap
