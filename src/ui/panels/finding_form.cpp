#include "ui/panels/finding_form.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/record.h"
#include "chart/drawing_terms.h"
#include "report/drawing_words.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/area_form.h"
#include "ui/panels/form_fields.h"
#include "ui/tools/brush_tool.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

bool draw_always(Ui& ui, Finding& finding) {
    bool changed = false;
    form_name(ui, ui.say("The point is"));
    static constexpr std::array activities{
        Segment{"open", nullptr, "\u2013", word("not examined"), ""},
        Segment{"active", nullptr, word("active"), word("Its pain is the patient's familiar one"), ""},
        Segment{"latent", nullptr, word("latent"), word("Tender, but the pain is not familiar"), ""},
        Segment{"unsure", nullptr, word("unsure"), "", ""}};
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    if (const int i =
            segmented(ui, "finding/activity", activities, static_cast<int>(finding.activity), 32, width, width);
        i >= 0) {
        finding.activity = static_cast<Activity>(i);
        changed = true;
    }
    changed |= form_examined(ui, "finding/familiar", ui.say("Familiar pain"), finding.familiar_pain);
    changed |= form_examined(ui, "finding/band", ui.say("Taut band"), finding.taut_band);
    changed |= form_rating(ui, "finding/tender", ui.say("Tender, 0 to 10"), finding.tenderness);
    changed |= form_text(ui, "finding/note", ui.say("Note"), finding.note);
    gap(ui, 10);
    const bool paints = felt_of(ui) == finding.id;
    if (text_button(ui, "finding/felt", icon::brush,
                    ui.say(paints ? word("Done painting") : word("Paint where it was felt")),
                    paints ? ButtonKind::primary : ButtonKind::plain)) {
        ui.state.tools.felt_of = paints ? 0 : finding.id;
        ui.modes.take_up(ui, paints ? "item" : "brush");
    }
    return changed;
}

bool draw_pressure(Ui& ui, Finding& finding) {
    PressureThreshold pressure = finding.pressure.value_or(PressureThreshold{});
    bool changed = false;
    form_name(ui, ui.say("Pressure threshold in"));
    static constexpr std::array units{Segment{"kg", nullptr, "kg/cm\u00b2", "", ""},
                                      Segment{"kpa", nullptr, "kPa", "", ""}};
    if (const int i = segmented(ui, "finding/unit", units, static_cast<int>(pressure.unit), 32); i >= 0) {
        pressure.unit = static_cast<PressureUnit>(i);
        changed = finding.pressure.has_value();
    }
    constexpr float most = 2000;
    for (std::size_t i = 0; i < 3; ++i) {
        std::optional<float> reading =
            i < pressure.readings.size() ? std::optional(pressure.readings[i]) : std::nullopt;
        if (i > pressure.readings.size()) break;
        if (!form_number(ui, "finding/reading" + std::to_string(i + 1), ui.say("Reading {}", std::to_string(i + 1)),
                         reading, 0, most))
            continue;
        if (!reading)
            pressure.readings.erase(pressure.readings.begin() + static_cast<std::ptrdiff_t>(i));
        else if (i < pressure.readings.size())
            pressure.readings[i] = *reading;
        else
            pressure.readings.push_back(*reading);
        changed = true;
        break;
    }
    changed |= form_number(ui, "finding/tip", ui.say("Tip, cm\u00b2"), pressure.tip_cm2, 0, 100);
    changed |= form_number(ui, "finding/rate", ui.say("Rate, unit per second"), pressure.rate_per_s, 0, most);
    if (!changed) return false;
    const bool is_empty =
        pressure.readings.empty() && !pressure.tip_cm2 && !pressure.rate_per_s && pressure.unknown.empty();
    finding.pressure = is_empty ? std::nullopt : std::optional(pressure);
    return true;
}

bool draw_more(Ui& ui, Finding& finding) {
    bool changed = form_examined(ui, "finding/twitch", ui.say("Twitch"), finding.twitch);
    changed |= form_examined(ui, "finding/jump", ui.say("Jump sign"), finding.jump_sign);
    changed |= draw_pressure(ui, finding);
    changed |= form_text(ui, "finding/motion", ui.say("Range of motion"), finding.range_of_motion);
    return changed;
}

// A list as one line, its parts parted by semicolons.
bool form_list(Ui& ui, std::string_view name, std::string_view label, std::vector<std::string>& parts) {
    std::string text = join(parts, "; ");
    if (!form_text(ui, name, label, text)) return false;
    parts = parts_of(text, ';');
    return true;
}

void notice(const Ui& ui, std::string_view text) {
    gap(ui, 8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    const float height = text_size(ui, Face::small, text, width - ui.px(48)).y + ui.px(16);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width, height}, ui.colors().notice_paper, ui.px(8));
    draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), height}, Face::icon, ui.colors().notice,
                      icon::warning);
    draw_text(ui, list, {at.x + ui.px(38), at.y + ui.px(8)}, Face::small, ui.colors().notice, text, width - ui.px(48));
    ImGui::Dummy({width, height});
}

// What the atlas says of the muscle: to be read before the needle.
void draw_hazards(Ui& ui, const Finding& finding) {
    const auto muscle = ui.scene.atlas.find_muscle(finding.muscle);
    if (!muscle) return;
    const std::string& needling = ui.scene.atlas.muscles[static_cast<size_t>(*muscle)].needling_caution;
    if (!needling.empty()) notice(ui, needling);
}

