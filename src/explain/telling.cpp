#include "explain/telling.h"

#include <algorithm>
#include <limits>
#include <span>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>

#include "base/text.h"
#include "base/word.h"
#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/drawing_fields.h"
#include "chart/drawing_figures.h"
#include "chart/drawing_paint.h"
#include "chart/framing.h"
#include "chart/muscle_frame.h"
#include "chart/standard_views.h"
#include "chart/words.h"
#include "chart/zone_parts.h"
#include "finder/answers.h"
#include "finder/drawing_query.h"
#include "finder/drawing_signs.h"
#include "report/drawing_words.h"
#include "report/report.h"

namespace myomap {

namespace {

std::optional<TalkSubject> subject_of(const Scene& scene, const std::string& muscle, const std::string& point,
                                      Side side) {
    const auto index = scene.atlas.find_muscle(muscle);
    if (!index) return {};
    const auto& points = scene.atlas.muscles[static_cast<size_t>(*index)].trigger_points;
    const auto found = std::ranges::find(points, point, &TriggerPoint::id);
    const auto at = found == points.end() ? 0 : static_cast<int>(found - points.begin());
    return TalkSubject{{*index, at}, side};
}

// The main one, then the others that were kept.
std::vector<TalkSubject> subjects_of(const Scene& scene, const Document& document) {
    std::vector<TalkSubject> all;
    if (const auto first = myomap::subject_of(scene, document)) all.push_back(*first);
    if (!is_nothing(document.selection)) return all;
    for (const KeptPattern& kept : document.drawing.kept)
        if (const auto one = subject_of(scene, kept.muscle, kept.point, kept.side);
            one && std::ranges::find(all, one->point, &TalkSubject::point) == all.end())
            all.push_back(*one);
    return all;
}

// Whether the first view of what is chosen shows something of the field: no key for what is not there.
bool is_in_view(const Scene& scene, const Document& document, const Framing& framing, const SparseField& field) {
    constexpr float plainly = 0.3f;
    if (framing.views.empty()) return true;
    const FramedView& view = framing.views.front();
    const SkinAsset& skin = scene.body(document.view.body).skin();
    const glm::mat3 turned = glm::mat3_cast(orientation_of(view.view));
    for (std::size_t i = 0; i < field.size(); ++i) {
        const std::uint32_t v = field.vertices[i];
        const glm::vec3 off = glm::abs(turned * (skin.positions[v] - view.target));
        if (field.values[i] >= 128 && dot(skin.normals[v], toward_viewer(view.view)) > plainly &&
            off.x < 0.5f * view.width_cm && off.y < 0.5f * view.height_cm)
            return true;
    }
    return false;
}

// One of those that the talk is about.
struct About {
    TalkSubject subject;
    Document document;  // shows its pattern, and nothing else
    Framing framing;    // of that
    bool spills_over = false;
};

// A step that names the muscle or its places is told for each of several kept patterns.
bool tells_of_one(const TalkStep& step) {
    const StepWords& words = step.in("en");
    return step.shows == StepShows::pattern || words.heading.find("{muscle}") != std::string::npos;
}

class Teller {
public:
    Teller(const Scene& scene, const Document& document) : scene_(scene), document_(document) {
        document_.view.layers = LayerMode::skin;
        for (const TalkSubject& subject : subjects_of(scene, document)) about_.push_back(about(subject));
        if (!about_.empty()) now_ = &about_.front();
    }

    std::vector<ToldStep> tell(const Talk& talk) {
        std::vector<ToldStep> told;
        for (const TalkStep& step : talk.steps) {
            if (!tells_of_one(step) || about_.size() < 2) {
                tell_step(talk, step, told);
                continue;
            }
            for (const About& one : about_) {
                now_ = &one;
                tell_step(talk, step, told);
            }
            now_ = &about_.front();
        }
        // Whatever order a talk has.
        std::ranges::stable_partition(told,
                                      [](const ToldStep& step) { return step.shows == StepShows::warning_signs; });
        return told;
    }

private:
    const Scene& scene_;
    Document document_;
    std::vector<About> about_;
    const About* now_ = nullptr;  // null: of nothing in the atlas

