// Layers of paint, asked of the pixels: which of many is where, and whether patterns stay whole, upright and even.

#include <algorithm>
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <glm/gtc/quaternion.hpp>

#include "chart/views.h"
#include "render/gl_context.h"
#include "render/layer_painter.h"
#include "render/pattern_places.h"
#include "render/renderer.h"
#include "support/patch.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const Body& body() { return test::body(BodyId::adult_male); }

// The front, `height_cm` of it around a place, turned by so many degrees.
Picture front(glm::vec2 middle, float height_cm, float turned = 0, glm::ivec2 size = {400, 400}) {
    Picture picture;
    picture.size = size;
    PictureView view;
    view.rect = {0, 0, static_cast<float>(size.x), static_cast<float>(size.y)};
    view.camera.orientation = glm::angleAxis(glm::radians(turned), glm::vec3{0, 1, 0});
    view.camera.target = body().query().raycast({middle.x, middle.y, 300}, {0, 0, -1})->position;
    view.camera.height_cm = height_cm;
    picture.views = {view};
    return picture;
}

Paint pattern_paint(Pattern pattern, Border border = Border::none) {
    return {.fill = {0x00000000}, .pattern = pattern, .ink = {0x000000ff}, .border = border, .edge = {0x000000ff}};
}

class Layers : public testing::Test {
protected:
    OffscreenGl gl;
    Renderer renderer{test::scene(), MYOMAP_SOURCE_DIR "/assets/shaders"};

    Image draw(const Picture& picture, Quality quality = Quality::fine) {
        renderer.render(picture, quality);
        return renderer.read_back();
    }
    Image without_paint(Picture picture, Quality quality = Quality::fine) {
        picture.layers.clear();
        return draw(picture, quality);
    }
};

glm::vec3 at(const Image& image, int x, int y) {
    const size_t i = 4 * (static_cast<size_t>(y) * static_cast<size_t>(image.size.x) + static_cast<size_t>(x));
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
}

// Connected dark spots of the ink of a pattern.
struct Spot {
    int pixels = 0;
    glm::ivec2 low{1 << 20}, high{-1};
    glm::vec2 centroid{0};
};

std::vector<Spot> spots_of(const Image& painted, const Image& bare) {
    const glm::ivec2 size = painted.size;
    std::vector<bool> dark(static_cast<size_t>(size.x * size.y));
    const auto index = [&](int x, int y) { return static_cast<size_t>(y * size.x + x); };
    for (int y = 0; y < size.y; ++y)
        for (int x = 0; x < size.x; ++x) dark[index(x, y)] = at(painted, x, y).y < 0.55f * at(bare, x, y).y;
    std::vector<Spot> spots;
    for (int y = 0; y < size.y; ++y)
        for (int x = 0; x < size.x; ++x) {
            if (!dark[index(x, y)]) continue;
            Spot& spot = spots.emplace_back();
            std::vector<glm::ivec2> open{{x, y}};
            dark[index(x, y)] = false;
            while (!open.empty()) {
                const glm::ivec2 p = open.back();
                open.pop_back();
                ++spot.pixels;
                spot.low = min(spot.low, p);
                spot.high = max(spot.high, p);
                spot.centroid += glm::vec2(p);
                for (int v = std::max(0, p.y - 1); v <= std::min(size.y - 1, p.y + 1); ++v)
                    for (int u = std::max(0, p.x - 1); u <= std::min(size.x - 1, p.x + 1); ++u)
                        if (dark[index(u, v)]) {
                            dark[index(u, v)] = false;
                            open.push_back({u, v});
                        }
            }
            spot.centroid /= static_cast<float>(spot.pixels);
        }
    return spots;
}

int median_size(std::vector<Spot> spots) {
    if (spots.empty()) return 0;
    std::ranges::nth_element(spots, spots.begin() + static_cast<std::ptrdiff_t>(spots.size() / 2), {}, &Spot::pixels);
    return spots[spots.size() / 2].pixels;
}

