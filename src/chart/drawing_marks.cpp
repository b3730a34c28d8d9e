#include "chart/drawing_marks.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_terms.h"
#include "chart/sight.h"
#include "chart/words.h"

namespace myomap {

namespace {

std::optional<PointRef> point_of(const Atlas& atlas, const Finding& finding) {
    const auto muscle = atlas.find_muscle(finding.muscle);
    if (!muscle) return {};
    const auto& points = atlas.muscles[static_cast<size_t>(*muscle)].trigger_points;
    const auto point = std::ranges::find(points, finding.point, &TriggerPoint::id);
    if (point == points.end()) return {};
    return PointRef{*muscle, static_cast<int>(point - points.begin())};
}

std::optional<SkinPoint> place_of(const Scene& scene, const Finding& finding, BodyId body) {
    if (finding.anchor) return resolve(*finding.anchor, scene.body(body));
    const auto point = point_of(scene.atlas, finding);
    return point ? std::optional(scene.body_fields(body).place(*point, finding.side)) : std::nullopt;
}

bool is_seen(const Scene& scene, BodyId body, const PictureView& view, const SkinPoint& place) {
    return view.rect.contains(project(view, place.position)) && seen(scene, scene.body(body), view, place);
}

}  // namespace

std::string finding_name(const Scene& scene, const Finding& finding) {
    const auto muscle = scene.atlas.find_muscle(finding.muscle);
    if (!muscle) return scene.phrase(word("Free place"));
    const std::string name = short_name(scene, scene.atlas.muscles[static_cast<size_t>(*muscle)].name);
    const auto point = point_of(scene.atlas, finding);
    return point ? name + " " + scene.atlas.point(*point).label : name;
}

Glyph glyph_of(NoteSymbol symbol) {
    switch (symbol) {
        case NoteSymbol::none:
            break;
        case NoteSymbol::scar:
            return Glyph::scar;
        case NoteSymbol::swelling:
            return Glyph::swelling;
        case NoteSymbol::bruise:
            return Glyph::bruise;
        case NoteSymbol::clear:
            return Glyph::clear;
    }
    return Glyph::square;
}

Glyph glyph_of(const Finding& finding) {
    switch (finding.activity) {
        case Activity::active:
            return Glyph::disc;
        case Activity::latent:
            return Glyph::ring;
        case Activity::unsure:
            return Glyph::half_disc;
        case Activity::not_examined:
            break;
    }
    return Glyph::cross;
}

std::vector<Mark> drawing_marks(const Scene& scene, const Document& document, const std::vector<PictureView>& views) {
    std::vector<Mark> marks;
    const BodyId body = document.view.body;
    const auto add = [&](Mark mark, const SkinPoint& place) {
        for (size_t v = 0; v < views.size(); ++v) {
            if (!is_seen(scene, body, views[v], place)) continue;
            mark.view = static_cast<int>(v);
            mark.at = project(views[v], place.position);
            marks.push_back(mark);
        }
    };
    for (size_t i = 0; i < document.drawing.notes.size(); ++i) {
        const Note& note = document.drawing.notes[i];
        if (note.kind == NoteKind::arrow || note.path.empty()) continue;
        add({.glyph = glyph_of(note.symbol),
             .item = numbered('N', i),
             .label = numbered('N', i),
             .emphasis = Emphasis::normal},
            resolve(note.path.front(), scene.body(body)));
    }
    for (size_t i = 0; i < document.drawing.findings.size(); ++i) {
        const Finding& finding = document.drawing.findings[i];
        const auto place = place_of(scene, finding, body);
        if (!place) continue;
        Mark mark{.glyph = glyph_of(finding),
                  .item = numbered('F', i),
                  .side = finding.side,
                  .label = numbered('F', i),
                  .emphasis = Emphasis::strong};
        if (finding.treatment)
            mark.badge = finding.treatment->adverse_event == Examined::yes ? Glyph::triangle : Glyph::tick;
        add(mark, *place);
    }
    return marks;
}

std::vector<Arrow> drawing_arrows(const Scene& scene, const Document& document, const std::vector<PictureView>& views) {
    std::vector<Arrow> arrows;
    const BodyId body = document.view.body;
    for (const Note& note : document.drawing.notes) {
        if (note.kind != NoteKind::arrow || note.path.size() < 2) continue;
        for (size_t v = 0; v < views.size(); ++v) {
            Arrow arrow{static_cast<int>(v), {}};
            for (const SkinAnchor& anchor : note.path) {
                const SkinPoint place = resolve(anchor, scene.body(body));
                if (!is_seen(scene, body, views[v], place)) break;
                arrow.path.push_back(project(views[v], place.position));
            }
            if (arrow.path.size() == note.path.size()) arrows.push_back(std::move(arrow));
        }
    }
    return arrows;
}

void add_drawing_wishes(const Scene& scene, const Document& document, const Picture& picture,
                        std::vector<std::vector<LabelWish>>& wishes) {
    const auto add = [&](const std::string& item, const std::string& text, const std::string& detail) {
        const auto mark = std::ranges::find(picture.marks, item, &Mark::item);
        if (mark == picture.marks.end()) return;
        wishes[static_cast<size_t>(mark->view)].push_back({text, detail, {mark->at}, true});
    };
    for (size_t i = 0; i < document.drawing.findings.size(); ++i) {
        const Finding& finding = document.drawing.findings[i];
        const std::string name = numbered('F', i);
        // Without a word on its activity it may have been examined all the same.
        const bool says_more = finding.activity == Activity::not_examined && is_examined(finding);
        std::string detail =
            name + " \u00b7 " + scene.phrase(says_more ? word("examined") : words_of(finding.activity));
        if (finding.treatment) detail += " \u00b7 " + scene.phrase(word("treated"));
        add(name, finding_name(scene, finding), detail);
    }
    for (size_t i = 0; i < document.drawing.notes.size(); ++i) {
        const Note& note = document.drawing.notes[i];
        const std::string name = numbered('N', i);
        const std::string symbol =
            note.symbol == NoteSymbol::none ? "" : capitalised(scene.phrase(words_of(note.symbol)));
        add(name, note.text.empty() ? symbol : in_one_line(note.text), name);
    }
}

}  // namespace myomap
