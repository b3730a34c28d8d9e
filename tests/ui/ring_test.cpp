// What is drawn of the keyboard's ring: it can be told from the control that it goes around.

#include <algorithm>

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "chart/actions/select.h"
#include "offscreen_ui.h"
#include "ui/keys.h"
#include "ui/shell.h"

namespace myomap {
namespace {

bool has_color(const ImDrawList& list, ImU32 color, const Rect& rect) {
    return std::ranges::any_of(list.VtxBuffer, [&](const ImDrawVert& v) {
        return v.col == color && rect.contains({v.pos.x, v.pos.y});
    });
}

struct RingWindow : OffscreenUi {
    // `look_at` sees the frame before it is handed over to OpenGL.
    template <class LookAt>
    void frame(LookAt look_at) {
        draw(2, [&] { shell.draw(ui, {1280, 800}); });
        draw(1, [&] {
            shell.draw(ui, {1280, 800});
            look_at();
        });
    }
    void frame() {
        frame([] {});
    }
};

TEST(Ring, OfAFilledButtonHasAnInnerLineInTheColourOfItsWords) {
    RingWindow window;
    press_key(window.ui, *parse_key("ctrl+e"));
    window.frame();
    ASSERT_NE(window.state.focus.ringed(), nullptr) << "a key opened the dialog";
    for (const char* name : {"export/save", "export/cancel"}) {
        window.state.focus.go(name);
        window.frame([&] {
            const Rect* rect = window.items.find(name);
            ASSERT_NE(rect, nullptr);
            ASSERT_NE(window.state.focus.ringed(), nullptr);
            EXPECT_EQ(has_color(*ImGui::GetForegroundDrawList(), window.look.colors.on_accent, *rect),
                      std::string_view(name) == "export/save");
        });
    }
}

TEST(Ring, IsNotMimickedByTheChosenPointBehindADialog) {
    RingWindow window;
    const auto point = window.scene.atlas.find_point("trapezius_upper/TrP1");
    window.ui.act([&](Document& d) { return select_point(d, window.scene, *point); });
    const auto framed = [&] {
        bool found = false;
        window.frame([&] {
            const Rect* row = window.items.find("point/TrP1");
            ASSERT_NE(row, nullptr);
            const Rect edge{row->x - 2, row->y - 2, 4, row->height};
            for (const ImGuiWindow* one : GImGui->Windows)
                if (one->Active && std::string_view(one->RootWindow->Name) == "card")
                    found = found || has_color(*one->DrawList, window.look.colors.accent, edge);
        });
        return found;
    };
    window.frame();
    EXPECT_TRUE(framed());
    window.state.overlay = Overlay::help;
    EXPECT_FALSE(framed());
    window.state.overlay = Overlay::none;
    EXPECT_TRUE(framed());
}

}  // namespace
}  // namespace myomap
