#pragma once
// The members of every object of a chart file, listed once for reader and writer, so that the two can't disagree.
// Private to drawing_json.cpp and drawing_text.cpp. `io` is one of them; the value is const where it is written.

#include <array>
#include <concepts>
#include <string_view>
#include <type_traits>

#include "base/json_fields.h"
#include "chart/drawing.h"

namespace myomap {

inline constexpr std::string_view chart_format = "myomap-chart";
inline constexpr int chart_format_version = 1;

// Far above what a visit holds; a file that is beyond them is no chart that somebody drew.
inline constexpr std::size_t most_items = 1000;     // of one list
inline constexpr std::size_t most_strokes = 5000;   // of one area
inline constexpr std::size_t most_places = 10'000;  // of one stroke
inline constexpr std::size_t most_words = 100;      // of one list of words
inline constexpr std::size_t longest_words = 4000;  // bytes of one text
inline constexpr int most_needles = 500;

inline constexpr NumberRange score_range{0, 10, true, word("a number from 0 to 10")};
inline constexpr NumberRange radius_range{0, 20, false, word("a number above 0 and at most 20 (cm)")};
inline constexpr NumberRange needle_range{0, 300, false, word("a number above 0 and at most 300 (mm)")};
inline constexpr NumberRange pressure_range{0, 10'000, true, word("a number from 0 to 10000")};

inline constexpr NumberRange camera_range{-1000, 1000, true, word("a number from -1000 to 1000")};

inline constexpr std::array all_bodies{BodyId::adult_male, BodyId::adult_female};
inline constexpr std::array all_layouts{Layout::plate, Layout::head_neck, Layout::focus, Layout::single};
inline constexpr std::array all_examined{Examined::not_examined, Examined::no, Examined::yes, Examined::unsure};
inline constexpr std::array all_sides{Side::left, Side::right};
inline constexpr std::array all_depths{PainDepth::not_sure, PainDepth::skin, PainDepth::deep};
inline constexpr std::array all_courses{PainCourse::constant, PainCourse::comes_and_goes, PainCourse::with_movement,
                                        PainCourse::at_night};
inline constexpr std::array all_qualities{
    PainQuality::aching,   PainQuality::dull,     PainQuality::heavy,     PainQuality::tight,
    PainQuality::sore,     PainQuality::cramping, PainQuality::throbbing, PainQuality::burning,
    PainQuality::stabbing, PainQuality::sharp,    PainQuality::shooting,  PainQuality::electric,
    PainQuality::tingling, PainQuality::numb,     PainQuality::itching,   PainQuality::cold};
inline constexpr std::array all_activities{Activity::not_examined, Activity::active, Activity::latent,
                                           Activity::unsure};
inline constexpr std::array all_units{PressureUnit::kg_per_cm2, PressureUnit::kpa};
inline constexpr std::array all_consents{ConsentForm::not_recorded, ConsentForm::spoken, ConsentForm::written};
inline constexpr std::array all_note_kinds{NoteKind::text, NoteKind::arrow, NoteKind::symbol};
inline constexpr std::array all_symbols{NoteSymbol::none, NoteSymbol::scar, NoteSymbol::swelling, NoteSymbol::bruise,
                                        NoteSymbol::clear};

template <class Value, class T>
concept Is = std::same_as<std::remove_const_t<Value>, T>;

void members(auto& io, Is<AskedSign> auto& sign) {
    io.name("id", sign.id, Need::required);
    io.choice("answer", sign.answer, all_examined);
    io.text("note", sign.note);
}

void members(auto& io, Is<VisitHeader> auto& header) {
    io.text("patient", header.patient);
    io.date("date", header.date);
    io.text("examiner", header.examiner);
    io.list("warning_signs", header.warning_signs, most_items);
}

void members(auto& io, Is<BrushStroke> auto& stroke) {
    io.path("path", stroke.path);
    io.number("radius_cm", stroke.radius_cm, radius_range);
    io.flag("erase", stroke.erase);
}

void members(auto& io, Is<WholeRegion> auto& region) {
    io.name("id", region.id, Need::required);
    io.choice("side", region.side, all_sides, Need::required);
}

void members(auto& io, Is<PainArea> auto& area) {
    io.item_id("id", area.id);
    io.whole_list("strokes", area.strokes, most_strokes);
    io.whole_list("regions", area.regions, most_items);
    io.choices("qualities", area.qualities, all_qualities);
    io.words("own_words", area.own_words);
    io.choice("depth", area.depth, all_depths);
    io.number("now", area.now, score_range);
    io.number("worst", area.worst, score_range);
    io.number("usual", area.usual, score_range);
    io.choices("course", area.course, all_courses);
    io.text("since", area.since);
    io.text("note", area.note);
}

void members(auto& io, Is<PressureThreshold> auto& pressure) {
    io.numbers("readings", pressure.readings, pressure_range);
    io.choice("unit", pressure.unit, all_units, Need::required);
    io.number("tip_cm2", pressure.tip_cm2, pressure_range);
    io.number("rate_per_s", pressure.rate_per_s, pressure_range);
}

void members(auto& io, Is<Consent> auto& consent) {
    io.choice("form", consent.form, all_consents);
    io.date("date", consent.date);
    io.text("version", consent.version);
}

void members(auto& io, Is<Treatment> auto& treatment) {
    io.text("technique", treatment.technique);
    io.number("needle_diameter_mm", treatment.needle_diameter_mm, needle_range);
    io.number("needle_length_mm", treatment.needle_length_mm, needle_range);
    io.count("needles_in", treatment.needles_in, most_needles);
    io.count("needles_out", treatment.needles_out, most_needles);
    io.text("position", treatment.position);
    io.number("before", treatment.before, score_range);
    io.number("after", treatment.after, score_range);
    io.text("tolerance", treatment.tolerance);
    io.choice("adverse_event", treatment.adverse_event, all_examined);
    io.words("adverse_events", treatment.adverse_events);
    io.text("action_taken", treatment.action_taken);
    io.object("consent", treatment.consent);
    io.choice("red_flags_checked", treatment.red_flags_checked, all_examined);
    io.words("precautions", treatment.precautions);
    io.text("aftercare", treatment.aftercare);
    io.text("practitioner", treatment.practitioner);
}

void members(auto& io, Is<Finding> auto& finding) {
    io.item_id("id", finding.id);
    io.name("muscle", finding.muscle);
    io.point_name("point", finding.point);
    io.anchor("anchor", finding.anchor);
    io.choice("side", finding.side, all_sides, Need::required);
    io.choice("activity", finding.activity, all_activities);
    io.choice("familiar_pain", finding.familiar_pain, all_examined);
    io.choice("taut_band", finding.taut_band, all_examined);
    io.number("tenderness", finding.tenderness, score_range);
    io.whole_list("felt", finding.felt, most_strokes);
    io.choice("twitch", finding.twitch, all_examined);
    io.choice("jump_sign", finding.jump_sign, all_examined);
    io.object("pressure", finding.pressure);
    io.text("range_of_motion", finding.range_of_motion);
    io.text("note", finding.note);
    io.object("treatment", finding.treatment);
    io.require(finding.point.empty() || !finding.muscle.empty(), word("the \"muscle\" of the \"point\""));
    io.require(!finding.point.empty() || finding.anchor, word("a \"point\" or an \"anchor\""));
}

void members(auto& io, Is<Note> auto& note) {
    io.item_id("id", note.id);
    io.choice("kind", note.kind, all_note_kinds, Need::required);
    io.path("path", note.path);
    io.text("text", note.text);
    io.choice("symbol", note.symbol, all_symbols);
    io.require(note.kind != NoteKind::text || !note.text.empty(), word("a \"text\" in a note of kind \"text\""));
    io.require((note.kind == NoteKind::symbol) == (note.symbol != NoteSymbol::none),
               word("a \"symbol\" in a note of kind \"symbol\", and in no other"));
    io.require((note.kind == NoteKind::arrow) == (note.path.size() > 1),
               word("a \"path\" of two or more places for an arrow, else of one"));
}

void members(auto& io, Is<KeptPattern> auto& kept) {
    io.letter("letter", kept.letter);
    io.name("muscle", kept.muscle, Need::required);
    io.point_name("point", kept.point);
    io.choice("side", kept.side, all_sides, Need::required);
}

void members(auto& io, Is<SavedView> auto& view) {
    io.choice("body", view.body, all_bodies);
    io.choice("layout", view.layout, all_layouts);
    io.numbers("camera", view.camera, camera_range);
}

void members(auto& io, Is<Drawing> auto& drawing) {
    io.object("visit", drawing.header);
    io.object("view", drawing.view);
    io.list("areas", drawing.areas, most_items);
    io.list("findings", drawing.findings, most_items);
    io.list("notes", drawing.notes, most_items);
    io.list("kept", drawing.kept, most_kept_patterns);
}

}  // namespace myomap
