#include "chart/actions/record.h"

#include <algorithm>
#include <utility>

#include "base/word.h"
#include "chart/actions/changed.h"

namespace myomap {

namespace {

template <class Item>
void replace(SharedList<Item>& items, const Item& item) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].id == item.id) {
            items = items.replaced(i, item);
            return;
        }
}

Message add(Document& document, Finding finding) {
    return changed(document, word("Record a finding"), [&] {
        finding.id = take_id(document.drawing);
        document.selection = ItemSelection{finding.id};
        document.drawing.findings = document.drawing.findings.with(std::move(finding));
    });
}

}  // namespace

Message add_finding(Document& document, const Scene& scene, PointRef point, Side side) {
    const Muscle& muscle = scene.atlas.muscle(point);
    const TriggerPoint& place = scene.atlas.point(point);
    for (const Finding& known : document.drawing.findings)
        if (known.muscle == muscle.id && known.point == place.id && known.side == side)
            return changed(document, word("Select a finding"), [&] { document.selection = ItemSelection{known.id}; });
    Finding finding;
    finding.muscle = muscle.id;
    finding.point = place.id;
    finding.side = side;
    return add(document, std::move(finding));
}

Message add_finding(Document& document, const SkinAnchor& place, Side side) {
    Finding finding;
    finding.anchor = place;
    finding.side = side;
    return add(document, std::move(finding));
}

Message change_finding(Document& document, const Finding& finding, Message what) {
    return changed(document, std::move(what), [&] { replace(document.drawing.findings, finding); });
}

Message add_note(Document& document, Note note) {
    return changed(document, word("Add a note"), [&] {
        if (note.path.empty() || (note.kind == NoteKind::arrow && note.path.size() < 2)) return;
        if (note.kind == NoteKind::text && note.text.empty()) return;
        note.id = take_id(document.drawing);
        document.selection = ItemSelection{note.id};
        document.drawing.notes = document.drawing.notes.with(std::move(note));
    });
}

Message change_note(Document& document, const Note& note, Message what) {
    return changed(document, std::move(what), [&] {
        if (note.kind != NoteKind::text || !note.text.empty()) replace(document.drawing.notes, note);
    });
}

Message move_item(Document& document, ItemId item, const SkinAnchor& place, Side side) {
    return changed(document, word("Move it"), [&] {
        if (const Finding* known = find_item(document.drawing.findings, item)) {
            Finding finding = *known;
            finding.anchor = place;
            // What was found at a point of the atlas is of that muscle's side.
            if (finding.point.empty()) finding.side = side;
            replace(document.drawing.findings, finding);
        }
        if (const Note* known = find_item(document.drawing.notes, item); known && known->path.size() == 1) {
            Note note = *known;
            note.path = {place};
            replace(document.drawing.notes, note);
        }
    });
}

const KeptPattern* kept_pattern(const Drawing& drawing, const MuscleSelection& pattern, Side side) {
    for (const KeptPattern& kept : drawing.kept)
        if (kept.muscle == pattern.muscle && kept.point == pattern.point && kept.side == side) return &kept;
    return nullptr;
}

bool can_keep(const Drawing& drawing) { return drawing.kept.size() < most_kept_patterns; }

Message keep_pattern(Document& document, const Scene& scene, const MuscleSelection& pattern, Side side) {
    if (!scene.atlas.find_muscle(pattern.muscle)) return {};
    if (const KeptPattern* kept = kept_pattern(document.drawing, pattern, side))
        return drop_pattern(document, kept->letter);
    return changed(document, word("Keep the pattern on the chart"), [&] {
        if (!can_keep(document.drawing)) return;
        KeptPattern kept{'A', pattern.muscle, pattern.point, side, ""};
        const auto taken = [&](char letter) {
            return std::any_of(document.drawing.kept.begin(), document.drawing.kept.end(),
                               [&](const KeptPattern& one) { return one.letter == letter; });
        };
        while (taken(kept.letter)) ++kept.letter;
        document.drawing.kept = document.drawing.kept.with(std::move(kept));
    });
}

Message drop_pattern(Document& document, char letter) {
    return changed(document, word("Take the pattern off the chart"), [&] {
        auto& all = document.drawing.kept;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].letter == letter) {
                all = all.without(i);
                return;
            }
    });
}

Message change_header(Document& document, const VisitHeader& header, Message what) {
    return changed(document, std::move(what), [&] { document.drawing.header = Shared<VisitHeader>(header); });
}

Message answer_sign(Document& document, const std::string& sign, Examined answer) {
    return changed(document, word("Answer a warning sign"), [&] {
        VisitHeader header = *document.drawing.header;
        auto known = std::ranges::find(header.warning_signs, sign, &AskedSign::id);
        if (known == header.warning_signs.end())
            known = header.warning_signs.insert(known, {sign, answer, "", ""});
        else
            known->answer = answer;
        if (answer == Examined::not_examined && known->note.empty() && known->unknown.empty())
            header.warning_signs.erase(known);
        document.drawing.header = Shared<VisitHeader>(std::move(header));
    });
}

}  // namespace myomap