bool draw_needles(Ui& ui, Treatment& treatment) {
    bool changed =
        form_number(ui, "treatment/diameter", ui.say("Needle, diameter in mm"), treatment.needle_diameter_mm, 0, 5);
    changed |= form_number(ui, "treatment/length", ui.say("Needle, length in mm"), treatment.needle_length_mm, 0, 300);
    const auto count = [&](const char* name, std::string_view label, std::optional<int>& needles) {
        std::optional<float> number = needles ? std::optional(static_cast<float>(*needles)) : std::nullopt;
        if (!form_number(ui, name, label, number, 0, 1000)) return false;
        needles = number ? std::optional(static_cast<int>(std::lround(*number))) : std::nullopt;
        return true;
    };
    changed |= count("treatment/in", ui.say("Needles in"), treatment.needles_in);
    changed |= count("treatment/out", ui.say("Needles out"), treatment.needles_out);
    if (treatment.needles_in && treatment.needles_in != treatment.needles_out)
        notice(ui, ui.say("Not as many needles out as in. Count again."));
    return changed;
}

bool draw_treatment(Ui& ui, Finding& finding) {
    if (!finding.treatment) {
        draw_hazards(ui, finding);
        gap(ui, 8);
        if (!text_button(ui, "treatment/begin", icon::plus, ui.say("Record a treatment"), ButtonKind::plain))
            return false;
        finding.treatment.emplace();
        return true;
    }
    Treatment& treatment = *finding.treatment;
    draw_hazards(ui, finding);
    bool changed = form_text(ui, "treatment/technique", ui.say("Technique"), treatment.technique,
                             ui.say("dry needling, IMS, pressure, stretch"));
    changed |= draw_needles(ui, treatment);
    changed |= form_text(ui, "treatment/position", ui.say("Position of the patient"), treatment.position);
    changed |= form_rating(ui, "treatment/before", ui.say("Before, 0 to 10"), treatment.before);
    changed |= form_rating(ui, "treatment/after", ui.say("After, 0 to 10"), treatment.after);
    changed |= form_text(ui, "treatment/tolerance", ui.say("How it was tolerated"), treatment.tolerance);
    changed |= form_examined(ui, "treatment/adverse", ui.say("Adverse event"), treatment.adverse_event);
    if (treatment.adverse_event == Examined::yes || !treatment.adverse_events.empty()) {
        changed |= form_list(ui, "treatment/events", ui.say("Which; part several by ;"), treatment.adverse_events);
        changed |= form_text(ui, "treatment/action", ui.say("What was done about it"), treatment.action_taken);
    }
    form_name(ui, ui.say("Consent"));
    static constexpr std::array forms{Segment{"open", nullptr, word("not recorded"), "", ""},
                                      Segment{"spoken", nullptr, word("spoken"), "", ""},
                                      Segment{"written", nullptr, word("written"), "", ""}};
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    if (const int i =
            segmented(ui, "treatment/consent", forms, static_cast<int>(treatment.consent.form), 32, width, width);
        i >= 0) {
        treatment.consent.form = static_cast<ConsentForm>(i);
        changed = true;
    }
    if (treatment.consent.form != ConsentForm::not_recorded) {
        changed |= form_date(ui, "treatment/consent_date", ui.say("Date of consent"), treatment.consent.date);
        changed |= form_text(ui, "treatment/consent_version", ui.say("Version of the text"), treatment.consent.version);
    }
    changed |= form_examined(ui, "treatment/flags", ui.say("Warning signs checked"), treatment.red_flags_checked);
    changed |=
        form_list(ui, "treatment/precautions", ui.say("Precautions checked; part several by ;"), treatment.precautions);
    changed |= form_text(ui, "treatment/aftercare", ui.say("Aftercare given"), treatment.aftercare);
    changed |= form_text(ui, "treatment/practitioner", ui.say("Practitioner"), treatment.practitioner);
    gap(ui, 10);
    if (text_button(ui, "treatment/drop", icon::trash, ui.say("No treatment"), ButtonKind::plain)) {
        finding.treatment.reset();
        changed = true;
    }
    return changed;
}

}  // namespace

void draw_finding_form(Ui& ui, const Finding& shown, FindingFolds& folds) {
    Finding finding = shown;
    const std::string name = item_name(ui.document().drawing, finding.id);
    draw_delete_button(ui, finding.id);
    paragraph(ui, Face::title, ui.colors().ink, ui.say("Finding {}", name), 0, ui.px(44));
    gap(ui, 2);
    paragraph(ui, Face::body, ui.colors().quiet, place_words(ui.scene, finding, ui.document().view.body));
    bool changed = draw_always(ui, finding);
    if (form_fold(ui, "finding/more", ui.say("More of the examination"), folds.more)) changed |= draw_more(ui, finding);
    if (form_fold(ui, "finding/treatment", ui.say("Treatment"), folds.treatment))
        changed |= draw_treatment(ui, finding);
    if (changed)
        ui.act([&](Document& d) { return change_finding(d, finding, {word("Change {}"), {name}}); }, Merge::yes);
}

}  // namespace myomap
