#include "chart/legend.h"

#include <algorithm>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_marks.h"
#include "chart/drawing_terms.h"
#include "chart/message_words.h"

namespace myomap {

namespace {

constexpr float margin_px = 12, text_px = 12, swatch_px = 16;  // of design

}  // namespace

std::vector<LegendEntry> legend_of(const Scene& scene, const Document& document,
                                   const std::vector<PaintLayer>& layers) {
    std::vector<LegendEntry> legend;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
        if (!layer->legend.empty()) {
            std::string text = words(scene, layer->legend);
            if (std::ranges::find(legend, text, &LegendEntry::text) == legend.end())
                legend.push_back({layer->paint, std::move(text), {}, {}});
        }
    // Of findings the symbols that are there.
    const auto& findings = document.drawing.findings;
    for (const Activity activity : {Activity::active, Activity::latent, Activity::unsure}) {
        const auto found = std::ranges::find(findings, activity, &Finding::activity);
        if (found != findings.end())
            legend.push_back({glyph_of(*found), capitalised(scene.phrase(words_of(activity))), {}, {}});
    }
    const auto open = [](const Finding& one) { return one.activity == Activity::not_examined; };
    const bool any_open = std::ranges::any_of(findings, open);
    if (any_open) {
        const bool examined =
            std::ranges::any_of(findings, [&](const Finding& one) { return open(one) && is_examined(one); });
        legend.push_back({Glyph::cross, scene.phrase(examined ? word("Finding") : word("Not examined")), {}, {}});
    }
    if (std::ranges::any_of(document.drawing.findings, [](const Finding& one) {
            return one.treatment && one.treatment->adverse_event != Examined::yes;
        }))
        legend.push_back({Glyph::tick, capitalised(scene.phrase(word("treated"))), {}, {}});
    if (std::ranges::any_of(document.drawing.findings, [](const Finding& one) {
            return one.treatment && one.treatment->adverse_event == Examined::yes;
        }))
        legend.push_back({Glyph::triangle, scene.phrase(word("Adverse event")), {}, {}});
    for (const NoteSymbol symbol :
         {NoteSymbol::none, NoteSymbol::scar, NoteSymbol::swelling, NoteSymbol::bruise, NoteSymbol::clear})
        if (std::ranges::any_of(document.drawing.notes, [&](const Note& note) {
                return note.kind != NoteKind::arrow && note.symbol == symbol;
            }))
            legend.push_back({glyph_of(symbol), capitalised(scene.phrase(words_of(symbol))), {}, {}});
    // A finding's cross says it already.
    if (!chosen_muscle(document.selection).empty() ||
        (!any_open && document.view.show_all_points && document.view.layout != Layout::focus))
        legend.push_back({Glyph::cross, scene.phrase("Trigger point"), {}, {}});
    return legend;
}

float lay_out_legend(Picture& picture, const TextMeasure& measure, float most_share, float foot_px) {
    const float scale = picture.scale;
    const float swatch_width = 26 * scale, pad = 8 * scale, spacing = 22 * scale, size = text_px * scale;
    const float row_px = 22 * scale;
    const float usable = static_cast<float>(picture.size.x) - 2 * margin_px * scale;
    const auto width_of = [&](const LegendEntry& e) {
        return swatch_width + pad + measure.width(e.text, size, FontWeight::regular);
    };
    const auto most_rows =
        static_cast<std::size_t>(std::max(2.f, most_share * static_cast<float>(picture.size.y) / row_px));
    std::vector<std::vector<LegendEntry*>> rows;
    float filled = 0;
    std::size_t shown = 0;
    for (LegendEntry& e : picture.legend) {
        // A narrow picture keeps the short words, which are the first ones.
        if (width_of(e) > usable) e.text = e.text.substr(0, e.text.find(':'));
        if (rows.empty() || filled + spacing + width_of(e) > usable) {
            if (rows.size() == most_rows) break;
            rows.emplace_back();
            filled = -spacing;
        }
        filled += spacing + width_of(e);
        rows.back().push_back(&e);
        ++shown;
    }
    picture.legend.erase(picture.legend.begin() + static_cast<std::ptrdiff_t>(shown), picture.legend.end());
    const float height = row_px * static_cast<float>(rows.size()) + 12 * scale + foot_px;
    float middle = static_cast<float>(picture.size.y) - height + 6 * scale + 0.5f * row_px;
    for (const auto& row : rows) {
        float total = -spacing;
        for (const LegendEntry* e : row) total += width_of(*e) + spacing;
        float x = margin_px * scale + std::max(0.f, 0.5f * (usable - total));
        for (LegendEntry* e : row) {
            e->swatch_rect = {x, middle - 0.5f * swatch_px * scale, swatch_width, swatch_px * scale};
            e->text_at = {x + swatch_width + pad, middle + 0.36f * size};
            x += width_of(*e) + spacing;
        }
        middle += row_px;
    }
    return height;
}

}  // namespace myomap
