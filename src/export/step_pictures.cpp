#include "export/step_pictures.h"

#include <fmt/format.h>

#include "base/file_error.h"
#include "base/system_reason.h"
#include "base/word.h"
#include "chart/palette.h"
#include "explain/step_chart.h"
#include "explain/step_page.h"
#include "export/chart_painter.h"
#include "export/png.h"
#include "report/words.h"

namespace myomap {

Image step_image(const Context& context, Renderer& renderer, const ToldStep& step, const StepPlace& place,
                 glm::ivec2 size, float scale, Theme theme, StepParts parts) {
    const Scene scene = context.scene();
    ChartPainter painter(context, renderer);
    const Rect area{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)};
    const StepPage page = lay_out_step(scene, step, place, area, scale, painter.measure());
    Image image{size, {}};
    image.rgba.resize(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * 4);
    const SurfacePtr surface = surface_over(image);
    {
        const CairoPtr cr(cairo_create(surface.get()));
        set_color(cr.get(), chart_palette(theme).background);
        cairo_paint(cr.get());
        if (step.picture && parts == StepParts::all)
            painter.paint(cr.get(), {.box = page.picture},
                          compose_step(scene, step, page, theme, true, painter.measure()));
        CairoCanvas canvas(cr.get());
        paint_step(page, step, place, theme, canvas);
    }
    cairo_surface_finish(surface.get());
    swap_red_and_blue(image.rgba);
    return image;
}

std::vector<ToldStep> steps_for_screen(const Context& context, std::vector<ToldStep> steps, glm::ivec2 size,
                                       float scale) {
    const PangoMeasure measure;
    return in_large_type(context.scene(), std::move(steps),
                         {0, 0, static_cast<float>(size.x), static_cast<float>(size.y)}, scale, measure);
}

std::vector<std::filesystem::path> export_steps(const Context& context, Renderer& renderer, const StepPictures& asked) {
    const std::vector<ToldStep> steps = steps_for_screen(context, asked.steps, asked.size, asked.scale);
    std::error_code error;
    std::filesystem::create_directories(asked.folder, error);
    if (error) throw FileError(word("cannot write {}: {}"), {asked.folder.string(), system_reason(error.value())});
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepPlace place{i, steps.size(), i + 1 < steps.size() ? steps[i + 1].words.name : "", false};
        files.push_back(asked.folder / fmt::format("{:02}-{}.png", i + 1, steps[i].id));
        write_png(files.back(), step_image(context, renderer, steps[i], place, asked.size, asked.scale, asked.theme),
                  {steps[i].words.heading, disclaimer(context.scene())});
    }
    return files;
}

}  // namespace myomap
