#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "chart/message_words.h"
#include "export/exporter.h"
#include "offscreen_ui.h"
#include "ui/panels/card_panel.h"
#include "ui/panels/error_panel.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/help_overlay.h"
#include "ui/panels/message_banner.h"
#include "ui/panels/status_line.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/tree_panel.h"
#include "ui/shell.h"
#include "ui/widgets.h"

namespace myomap {
namespace {

struct PanelCase {
    const char* name;
    void (*draw)(OffscreenUi&);
    const char* item;  // what must be there to press afterwards
};

const Rect whole{0, 0, 1280, 800};

// Draws in both languages; what a test leaves is English again.
template <class Draw>
void in_both_languages(OffscreenUi& window, Draw draw) {
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        window.draw(3, draw);
        EXPECT_TRUE(window.state.broken.empty());
    }
}

std::vector<ReportAnswer> answers_of(OffscreenUi& window) {
    const Report& report = window.modes.panel<CardPanel>()->state().report.of(window.scene, window.ui.document(), {});
    const ReportSection* section = report.find(Section::answers);
    return section ? section->answers : std::vector<ReportAnswer>{};
}

class EveryPanel : public testing::TestWithParam<PanelCase> {};

TEST_P(EveryPanel, DrawsWithNothingSelectedAndWithAPoint) {
    OffscreenUi window;
    in_both_languages(window, [&] { GetParam().draw(window); });
    const auto point = window.scene.atlas.find_point("trapezius_upper/TrP1");
    ASSERT_TRUE(point);
    window.ui.act([&](Document& d) { return select_point(d, window.scene, *point); });
    in_both_languages(window, [&] { GetParam().draw(window); });
    EXPECT_NE(window.items.find(GetParam().item), nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Panels, EveryPanel,
    testing::Values(PanelCase{"tree",
                              [](OffscreenUi& window) {
                                  window.modes.panel<TreePanel>()->draw(window.ui, {0, 0, 280, 800});
                              },
                              "tree/trapezius_upper/TrP1"},
                    PanelCase{"card",
                              [](OffscreenUi& window) {
                                  window.modes.panel<CardPanel>()->draw(window.ui, {0, 0, 340, 800});
                              },
                              "point/TrP1"},
                    PanelCase{"chart", [](OffscreenUi& window) { draw_chart_panel(window.ui, whole); }, "chart"},
                    PanelCase{"top_bar",
                              [](OffscreenUi& window) {
                                  draw_top_bar(window.ui, {0, 0, 1280, 56});
                              },
                              "top/undo"},
                    PanelCase{"status_line",
                              [](OffscreenUi& window) {
                                  draw_status_line(window.ui, {0, 760, 1280, 38});
                              },
                              "status/left"},
                    PanelCase{"help", [](OffscreenUi& window) { draw_help_overlay(window.ui); }, "help/close"},
                    PanelCase{"export", [](OffscreenUi& window) { window.shell.export_dialog().draw(window.ui); },
                              "export/save"},
                    PanelCase{"shell",
                              [](OffscreenUi& window) {
                                  window.shell.draw(window.ui, {1280, 800});
                              },
                              "layout/focus"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(WayInCard, EveryComplaintAndRegionCanBeShown) {
    OffscreenUi window({400, 6000});  // nothing is below its end
    CardState& card = window.modes.panel<CardPanel>()->state();
    card.sources_open = card.flags_open = true;
    const auto draw = [&] { window.modes.panel<CardPanel>()->draw(window.ui, {0, 0, 340, 6000}); };
    for (const Wording wording : {Wording::plain, Wording::clinical}) {
        window.state.wording = wording;
        for (const Symptom& symptom : window.scene.symptoms->symptoms) {
            window.ui.act([&](Document& d) { return select_symptom(d, window.scene, symptom.id); });
            window.draw(1, draw);
            const Rect* first = window.items.find("answer/" + symptom.muscles.front());
            ASSERT_NE(first, nullptr) << symptom.id;
            if (!symptom.red_flags.empty()) {
                const Rect* flags = window.items.find("card/red_flags");
                ASSERT_NE(flags, nullptr) << symptom.id;
                EXPECT_LT(flags->y, first->y) << symptom.id;
            }
        }
        const auto& regions = window.scene.regions->set().regions;
        for (int i = 0; i < static_cast<int>(regions.size()); ++i) {
            window.ui.act([&](Document& d) { return select_region(d, window.scene, {i, Side::right}); });
            window.draw(1, draw);
            // Few zones reach some places (the mouth's inside); there a complaint leads on.
            const std::string& id = regions[static_cast<size_t>(i)].id;
            const bool complaint = std::ranges::any_of(window.scene.symptoms->symptoms, [&](const Symptom& s) {
                return std::ranges::find(s.regions, id) != s.regions.end() && window.items.find("complaint/" + s.id);
            });
            EXPECT_TRUE(complaint || !answers_of(window).empty()) << id;
        }
    }
}

TEST(WayInCard, RegionRanksMusclesByTheirZones) {
    OffscreenUi window;
    const int temple = window.scene.regions->set().find("temple");
    ASSERT_GE(temple, 0);
    window.ui.act([&](Document& d) { return select_region(d, window.scene, {temple, Side::right}); });
    const auto answers = answers_of(window);
    ASSERT_GE(answers.size(), 3u);
    std::vector<std::string> best;
    for (size_t i = 0; i < 4 && i < answers.size(); ++i) best.push_back(answers[i].id);
    EXPECT_NE(std::find(best.begin(), best.end(), "trapezius_upper"), best.end());
    for (size_t i = 1; i < answers.size(); ++i) EXPECT_LE(answers[i].score, answers[i - 1].score);
}

TEST(CardPanel, EveryMuscleInBothWordings) {
    OffscreenUi window({400, 6000});
    window.modes.panel<CardPanel>()->state().sources_open = true;
    const auto draw = [&] { window.modes.panel<CardPanel>()->draw(window.ui, {0, 0, 340, 6000}); };
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const Wording wording : {Wording::plain, Wording::clinical}) {
            window.state.wording = wording;
            for (int i = 0; i < static_cast<int>(window.scene.atlas.muscles.size()); ++i) {
                window.ui.act([&](Document& d) { return select_muscle(d, window.scene, i); });
                window.draw(1, draw);
                EXPECT_NE(window.items.find("card/why"), nullptr);
            }
        }
    }
}

TEST(MessageBanner, SaysHowManyProblemsAndOpensTheDetails) {
    OffscreenUi window;
    auto& problems = window.context.loaded.problems;
    const Problems before = problems;
    problems = {
        {.file = "x.json", .line = 3, .pointer = "/muscles/0", .expected = "a name", .got = "nothing", .advice = ""}};
    MessageBanner& banner = window.shell.banner();
    EXPECT_GT(banner.height(window.ui), 0);
    window.draw(3, [&] { banner.draw(window.ui, {0, 0, 700, 48}); });
    EXPECT_NE(window.items.find("banner/details"), nullptr);
    const float closed = banner.height(window.ui);
    banner.show_details();
    EXPECT_GT(banner.height(window.ui), closed);
    window.draw(3, [&] { banner.draw(window.ui, {0, 0, 700, 216}); });
    banner.close();
    EXPECT_EQ(banner.height(window.ui), 0);
    problems = before;
}

TEST(MessageBanner, SaysTheProblemsInTheLanguageThatIsShown) {
    OffscreenUi window;
    auto& problems = window.context.loaded.problems;
    const Problems before = problems;
    problems = {
        {.file = "x.json", .line = 3, .pointer = "/a", .expected = "a list of texts", .got = "7", .advice = ""}};
    MessageBanner& banner = window.shell.banner();
    banner.show_details();
    window.items.watch(true);
    const auto says = [&](std::string_view text) {
        window.draw(3, [&] { banner.draw(window.ui, {0, 0, 700, 216}); });
        return std::ranges::any_of(window.items.shown(), [&](const Items::Shown& one) { return one.what == text; });
    };
    EXPECT_TRUE(says("x.json:3: /a: expected a list of texts, got 7"));
    window.context.set_language(Language("fr"));
    EXPECT_TRUE(says("x.json:3: /a: attendu\u00a0: une liste de textes\u00a0; trouv\u00e9\u00a0: 7"));
    window.context.set_language(Language());
    problems = before;
}

TEST(ErrorPanel, ReplacesAPanelThatThrowsAndComesBackWhenAsked) {
    OffscreenUi window;
    int calls = 0;
    const auto broken = [&] {
        ++calls;
        begin_pane(window.ui, "broken", {0, 0, 300, 300}, window.look.colors.paper, 8);
        ImGui::BeginGroup();  // left open, as a real accident would
        throw std::runtime_error("the shelf fell down");
    };
    const auto other = [&] { draw_status_line(window.ui, {0, 760, 1280, 38}); };
    window.draw(3, [&] {
        guarded(window.ui, "Shelf", {0, 0, 300, 300}, broken);
        guarded(window.ui, "Status", {0, 760, 1280, 38}, other);
    });
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(window.state.broken.at("Shelf"), "the shelf fell down");
    EXPECT_NE(window.items.find("error/Shelf"), nullptr);
    EXPECT_NE(window.items.find("status/left"), nullptr) << "the other panels live on";
    window.state.broken.clear();
    window.draw(1, [&] { guarded(window.ui, "Shelf", {0, 0, 300, 300}, [&] { ++calls; }); });
    EXPECT_EQ(calls, 2);
}

TEST(Shell, ChartKeepsMostOfASmallWindow) {
    OffscreenUi window;
    for (const glm::vec2 size : {glm::vec2{800, 600}, {1280, 800}, {1920, 1080}}) {
        const ShellLayout l = window.shell.layout(window.ui, size);
        EXPECT_GE(l.chart.width, size.x * 0.45f) << size.x;
        EXPECT_GE(l.chart.height, size.y * 0.8f) << size.y;
        EXPECT_FALSE(l.chart.overlaps(l.left));
        EXPECT_FALSE(l.chart.overlaps(l.right));
        window.platform.resize(glm::ivec2(size));
        window.draw(3, [&] { window.shell.draw(window.ui, size); });
        EXPECT_NE(window.items.find("top/export"), nullptr) << size.x;
        // French words are longer: nothing may run out of the window or over its neighbour.
        window.context.set_language(Language("fr"));
        window.draw(3, [&] { window.shell.draw(window.ui, size); });
        const Rect* save = window.items.find("top/export");
        ASSERT_NE(save, nullptr) << size.x;
        EXPECT_LE(save->x + save->width, size.x);
        window.context.set_language(Language());
    }
    EXPECT_TRUE(window.state.broken.empty());
}

TEST(Shell, NarrowWindowShowsThePanelOpenedLast) {
    OffscreenUi window;
    window.state.last_opened = PanelSide::right;
    const ShellLayout l = window.shell.layout(window.ui, {800, 600});
    EXPECT_EQ(l.left.width, 0);
    EXPECT_GT(l.right.width, 0);
}

TEST(ExportPreview, IsTheExportInSmall) {
    OffscreenUi window;
    ChartExport request{.size = {800, 400}};
    select_point(request.document, window.scene, *window.scene.atlas.find_point("soleus/TrP1"));
    const Exporter& png = *find_exporter("x.png");
    EXPECT_EQ(preview_chart(window.context, window.renderer, png, request, {200, 300}).size, glm::ivec2(200, 100));
    const Image whole = preview_chart(window.context, window.renderer, png, request, {1000, 1000});
    EXPECT_EQ(whole.size, request.size) << "never larger than the export";
    const Image page = preview_chart(window.context, window.renderer, *find_exporter("x.pdf"), request, {300, 300});
    EXPECT_EQ(page.size.y, 300);
    EXPECT_NEAR(static_cast<double>(page.size.x), 300 / std::sqrt(2.), 2);
}

TEST(Undo, SaysTheNameOfAMuscleWithinASentence) {
    OffscreenUi window;
    window.context.set_language(Language("fr"));
    const Scene scene = window.context.scene();
    Document document;
    const Message message = select_muscle(document, scene, *scene.atlas.find_muscle("piriformis"));
    EXPECT_EQ(scene.phrase("Undo: {}", words(scene, message)),
              "Annuler \u00ab\u00a0Choisir muscle piriforme\u00a0\u00bb");
    window.context.set_language(Language());
}

TEST(TreePanel, PartsShareTheNameOfTheirMuscle) {
    const Atlas& atlas = OffscreenUi::shared_context().atlas();
    EXPECT_EQ(group_name(atlas, "trapezius"), "Trapezius");
    EXPECT_EQ(group_name(atlas, "no_such_muscle"), "No such muscle");
}

TEST(Platform, KeepsGlyphsOnTheGpuOnly) {
    OffscreenUi window;
    window.draw(2, [&] { window.shell.draw(window.ui, {1280, 800}); });
    // ImGui's back end builds the atlas again, with other settings, when it finds itself without a texture.
    EXPECT_EQ(ImGui::GetIO().Fonts->TexPixelsAlpha8, nullptr);
    EXPECT_EQ(ImGui::GetIO().Fonts->TexPixelsRGBA32, nullptr);
    EXPECT_NE(ImGui::GetIO().Fonts->TexID, nullptr);
}

TEST(ImGuiText, FitNeverCutsACharacterInHalf) {
    OffscreenUi window;
    for (float width = 5; width < 120; width += 3) {
        const std::string shortened =
            fit(window.ui, Face::body, "\u00c9l\u00e9vateur de la scapula \u2013 \u00e9pine", width);
        for (size_t i = 0; i < shortened.size();) {
            const auto byte = static_cast<unsigned char>(shortened[i]);
            const size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
            ASSERT_NE(byte & 0xC0, 0x80);
            ASSERT_LE(i + length, shortened.size());
            i += length;
        }
        EXPECT_LE(text_size(window.ui, Face::body, shortened).x, width);
    }
}

}  // namespace
}  // namespace myomap