    About about(const TalkSubject& subject) const {
        About one{subject, document_, {}, false};
        Document& picture = one.document;
        picture.drawing = {};
        choose_side(picture, subject.side == Side::left ? SideChoice::left : SideChoice::right);
        select_point(picture, scene_, subject.point);
        choose_layout(picture, scene_, Layout::focus);
        picture.view.show_all_points = picture.view.show_other_points = false;
        picture.view.best_view_only = true;  // one thought, one picture
        one.framing = frame_selection(scene_, picture);
        const auto& zones = scene_.atlas.point(subject.point).zones;
        for (int i = 0; i < static_cast<int>(zones.size()); ++i)
            if (zones[static_cast<std::size_t>(i)].kind == ZoneKind::spillover)
                one.spills_over =
                    one.spills_over ||
                    is_in_view(scene_, picture, one.framing,
                               scene_.body_fields(picture.view.body).zone(subject.point, i, subject.side));
        return one;
    }

    void tell_step(const Talk& talk, const TalkStep& step, std::vector<ToldStep>& told) const {
        ToldStep one{.id = step.id,
                     .shows = step.shows,
                     .words = step.in(to_text(scene_.atlas.language)),
                     .counts = step.counts,
                     .seconds = step.seconds,
                     .sources = {},
                     .of_atlas = {},
                     .picture = picture_of(step.shows),
                     .views = views_of(step.shows)};
        if (now_) {
            one.subject = now_->subject;
            one.spills_over = now_->spills_over;
        }
        if (step.shows == StepShows::pattern && now_) one.drawn = drawn_there();
        if (step.shows == StepShows::muscle || step.shows == StepShows::pattern || step.shows == StepShows::plan)
            one.of_atlas = atlas_sources();
        for (const std::string& key : step.sources) one.sources.push_back(*talk.find_source(key));
        if (step.shows == StepShows::warning_signs) {
            one.words.list = signs();
            one.of_atlas = sources_of_signs(one.words.list);
        }
        if (step.shows == StepShows::pain && one.words.list.empty()) one.words.list = where_it_hurts();
        if (step.shows == StepShows::plan && one.words.list.empty()) one.words.list = care();
        if (needs_picture(step.shows) && !one.picture) return;
        if (step.shows == StepShows::warning_signs && one.words.list.empty()) return;
        if (!fill(one.words.heading)) return;
        // What holds for all of several patterns is said once.
        if (tells_of_one(step) && now_ && now_ != &about_.front())
            std::erase_if(one.words.text, [](const std::string& text) { return text.find('{') == std::string::npos; });
        for (std::vector<std::string>* all : {&one.words.text, &one.words.list})
            std::erase_if(*all, [&](std::string& text) { return !fill(text); });
        // Of several patterns each says whose it is.
        if (step.shows == StepShows::pattern && about_.size() > 1) {
            const std::string name = short_name(scene_, muscle()->name);
            one.words.text.insert(one.words.text.begin(), name);
        }
        told.push_back(std::move(one));
    }

    // How the first of the areas that the view of the pattern shows is painted.
    std::optional<Paint> drawn_there() const {
        const auto& areas = document_.drawing.areas;
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (is_in_view(scene_, document_, now_->framing, field_of(scene_, areas, i, document_.view.body)))
                return pain_paint(areas[i]);
        return {};
    }

    static bool needs_picture(StepShows shows) {
        return shows == StepShows::pain || shows == StepShows::spot || shows == StepShows::pattern;
    }

    const Muscle* muscle() const { return now_ ? &scene_.atlas.muscle(now_->subject.point) : nullptr; }

