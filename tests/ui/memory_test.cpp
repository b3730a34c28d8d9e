#include <cstring>

#include <epoxy/gl.h>
#include <gtest/gtest.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "chart/compose.h"
#include "offscreen_ui.h"
#include "ui/imgui_canvas.h"

namespace myomap {
namespace {

// The window rests again and again, and may have to make shaders and glyphs after that.
TEST(GivingMemoryBack, LeavesEverythingDrawable) {
    OffscreenUi window;
    window.draw(1, [] {});  // makes the fonts that text is measured with
    const Picture picture = compose(window.scene, {}, {{400, 300}, 1, true}, ImGuiMeasure(window.look));
    window.renderer.render(picture, Quality::fine);
    const Image before = window.renderer.read_back();

    for (int rest = 0; rest < 3; ++rest) {
        give_back_memory();
        Renderer later(window.scene, window.context.resources.shaders());
        later.render(picture, Quality::fine);
        EXPECT_EQ(later.read_back().rgba, before.rgba);
        window.draw(1, [&] { draw_chart_panel(window.ui, {0, 0, 1280, 800}); });
    }
}

#ifdef __GLIBC__
TEST(MemoryAtRest, HoldsNoTrianglesOfTheViewsThatWereDrawn) {
    OffscreenUi window;
    if (!std::strstr(reinterpret_cast<const char*>(glGetString(GL_RENDERER)), "llvmpipe"))
        GTEST_SKIP() << "only a software driver keeps triangles in the program's memory";
    window.draw(1, [] {});
    const auto draw = [&](Layout layout, Quality quality) {
        Document document;
        document.view.layout = layout;
        const glm::ivec2 size{900, 800};
        window.renderer.render(compose(window.scene, document, {size, 1, true}, ImGuiMeasure(window.look)), quality);
        window.draw(1, [] {});
    };
    const auto in_use_mb = [] {
        const auto info = mallinfo2();
        return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
    };
    const double before = in_use_mb();
    for (const Layout layout : {Layout::single, Layout::plate}) {
        for (const Quality quality : {Quality::draft, Quality::fine}) {
            draw(layout, quality);
            // The body and the picture themselves are some 15 MB; the triangles of each view would be 13 MB.
            EXPECT_LT(in_use_mb() - before, 20);
        }
    }
}
#endif

}  // namespace
}  // namespace myomap
