#pragma once
// A real window without a display: SDL's offscreen driver, ImGui, the renderer and the shipped data.

#include <cstdlib>
#include <memory>

#include "app/context.h"
#include "ui/built_in.h"
#include "ui/panels/chart_panel.h"
#include "ui/platform.h"
#include "ui/shell.h"
#include "ui/ui.h"

namespace myomap {

class OffscreenUi {
public:
    explicit OffscreenUi(glm::ivec2 size = {1280, 800})
        : context(shared_context()),
          platform(video, "test", size),
          scene(context.scene()),
          renderer(scene, context.resources.shaders()),
          chart(renderer),
          ui{context, scene, state, look, items, chart, modes} {
        const Resources& r = context.resources;
        context.set_language(Language());
        build_fonts(look, {r.text_font(), r.semibold_font(), r.icon_font()}, "");
        platform.use(look, Theme::light);
    }

    // Draws `panel` for some frames, as the window's loop would.
    template <class Panel>
    void draw(int frames, Panel panel) {
        for (int i = 0; i < frames; ++i) {
            platform.begin_frame();
            ui.items.begin_frame();
            panel();
            platform.end_frame(look.colors.paper);
        }
    }

    static Context& shared_context() {
        static const std::unique_ptr<Context> loaded = open_context();
        return *loaded;
    }

    struct Driver {
        Driver() { setenv("SDL_VIDEODRIVER", "offscreen", 1); }
    };

    Context& context;
    Driver driver;
    VideoSystem video;
    Platform platform;
    Scene scene;
    Renderer renderer;
    ChartView chart;
    UiState state;
    Look look;
    Items items;
    Modes modes{built_in_modes(), built_in_tools()};
    Ui ui;
    Shell shell;
};

}  // namespace myomap
