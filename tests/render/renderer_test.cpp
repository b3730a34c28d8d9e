#include "render/renderer.h"

#include <gtest/gtest.h>

#include "chart/compose.h"
#include "chart/hit.h"
#include "chart/standard_views.h"
#include "render/gl_context.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

class Rendering : public testing::Test {
protected:
    OffscreenGl gl;
    Renderer renderer{test::scene(), MYOMAP_SOURCE_DIR "/assets/shaders"};

    Picture picture_of(const Document& document, glm::ivec2 size = {640, 400}) const {
        return compose(test::scene(), document, {size, 1, true}, measure);
    }
};

struct Rgb {
    int r, g, b;
    bool paper() const { return r == 255 && g == 255 && b == 255; }
    bool red() const { return r > 1.8 * g && r > 1.8 * b && r > 60; }
};

Rgb at(const Image& image, int x, int y) {
    const size_t i = 4 * (static_cast<size_t>(y) * static_cast<size_t>(image.size.x) + static_cast<size_t>(x));
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
}

TEST_F(Rendering, SkinIsDrawnExactlyWhereAPickHitsIt) {
    const Document document;
    for (const Quality quality : {Quality::draft, Quality::fine}) {
        const Picture picture = picture_of(document);
        renderer.render(picture, quality);
        const Image image = renderer.read_back();
        int checked = 0, wrong = 0;
        for (int y = 5; y < picture.size.y - 40; y += 7) {
            for (int x = 5; x < picture.size.x; x += 7) {
                const Hit hit = hit_test(test::scene(), document, picture, {x + 0.5f, y + 0.5f});
                if (hit.view < 0) continue;
                ++checked;
                wrong += hit.skin.has_value() == at(image, x, y).paper();
            }
        }
        EXPECT_GT(checked, 3000);
        // Pixels that the silhouette runs through may fall either way.
        EXPECT_LT(wrong, checked / 60);
    }
}