// Forty-eight overlapping spots on the trunk, each of a colour of its own. Painted once all alike and once each in its
// colour, the ratio of the two pictures is the colour without light and form: whose paint lies at a pixel.
TEST_F(Layers, FortyEightAtOnceAreToldApartByTheirIds) {
    Picture picture = front({0, 112}, 56);
    const auto value = [](int step, int steps) {
        return 40u + 160u * static_cast<unsigned>(step) / static_cast<unsigned>(steps - 1);
    };
    for (int i = 0; i < 48; ++i) {
        const Color color{value(i % 4, 4) << 24 | value(i / 4 % 4, 4) << 16 | value(i / 16, 3) << 8 | 0xff};
        const float x = 4.0f * static_cast<float>(i % 6) - 10, y = 94 + 4.6f * static_cast<float>(i / 6);
        picture.layers.push_back(
            {"area/" + std::to_string(i), test::front_patch(body(), x, y, 2.9f), {.fill = color}, ""});
    }
    Picture alike = picture;
    for (PaintLayer& layer : alike.layers) layer.paint.fill = {0xc8c8c8ff};
    const Image colored = draw(picture, Quality::draft), grey = draw(alike, Quality::draft);

    std::set<std::string> found;
    int asked = 0, wrong = 0;
    for (int y = 1; y < picture.size.y; y += 3)
        for (int x = 1; x < picture.size.x; x += 3) {
            const Ray ray = unproject(picture.views[0], {x + 0.5f, y + 0.5f});
            const auto hit = body().query().raycast(ray.origin, ray.direction);
            if (!hit) continue;
            // Clear of the borders, where two colours mix.
            const PaintLayer* top = nullptr;
            bool clear = true;
            for (const PaintLayer& layer : picture.layers) {
                const float here = layer.field.at(hit->vertex);
                if (here > 0.95f)
                    top = &layer, clear = true;
                else if (here > 0.02f)
                    clear = false;
            }
            if (!top || !clear) continue;
            const glm::vec3 color = at(colored, x, y) / at(grey, x, y) * 200.f;
            const PaintLayer* nearest = nullptr;
            float least = 1e9f;
            for (const PaintLayer& layer : picture.layers) {
                const std::uint32_t c = layer.paint.fill.rgba;
                const float off = distance(color, glm::vec3{c >> 24, c >> 16 & 255, c >> 8 & 255});
                if (off < least) least = off, nearest = &layer;
            }
            ++asked;
            wrong += nearest->id != top->id;
            if (nearest->id == top->id) found.insert(top->id);
        }
    EXPECT_GT(asked, 1000);
    EXPECT_LE(wrong, asked / 50);
    EXPECT_EQ(found.size(), 48u);
}

// A pattern under another one, and in a pass after the first four: each shows where the other is not.
class LayersOf : public Layers, public testing::WithParamInterface<int> {};
constexpr int at_once = 6;
INSTANTIATE_TEST_SUITE_P(Patterns, LayersOf, testing::Range(0, pattern_count, at_once));

TEST_P(LayersOf, LoseNothingWhereAnotherDoesNotLie) {
    Picture picture = front({0, 112}, 40);
    std::vector<Paint> paints;
    for (int pattern = GetParam(); pattern < std::min(GetParam() + at_once, pattern_count); ++pattern) {
        paints.push_back(pattern_paint(static_cast<Pattern>(pattern), Border::line));
        paints.back().fill = {0x3a2a1c4d};
    }
    paints.back().border = Border::broken;
    for (size_t i = 0; i < paints.size(); ++i)
        picture.layers.push_back(
            {std::to_string(i), test::front_patch(body(), 4.f * static_cast<float>(i) - 10, 112, 4), paints[i], ""});
    for (const Style style : {Style::shaded, Style::line_art}) {
        picture.style = style;
        const Image all = draw(picture);
        for (size_t i = 0; i < paints.size(); ++i) {
            Picture others = picture;
            others.layers.erase(others.layers.begin() + static_cast<std::ptrdiff_t>(i));
            const Image rest = draw(others);
            int changed = 0, elsewhere = 0;
            for (int y = 0; y < all.size.y; ++y)
                for (int x = 0; x < all.size.x; ++x) {
                    if (distance(at(all, x, y), at(rest, x, y)) < 30) continue;
                    ++changed;
                    const float cm = (static_cast<float>(x) - 200) / pixels_per_cm(picture.views[0]);
                    elsewhere += std::abs(cm - (4 * static_cast<float>(i) - 10)) > 5;
                }
            EXPECT_GT(changed, 150) << i << " in style " << static_cast<int>(style);
            EXPECT_EQ(elsewhere, 0) << i << " in style " << static_cast<int>(style);
        }
    }
}