    std::optional<Document> picture_of(StepShows shows) const {
        if (shows == StepShows::pain) {
            // The patient's own, where there is one; else where the complaint or region lies.
            const bool drawn = !document_.drawing.areas.empty();
            if (!drawn && chosen_complaint(document_.selection).empty() && chosen_region(document_.selection).empty())
                return {};
            Document picture = document_;
            if (drawn) picture.selection = {};
            picture.drawing.findings = {};
            picture.drawing.notes = {};
            picture.drawing.kept = {};
            picture.view.show_all_points = false;
            choose_layout(picture, scene_, Layout::focus);
            picture.view.best_view_only = true;  // all of them are named in words
            return picture;
        }
        if (!now_ || (!needs_picture(shows) && shows != StepShows::muscle)) return {};
        Document picture = now_->document;
        if (shows == StepShows::pattern) {
            // With what the patient drew, to compare.
            picture.drawing.areas = document_.drawing.areas;
            return picture;
        }
        // Nothing yet of where it is felt.
        picture.view.layers = shows == StepShows::muscle ? LayerMode::glass : LayerMode::muscles;
        picture.view.show_essential = picture.view.show_spillover = false;
        picture.view.show_labels = shows == StepShows::spot;
        picture.view.around = shows == StepShows::spot ? Around::alone : Around::all;
        return picture;
    }

    std::vector<ViewSubject> views_of(StepShows shows) const {
        if (!now_ || (shows != StepShows::muscle && shows != StepShows::spot)) return {};
        const auto [point, side] = now_->subject;
        const auto view = shows == StepShows::muscle ? view_of_muscle(scene_, now_->document, point, side)
                                                     : view_of_spot(scene_, now_->document, point, side);
        if (!view) return {};
        return {*view};
    }

    std::vector<TalkSource> atlas_sources() const {
        std::vector<TalkSource> sources;
        if (!now_) return sources;
        for (const ReportSection& section : make_report(scene_, now_->document, {.only_shown = true}).sections)
            for (const Source& source : section.sources) sources.push_back({source.key, source.title, source.url});
        return sources;
    }

    std::vector<TalkSource> sources_of_signs(const std::vector<std::string>& lines) const {
        std::vector<TalkSource> sources;
        if (!scene_.symptoms) return sources;
        const std::string_view language = to_text(scene_.atlas.language);
        for (const RedFlag& flag : scene_.symptoms->red_flags)
            if (std::ranges::any_of(lines, [&](const std::string& line) {
                    return line == flag.in(language) || line == flag.brief_in(language);
                }))
                for (const std::string& url : flag.sources) sources.push_back({flag.id, flag.name_in(language), url});
        return sources;
    }

    // In the patient's own words: where each area lies and how it feels; or the complaint.
    std::vector<std::string> where_it_hurts() const {
        constexpr std::size_t most = 5;
        std::vector<std::string> lines;
        const auto& areas = document_.drawing.areas;
        DrawingFigures figures;
        if (!areas.empty() && scene_.regions) figures = figures_of(scene_, document_.drawing, document_.view.body);
        for (std::size_t i = 0; i < std::min(most, figures.areas.size()); ++i) {
            const std::string where = where_words(scene_, figures.areas[i]),
                              how = quality_words(scene_, *figures.areas[i].area);
            lines.push_back(how.empty() ? where : where + " \u00b7 " + how);
        }
        if (areas.empty() && scene_.symptoms)
            if (const Symptom* symptom = scene_.symptoms->find_symptom(chosen_complaint(document_.selection)))
                lines.push_back(symptom->in(to_text(scene_.atlas.language)).plain);
        return lines;
    }

    // Those of what is talked about, emergencies first.
    std::vector<std::string> signs() const {
        std::vector<std::string> lines;
        if (!document_.drawing.areas.empty()) {
            for (const RedFlag* flag :
                 signs_of(scene_, in_order_of_worst(document_.drawing.areas), document_.view.body).warning_signs)
                if (flag->emergency) lines.push_back(flag->brief_in(to_text(scene_.atlas.language)));
            return lines;
        }
        const bool of_document =
            !chosen_complaint(document_.selection).empty() || !chosen_region(document_.selection).empty();
        const Report report = make_report(scene_, of_document || !now_ ? document_ : now_->document,
                                          {.wording = Wording::plain, .only_shown = true});
        for (const bool emergency : {true, false})
            for (const ReportItem& item : report.items(Section::warning_signs))
                if (item.emergency == emergency) lines.push_back(item.text);
        return lines;
    }

