#include "explain/step_chart.h"

#include <cmath>
#include <utility>

#include "base/word.h"

namespace myomap {

Picture compose_step(const Scene& scene, const ToldStep& step, const StepPage& page, Theme theme, bool labels,
                     const TextMeasure& measure) {
    Document document = *step.picture;
    document.view.theme = theme;
    ComposeSize size{.pixels = {std::lround(page.picture.width), std::lround(page.picture.height)},
                     .scale = step_label_scale * page.scale,
                     .legend = false,
                     .labels = labels};
    size.subjects = step.views;
    size.for_patient = true;
    Picture picture = compose(scene, document, size, measure);
    // As one says it to a patient.
    for (PictureView& view : picture.views)
        for (const auto& [said, plainly] :
             {std::pair{word("Anterior"), word("From the front")}, std::pair{word("Posterior"), word("From behind")}})
            if (view.title == scene.phrase(said)) view.title = scene.phrase(plainly);
    if (step.views.empty()) return picture;
    // Of the muscle itself: no words over it. The spot is shown also where an arm hangs before it; beside the whole
    // muscle a symbol that would lie behind it says nothing.
    for (PictureView& view : picture.views) view.title.clear();
    if (step.shows != StepShows::spot) std::erase_if(picture.marks, [](const Mark& mark) { return mark.hidden; });
    for (Mark& mark : picture.marks) mark.hidden = false;
    for (Label& label : picture.labels) label.detail.clear();
    return picture;
}

}  // namespace myomap