// While one of many grows the others are not made anew; nobody is to see that.
TEST_F(Layers, OneThatChangesAmongManyLooksAsIfAllWereNew) {
    Picture picture = front({0, 130}, 90);
    const AtlasFields& fields = test::scene().body_fields(BodyId::adult_male);
    for (int m = 0; m < 11; ++m)
        picture.layers.push_back({std::to_string(m),
                                  fields.zone({m * 7, 0}, 0, Side::left),
                                  pattern_paint(static_cast<Pattern>(1 + m % (pattern_count - 1)), Border::line),
                                  {}});
    for (const size_t changed : {0u, 6u, 10u}) {
        draw(picture);
        picture.layers[changed].field = fields.zone({100 + static_cast<int>(changed), 0}, 0, Side::left);
        picture.layers[changed].paint.fill = {0x2060a0ff};
        const Image kept = draw(picture);
        Renderer fresh(test::scene(), MYOMAP_SOURCE_DIR "/assets/shaders");
        fresh.render(picture, Quality::fine);
        EXPECT_EQ(kept.rgba, fresh.read_back().rgba) << changed;
    }
}

TEST_F(Layers, GlyphsAreWholeAndUprightAtEveryZoomAndTurn) {
    for (const Pattern pattern : {Pattern::stipple, Pattern::arrow_heads, Pattern::triangles})
        for (const float height_cm : {12.f, 40.f, 120.f})
            for (const float turned : {0.f, 35.f}) {
                Picture picture = front({5, 122}, height_cm, turned);
                picture.layers = {{"a", test::front_patch(body(), 5, 122, 5), pattern_paint(pattern), ""}};
                // A border that can't be seen, so that the dark spots are glyphs, which it must not cut.
                Picture bordered = picture;
                bordered.layers[0].paint.border = Border::line;
                bordered.layers[0].paint.edge = {0x00000000};
                const std::vector<Spot> spots = spots_of(draw(bordered), without_paint(picture));
                SCOPED_TRACE(testing::Message()
                             << static_cast<int>(pattern) << " at " << height_cm << " cm, turned " << turned);
                ASSERT_GE(spots.size(), height_cm > 100 ? 2u : 8u);
                const int median = median_size(spots);
                int cut = 0, upright = 0;
                for (const Spot& spot : spots) {
                    cut +=
                        spot.pixels < (turned == 0 ? 0.55 : 0.25) * median;  // foreshortened where the body turns away
                    const glm::vec2 middle = 0.5f * glm::vec2(spot.low + spot.high);
                    upright += spot.centroid.y > middle.y;  // a triangle stands on its base
                }
                // Of the few pixels that a glyph has from far away, a slanting skin takes more.
                EXPECT_LE(cut, std::max(height_cm > 100 ? 2 : 0, static_cast<int>(spots.size()) / 20));
                if (pattern == Pattern::triangles && height_cm < 100) {
                    EXPECT_GE(upright, static_cast<int>(spots.size()) * 9 / 10);
                }
            }
}

