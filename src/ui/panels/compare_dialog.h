#pragma once
// The chart beside another one of the patient: before, after and what differs, and the same in tables. What is compared
// stands in UiState::charts.

#include <memory>
#include <string>

#include "chart/compare.h"
#include "report/compare_report.h"
#include "ui/image_texture.h"
#include "ui/ui.h"

namespace myomap {

// Asks for the other chart, then opens the dialog.
void compare_charts(Ui& ui);

class CompareDialog {
public:
    CompareDialog() = default;
    CompareDialog(const CompareDialog&) = delete;
    CompareDialog& operator=(const CompareDialog&) = delete;

    // While it is open, each frame.
    void draw(Ui& ui);

private:
    // What the comparison below is of.
    struct Form {
        std::shared_ptr<const Drawing> other;
        Drawing drawing;
        BodyId body = BodyId::adult_male;
        Theme theme = Theme::light;
        Language language;
        glm::ivec2 size{};
        int view = 0;
        bool operator==(const Form&) const = default;
    };
    Form form_;
    std::unique_ptr<Comparison> comparison_;
    CompareReport report_;
    std::string path_, said_;
    bool failed_ = false;
    ImageTexture texture_;
    int shown_ = 0;  // all three, or one of them from 1
    int view_ = 0;   // of the views that show what was painted; as many as there are: all of them

    void compare_now(Ui& ui, glm::ivec2 size);
    void choose_view(Ui& ui, ImVec2 at);
    void draw_picture(const Rect& box);
    void draw_words(Ui& ui);
    void draw_foot(Ui& ui, const Rect& rect);
    void save(Ui& ui);
};

}  // namespace myomap