    // False where nothing is known for one of its blanks.
    bool fill(std::string& text) const {
        for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open)) {
            const std::size_t close = text.find('}', open);
            const std::string words = of_blank(text.substr(open, close - open + 1));
            if (words.empty()) return false;
            text.replace(open, close - open + 1, words);
            open += words.size();
        }
        return true;
    }

    std::string of_blank(const std::string& blank) const {
        const Muscle* named = muscle();
        if (!named) return "";
        if (blank == "{muscle}") return short_name(scene_, named->name);
        if (blank == "{does}") return named->does;
        if (blank == "{loads}") return some_of(named->overload);
        if (blank == "{care}") return some_of(named->self_care);
        // Often, then what only some feel, and never the one as if it were the other.
        constexpr std::size_t most = 3;
        std::vector<std::string> places, sometimes;
        const std::vector<PointRef> points{now_->subject.point};
        for (const bool spillover : {false, true})
            for (const ZonePart& part : zone_parts(scene_, document_.view.body, points, now_->subject.side, spillover))
                if (places.size() + sometimes.size() < most && std::ranges::find(places, part.name) == places.end())
                    (spillover ? sometimes : places).push_back(part.name);
        if (places.empty()) return join(sometimes);
        if (!sometimes.empty()) return join(places) + scene_.phrase(word("; sometimes: {}"), join(sometimes));
        return join(places);
    }

    // Three are heard, more are not.
    static std::vector<std::string> first_of(const std::vector<std::string>& all) {
        const std::size_t most = 3;
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()))};
    }
    std::string some_of(const std::vector<std::string>& all) const { return join(first_of(all), scene_.phrase("; ")); }
    // Of several muscles one thing each.
    std::vector<std::string> care() const {
        if (about_.size() < 2) return muscle() ? first_of(muscle()->self_care) : std::vector<std::string>{};
        std::vector<std::string> all;
        for (const About& one : about_)
            for (const std::string& text : scene_.atlas.muscle(one.subject.point).self_care)
                if (std::ranges::find(all, text) == all.end()) {
                    all.push_back(text);
                    break;
                }
        return all;
    }
};

}  // namespace

std::optional<TalkSubject> subject_of(const Scene& scene, const Document& document) {
    const Side side = document.view.side == SideChoice::left ? Side::left : Side::right;
    if (const std::string& muscle = chosen_muscle(document.selection); !muscle.empty())
        return subject_of(scene, muscle, chosen_point(document.selection), side);
    if (!chosen_complaint(document.selection).empty() || !chosen_region(document.selection).empty()) {
        Answers answers;
        for (const Answer& answer : answers.of(scene, document))
            if (!answer.points.empty())
                return TalkSubject{{answer.muscle, answer.points.front()},
                                   chosen_region_side(document.selection, side)};
        return {};
    }
    for (const KeptPattern& kept : document.drawing.kept)
        if (const auto found = subject_of(scene, kept.muscle, kept.point, kept.side)) return found;
    for (const Finding& finding : document.drawing.findings)
        if (!finding.point.empty())
            if (const auto found = subject_of(scene, finding.muscle, finding.point, finding.side)) return found;
    const Query query = query_of(scene, document.drawing, document.view.body);
    if (query.field.empty()) return {};
    const Finder finder(scene, document.view.body);
    const std::vector<Found> found =
        best_of_muscles(finder.find(query, std::nullopt, std::numeric_limits<int>::max()), 1);
    if (found.empty()) return {};
    return TalkSubject{found.front().ref, found.front().side};
}

std::vector<ToldStep> tell(const Scene& scene, const Talk& talk, const Document& document) {
    return Teller(scene, document).tell(talk);
}

}  // namespace myomap
