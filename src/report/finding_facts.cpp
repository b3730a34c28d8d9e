#include "report/finding_facts.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "base/word.h"
#include "report/drawing_words.h"

namespace myomap {

namespace {

class Facts {
public:
    explicit Facts(const Scene& scene) : scene_(scene) {}

    void add(const char* name, const std::string& text) {
        if (!text.empty()) facts_.push_back({"", scene_.phrase(name), in_one_line(text)});
    }

    // What was not examined is gathered, to be said at the end.
    void examined(const char* name, const char* value, bool was_examined) {
        if (was_examined)
            add(name, scene_.phrase(value));
        else
            lacks(name);
    }
    void examined(const char* name, Examined answer) {
        examined(name, words_of(answer), answer != Examined::not_examined);
    }
    void score(const char* name, const std::optional<float>& value) {
        if (value)
            add(name, scene_.phrase(word("{} of 10"), number_words(scene_, *value)));
        else
            lacks(name);
    }
    void lacks(const char* name) { lacking_.push_back(scene_.phrase(name)); }

    std::vector<ReportItem> take(const char* name_of_lacking) {
        add(name_of_lacking, join(lacking_, scene_.phrase("; ")));
        return std::move(facts_);
    }

private:
    const Scene& scene_;
    std::vector<ReportItem> facts_;
    std::vector<std::string> lacking_;
};

std::string pressure_words(const Scene& scene, const PressureThreshold& pressure) {
    const std::string unit = scene.phrase(pressure.unit == PressureUnit::kpa ? word("kPa") : word("kg/cm²"));
    std::vector<std::string> readings, all;
    for (const float reading : pressure.readings) readings.push_back(number_words(scene, reading, 2));
    if (!readings.empty())
        all.push_back(scene.phrase("{} {}", {join(readings, scene.phrase("; ")), unit}));
    else
        all.push_back(scene.phrase(word("no reading")));
    if (pressure.tip_cm2) all.push_back(scene.phrase(word("tip of {} cm²"), number_words(scene, *pressure.tip_cm2, 2)));
    if (pressure.rate_per_s)
        all.push_back(
            scene.phrase(word("pressed by {} {} a second"), {number_words(scene, *pressure.rate_per_s, 2), unit}));
    return join(all, " \u00b7 ");
}

std::string needle_words(const Scene& scene, const Treatment& treatment) {
    const auto mm = [&](float value) { return number_words(scene, value, 2); };
    if (treatment.needle_diameter_mm && treatment.needle_length_mm)
        return scene.phrase(word("{} × {} mm"), {mm(*treatment.needle_diameter_mm), mm(*treatment.needle_length_mm)});
    if (treatment.needle_diameter_mm) return scene.phrase(word("{} mm thick"), mm(*treatment.needle_diameter_mm));
    if (treatment.needle_length_mm) return scene.phrase(word("{} mm long"), mm(*treatment.needle_length_mm));
    return "";
}

std::string needle_count_words(const Scene& scene, const Treatment& treatment) {
    const auto &in = treatment.needles_in, &out = treatment.needles_out;
    if (in && out && *in != *out)
        return scene.phrase(word("{} in, {} out: the numbers differ, check"),
                            {std::to_string(*in), std::to_string(*out)});
    std::vector<std::string> all;
    if (in) all.push_back(scene.phrase(word("{} in"), std::to_string(*in)));
    if (out) all.push_back(scene.phrase(word("{} out"), std::to_string(*out)));
    return join(all);
}

std::string before_and_after(const Scene& scene, const Treatment& treatment) {
    std::vector<std::string> all;
    const auto add = [&](const std::optional<float>& value, const char* words) {
        if (value) all.push_back(scene.phrase(words, number_words(scene, *value)));
    };
    add(treatment.before, word("before {} of 10"));
    add(treatment.after, word("after {} of 10"));
    return join(all);
}

std::string adverse_words(const Scene& scene, const Treatment& treatment) {
    std::vector<std::string> all;
    if (treatment.adverse_event != Examined::not_examined)
        all.push_back(scene.phrase(words_of(treatment.adverse_event)));
    if (!treatment.adverse_events.empty()) all.push_back(join(treatment.adverse_events));
    return join(all, " \u00b7 ");
}

std::string consent_words(const Scene& scene, const Consent& consent) {
    std::vector<std::string> all;
    if (consent.form != ConsentForm::not_recorded)
        all.push_back(scene.phrase(consent.form == ConsentForm::written ? word("written") : word("spoken")));
    if (!consent.date.empty()) all.push_back(consent.date);
    if (!consent.version.empty()) all.push_back(scene.phrase(word("version {}"), consent.version));
    return join(all);
}

// The regions that hold most of it, and how much skin it is.
std::string felt_words(const Scene& scene, const Finding& finding, BodyId body) {
    if (finding.felt.empty()) return "";
    Drawing drawing;
    drawing.areas = drawing.areas.with({.id = 1, .strokes = finding.felt});
    const DrawingFigures figures = figures_of(scene, drawing, body);
    std::vector<std::string> all{where_words(scene, figures.together), size_words(scene, figures.together)};
    std::erase(all, std::string());
    return join(all, " \u00b7 ");
}

}  // namespace

std::vector<ReportItem> finding_facts(const Scene& scene, const Finding& finding, BodyId body) {
    Facts facts(scene);
    facts.examined(word("Activity"), words_of(finding.activity), finding.activity != Activity::not_examined);
    facts.examined(word("Familiar pain"), finding.familiar_pain);
    facts.examined(word("Taut band"), finding.taut_band);
    facts.score(word("Tenderness"), finding.tenderness);
    facts.add(word("Felt on examination"), felt_words(scene, finding, body));
    facts.examined(word("Local twitch"), finding.twitch);
    facts.examined(word("Jump sign"), finding.jump_sign);
    if (finding.pressure)
        facts.add(word("Pressure pain threshold"), pressure_words(scene, *finding.pressure));
    else
        facts.lacks(word("Pressure pain threshold"));
    if (finding.range_of_motion.empty())
        facts.lacks(word("Range of motion"));
    else
        facts.add(word("Range of motion"), finding.range_of_motion);
    facts.add(word("Note"), finding.note);
    return facts.take(word("Not examined"));
}

std::vector<ReportItem> treatment_facts(const Scene& scene, const Treatment& treatment) {
    Facts facts(scene);
    const auto add = [&](const char* name, const std::string& text, bool is_owed = false) {
        if (text.empty() && is_owed) facts.lacks(name);
        facts.add(name, text);
    };
    add(word("Technique"), treatment.technique, true);
    add(word("Needle"), needle_words(scene, treatment));
    add(word("Needles"), needle_count_words(scene, treatment));
    if (treatment.needles_in && !treatment.needles_out) facts.lacks(word("needles out"));
    add(word("Position"), treatment.position);
    add(word("Pain"), before_and_after(scene, treatment));
    add(word("Tolerance"), treatment.tolerance);
    add(word("Adverse events"), adverse_words(scene, treatment), true);
    add(word("Action taken"), treatment.action_taken);
    add(word("Consent"), consent_words(scene, treatment.consent), true);
    add(word("Warning signs checked"),
        treatment.red_flags_checked == Examined::not_examined ? ""
                                                              : scene.phrase(words_of(treatment.red_flags_checked)),
        true);
    add(word("Precautions checked"), join(treatment.precautions, scene.phrase("; ")));
    add(word("Aftercare given"), treatment.aftercare);
    add(word("Practitioner"), treatment.practitioner);
    return facts.take(word("Not recorded"));
}

}  // namespace myomap