TEST_F(Layers, LinesStayFiveToTwelvePixelsApartAtEveryZoom) {
    for (const float height_cm : {6.f, 12.f, 21.f, 40.f, 90.f, 160.f}) {
        Picture picture = front({5, 105}, height_cm);
        picture.layers = {{"a", test::front_patch(body(), 5, 105, 7), pattern_paint(Pattern::lines), ""}};
        const Image painted = draw(picture), bare = without_paint(picture);
        std::vector<int> starts;
        for (int y = 1; y < 400; ++y) {
            const auto dark = [&](int row) { return at(painted, 200, row).y < 0.6f * at(bare, 200, row).y; };
            if (dark(y) && !dark(y - 1)) starts.push_back(y);
        }
        ASSERT_GE(starts.size(), 2u) << height_cm;
        for (size_t i = 1; i < starts.size(); ++i) {
            EXPECT_GE(starts[i] - starts[i - 1], 5) << height_cm;
            EXPECT_LE(starts[i] - starts[i - 1], 12) << height_cm;
        }
    }
}

TEST_F(Layers, ABorderIsOneLineAndABrokenOneIsDashes) {
    for (const float height_cm : {15.f, 60.f}) {
        Picture picture = front({5, 112}, height_cm);
        picture.layers = {{"a", test::front_patch(body(), 5, 112, 4), pattern_paint(Pattern::solid, Border::line), ""}};
        const Image bare = without_paint(picture);
        const std::vector<Spot> whole = spots_of(draw(picture), bare);
        picture.layers[0].paint.border = Border::broken;
        const std::vector<Spot> dashes = spots_of(draw(picture), bare);
        EXPECT_EQ(whole.size(), 1u);
        const float round_px = 2 * 3.14159f * 4 * pixels_per_cm(picture.views[0]);
        EXPECT_GE(static_cast<float>(dashes.size()), round_px / 13.5f);
        EXPECT_LE(static_cast<float>(dashes.size()), round_px / 5.f);
    }
}

TEST(PatternPlaces, AreAsFarApartAsTheirLevelSaysAndNestedAtEveryZoom) {
    const SparseField field = test::front_patch(body(), 5, 115, 3);
    PatternPlaces places(body().skin(), field, {});
    const float steps[] = {look_of(Pattern::stipple).step_px, look_of(Pattern::arrow_heads).step_px};
    for (const float px_per_cm : {1.1f, 2.f, 4.f, 12.f, 40.f, 160.f})
        for (const float step : steps) {
            const PatternPlaces::Level level = places.level(step / px_per_cm);
            EXPECT_GE(level.spacing_cm * px_per_cm, 5);
            EXPECT_LE(level.spacing_cm * px_per_cm, 12) << px_per_cm;
            EXPECT_GT(level.count, level.spacing_cm < 3 ? 1u : 0u) << "a patch of 3 cm round holds several of those";
        }
    const std::vector<PatternPlace> fine = places.places();
    const PatternPlaces::Level coarse = places.level(1.2f);
    for (size_t i = 0; i < coarse.count; ++i) {
        EXPECT_EQ(places.places()[i].position, fine[i].position) << "no place moves when others join";
        for (size_t k = 0; k < i; ++k)
            EXPECT_GE(distance(fine[i].position, fine[k].position), coarse.spacing_cm * 0.999f);
    }
}

TEST(PatternPlaces, KnowTheirDistanceToTheBorderAndKeepOffWhatCovers) {
    const SparseField field = test::front_patch(body(), 5, 115, 4);
    const glm::vec3 middle = body().query().raycast({5, 115, 300}, {0, 0, -1})->position;
    PatternPlaces all(body().skin(), field, {});
    int near_border = 0;
    for (const PatternPlace& place : all.places()) {
        const float room = 4 - distance(place.position, middle);
        EXPECT_GT(room, -0.3f);
        if (room > 0.9f) continue;
        ++near_border;
        EXPECT_NEAR(place.room_cm, room, 0.5f);
    }
    EXPECT_GT(near_border, 20);

    std::vector<std::uint8_t> covered(body().skin().positions.size(), 0);
    for (std::uint32_t v = 0; v < covered.size(); ++v) covered[v] = body().skin().positions[v].x > 5 ? 255 : 0;
    PatternPlaces half(body().skin(), field, covered);
    EXPECT_LT(half.places().size(), all.places().size() * 2 / 3);
    for (const PatternPlace& place : half.places()) EXPECT_LT(place.position.x, 6);
}

}  // namespace
}  // namespace myomap