// A bare skin is drawn with fewer triangles while it moves; nobody is to see it when the fine picture takes over.
TEST_F(Rendering, ABareDraftLooksLikeTheFinePicture) {
    for (const BodyId body : {BodyId::adult_male, BodyId::adult_female}) {
        Document document;
        document.view.body = body;
        const Picture picture = picture_of(document, {1000, 800});
        renderer.render(picture, Quality::draft);
        const Image draft = renderer.read_back();
        renderer.render(picture, Quality::fine);
        const Image fine = renderer.read_back();

        const auto paper_near = [](const Image& image, int x, int y) {
            for (int v = y - 1; v <= y + 1; ++v)
                for (int u = x - 1; u <= x + 1; ++u)
                    if (at(image, u, v).paper()) return true;
            return false;
        };
        int inside = 0, off_outline = 0;
        double difference = 0;
        for (int y = 1; y < picture.size.y - 1; ++y) {
            for (int x = 1; x < picture.size.x - 1; ++x) {
                const bool draft_paper = at(draft, x, y).paper(), fine_paper = at(fine, x, y).paper();
                off_outline += (draft_paper && !paper_near(fine, x, y)) || (fine_paper && !paper_near(draft, x, y));
                if (paper_near(draft, x, y) || paper_near(fine, x, y)) continue;
                ++inside;
                difference += std::abs(at(draft, x, y).g - at(fine, x, y).g);
            }
        }
        ASSERT_GT(inside, 50'000);
        EXPECT_LT(off_outline, inside / 1000);
        EXPECT_LT(difference / inside, 2.0);
    }
}

class RenderingPastLimbs : public testing::Test {
protected:
    OffscreenGl gl;
    Renderer renderer{test::scene_with_regions(), MYOMAP_SOURCE_DIR "/assets/shaders"};

    // One view of a body, without words.
    Image image_of(const Document& document, const Camera& camera) {
        Picture picture = compose(test::scene_with_regions(), document, {{600, 600}, 1, true}, measure);
        picture.views.resize(1);
        picture.views[0].rect = {0, 0, 600, 600};
        picture.views[0].camera = camera;
        picture.insets.clear();
        renderer.render(picture, Quality::fine);
        return renderer.read_back();
    }
};

// The hip above it must not hang over the other leg like a skirt.
TEST_F(RenderingPastLimbs, ALegThatIsLeftOutGoesOverIntoTheBodyWithoutAnEdge) {
    for (const BodyId body : body_ids) {
        Document document;
        document.view.body = body;
        const float hip = 0.47f * test::body(body).height_cm();
        Camera camera = standard_camera(StandardView::left, {0, hip, 0}, 40);
        camera.outlined = left_leg | arms;
        camera.unseen = arms;
        const Image image = image_of(document, camera);
        // Down through the hip into the thigh, neighbours are nearly alike.
        int sharpest = 0;
        for (int x = 270; x <= 330; x += 10)
            for (int y = 60; y < 540; ++y) {
                ASSERT_FALSE(at(image, x, y).paper());
                sharpest = std::max(sharpest, std::abs(at(image, x, y).g - at(image, x, y - 4).g));
            }
        EXPECT_LT(sharpest, 24);
    }
}

// Seen from below, thighs that are cut are an outline with a breath of tone, and hide what lies above the cut.
TEST_F(RenderingPastLimbs, ThighsThatAreCutAcrossAreNoBlanks) {
    for (const BodyId body : body_ids) {
        Document document;
        document.view.body = body;
        const float thigh = 0.44f * test::body(body).height_cm();
        Camera camera = standard_camera(StandardView::inferior, {0, thigh, 0}, 60);
        camera.reach_cm = 0;
        const Image image = image_of(document, camera);
        int dark = 0, toned = 0, skin = 0;
        for (int x = 140; x < 460; x += 4) {
            const Rgb pixel = at(image, x, 300);
            toned += pixel.r > pixel.b && pixel.g < 251;  // paper is paler
            skin += pixel.g < 205;
            dark += pixel.g < 60;
        }
        EXPECT_GT(toned, 40);
        EXPECT_LT(skin, 40) << "it is no disc of skin";
        EXPECT_LT(dark, 4);
    }
}

// A broad muscle of the back does not shine through belly and chest; a deep one shines through what lies before it.
TEST_F(Rendering, AMuscleOfTheFarSideDoesNotShineThroughTheWholeBody) {
    Document document;
    document.view.layers = LayerMode::muscles;
    document.view.show_labels = document.view.show_all_points = false;
    document.view.layout = Layout::plate;
    const auto blue = [&](const char* muscle, size_t view) {
        document.selection = MuscleSelection{muscle, ""};
        const Picture picture = picture_of(document, {1200, 800});
        renderer.render(picture, Quality::fine);
        const Image image = renderer.read_back();
        const Rect& rect = picture.views[view].rect;
        int count = 0;
        for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.y + rect.height); ++y)
            for (int x = static_cast<int>(rect.x); x < static_cast<int>(rect.x + rect.width); ++x)
                count += at(image, x, y).b > at(image, x, y).r + 8;
        return count;
    };
    EXPECT_LT(blue("latissimus_dorsi", 0), 200) << "from before: its edge at the flank";
    EXPECT_GT(blue("latissimus_dorsi", 1), 2000) << "from behind";
    EXPECT_GT(blue("psoas_major", 0), 400) << "deep within";
}

TEST_F(Rendering, EssentialZoneIsRedOnTheShownSideOnly) {
    Document document;
    document.selection = MuscleSelection{"trapezius_upper", "TrP1"};
    document.view.side = SideChoice::left;
    document.view.show_labels = document.view.show_muscle_area = false;
    const Picture picture = picture_of(document, {1200, 800});
    renderer.render(picture, Quality::fine);
    const Image image = renderer.read_back();
    const SparseField& essential = find_layer(picture, "essential")->field;
    const Body& body = test::body(document.view.body);
    int red = 0, mirrored_red = 0, counted = 0;
    for (size_t i = 0; i < essential.size(); ++i) {
        const std::uint32_t v = essential.vertices[i];
        const auto& left_view = picture.views[2];
        if (essential.values[i] < 200 || !(body.skin().visible_from[v] >> static_cast<int>(StandardView::left) & 1))
            continue;
        const glm::ivec2 p(project(left_view, body.skin().positions[v]));
        const glm::ivec2 q(project(picture.views[3], body.skin().positions[body.skin().mirror[v]]));
        ++counted;
        red += at(image, p.x, p.y).red();
        mirrored_red += at(image, q.x, q.y).red();
    }
    ASSERT_GT(counted, 30);
    EXPECT_GT(red, counted * 9 / 10);
    EXPECT_EQ(mirrored_red, 0);
}

