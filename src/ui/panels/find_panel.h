#pragma once
// Right of Find: what may explain the drawing. Warning signs first, then what explains it together, then muscles one by
// one; the one under the pointer is laid over the drawing.

#include <array>
#include <memory>
#include <optional>

#include "finder/drawing_signs.h"
#include "finder/together.h"
#include "report/report_parts.h"
#include "ui/panel.h"
#include "ui/ui.h"

namespace myomap {

class FindPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;

    void move_cursor(Ui& ui, int rows);
    void open(Ui& ui);  // the card of the answer under the cursor
    void keep(Ui& ui);  // its pattern on the chart

private:
    static constexpr int together_row = -2, nothing = -1;

    // What the answers below answer, and in which words.
    struct Asked {
        SharedList<PainArea> areas;
        BodyId body = BodyId::adult_male;
        Language language;
        bool operator==(const Asked&) const = default;
    };
    Asked asked_;
    bool answered_ = false;
    Query query_;
    std::string drawn_words_;  // "96 cm², ...: right temple"
    ReportSection signs_{Section::warning_signs, {}, {}};
    std::vector<Found> found_;
    std::vector<std::string> reasons_;  // of each
    Together together_;
    std::string together_words_;
    std::array<std::unique_ptr<Finder>, 2> finders_;  // by BodyId
    int cursor_ = nothing;
    bool scroll_ = false;  // to the cursor
    bool flags_open_ = false;
    // What the picture has over it now was made for.
    std::optional<std::pair<Asked, int>> shown_;

    void answer(Ui& ui);
    void lay_over_drawing(Ui& ui);
    void draw_answers(Ui& ui);
    void choose_area(Ui& ui);
    void draw_together(Ui& ui);
    void draw_answer(Ui& ui, int index);
    bool is_kept(const Ui& ui, const Found& found) const;
};

// What Find asks about: the question, or the chart's own areas, or one of those.
SharedList<PainArea> asked_areas(const Ui& ui);

}  // namespace myomap