TEST_F(Rendering, UnchangedViewsAreNotDrawnAgain) {
    Document document;
    renderer.render(picture_of(document), Quality::fine);
    EXPECT_EQ(renderer.views_drawn(), 4);
    renderer.render(picture_of(document), Quality::fine);
    EXPECT_EQ(renderer.views_drawn(), 0);
    renderer.render(picture_of(document), Quality::draft);
    EXPECT_EQ(renderer.views_drawn(), 0) << "a fine view serves as a draft";
    document.view.show_labels = false;
    renderer.render(picture_of(document), Quality::fine);
    EXPECT_EQ(renderer.views_drawn(), 0) << "labels are not part of the skin";
    document.selection = MuscleSelection{"temporalis", ""};
    renderer.render(picture_of(document), Quality::fine);
    EXPECT_EQ(renderer.views_drawn(), 4);
    Picture moved = picture_of(document);
    moved.views[1].camera.height_cm *= 1.1f;
    renderer.render(moved, Quality::fine);
    EXPECT_EQ(renderer.views_drawn(), 1) << "one changed view is redrawn alone";
}

TEST_F(Rendering, CachedPictureEqualsAFreshOne) {
    Document document;
    renderer.render(picture_of(document), Quality::fine);
    document.selection = MuscleSelection{"masseter_superficial", ""};
    document.view.body = BodyId::adult_female;
    const Picture picture = picture_of(document);
    renderer.render(picture, Quality::fine);
    const Image cached = renderer.read_back();
    Renderer fresh(test::scene(), MYOMAP_SOURCE_DIR "/assets/shaders");
    fresh.render(picture, Quality::fine);
    EXPECT_EQ(cached.rgba, fresh.read_back().rgba);
}

TEST_F(Rendering, SpilloverDotsDoNotMoveWhenTheViewTurns) {
    // Body-space dots: seen from the same side at the same scale, a pan of whole pixels moves the picture rigidly.
    Document document;
    document.selection = MuscleSelection{"semispinalis_capitis", ""};
    document.view.side = SideChoice::left;
    document.view.layout = Layout::single;
    document.view.show_labels = document.view.show_muscle_area = false;
    document.view.single.orientation = glm::angleAxis(glm::radians(-100.f), glm::vec3{0, 1, 0});
    document.view.single.target = {0, 160, 4};
    document.view.single.height_cm = 40;
    renderer.render(picture_of(document), Quality::draft);
    const Image before = renderer.read_back();
    const Picture picture = picture_of(document);
    const float cm_per_px = 1 / pixels_per_cm(picture.views[0]);
    document.view.single.target += glm::inverse(document.view.single.orientation) * glm::vec3{10 * cm_per_px, 0, 0};
    renderer.render(picture_of(document), Quality::draft);
    const Image after = renderer.read_back();
    int red = 0, moved = 0;
    for (int y = 40; y < 330; ++y) {
        for (int x = 60; x < 560; ++x) {
            if (!at(before, x, y).red()) continue;
            ++red;
            moved += at(after, x - 10, y).red();
        }
    }
    ASSERT_GT(red, 200);
    EXPECT_GT(moved, red * 95 / 100);
}

TEST_F(Rendering, ImpossibleSizesAreRefusedInWords) {
    Picture picture = picture_of({});
    picture.size = {0, 100};
    EXPECT_THROW(renderer.render(picture, Quality::fine), RenderError);
    picture.size = {1000000, 100};
    try {
        renderer.render(picture, Quality::fine);
        FAIL();
    } catch (const RenderError& error) {
        EXPECT_NE(std::string(error.what()).find("1000000 x 100"), std::string::npos);
    }
}

TEST_F(Rendering, MissingShadersAreNamed) {
    try {
        Renderer broken(test::scene(), MYOMAP_TEST_OUTPUT "/no_such_folder");
        broken.render(picture_of({}), Quality::draft);
        FAIL();
    } catch (const RenderError& error) {
        EXPECT_NE(std::string(error.what()).find("skin.vert"), std::string::npos);
    }
}

}  // namespace
}  // namespace myomap
