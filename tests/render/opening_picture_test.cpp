#include "render/opening_picture.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

#include "render/gl_context.h"

namespace myomap {
namespace {

Image small_image() {
    Image image{{3, 2}, {}};
    for (int i = 0; i < 3 * 2 * 4; ++i) image.rgba.push_back(static_cast<std::uint8_t>(10 * i));
    return image;
}

class OpeningFile : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / ("opening." + std::to_string(::getpid()));
    std::filesystem::path file = folder / "new" / "opening.picture";

    void SetUp() override { std::filesystem::create_directories(file.parent_path()); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void put(const std::string& content) const { std::ofstream(file, std::ios::binary) << content; }
};

TEST_F(OpeningFile, ComesBackAsItWasWithItsRowsTurnedUp) {
    ASSERT_TRUE(write_opening_picture(file, 77, small_image()));
    const auto read = read_opening_picture(file);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->key, 77u);
    EXPECT_EQ(read->size, glm::ivec2(3, 2));
    const auto& top_first = small_image().rgba;
    const std::vector<std::uint8_t> lower(top_first.begin() + 12, top_first.end());
    EXPECT_EQ(std::vector(read->rgba.begin(), read->rgba.begin() + 12), lower);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(file.parent_path()), {}), 1);
}

TEST_F(OpeningFile, ThatIsNotWholeIsNone) {
    EXPECT_FALSE(read_opening_picture(file)) << "missing";
    ASSERT_TRUE(write_opening_picture(file, 77, small_image()));
    const std::string good = bytes();
    put(good.substr(0, good.size() - 1));
    EXPECT_FALSE(read_opening_picture(file)) << "cut short";
    put(good + "x");
    EXPECT_FALSE(read_opening_picture(file)) << "longer";
    put("x" + good.substr(1));
    EXPECT_FALSE(read_opening_picture(file)) << "another kind of file";
    put("");
    EXPECT_FALSE(read_opening_picture(file)) << "empty";
    std::string wide = good;
    wide[16] = wide[17] = wide[18] = '\x7f';  // the width
    put(wide);
    EXPECT_FALSE(read_opening_picture(file)) << "of a damaged width";
    put(good);
    EXPECT_TRUE(read_opening_picture(file));
}

TEST_F(OpeningFile, ThatCantBeWrittenIsNoError) {
    put("");
    std::ofstream(folder / "file") << "in the way";
    EXPECT_FALSE(write_opening_picture(folder / "file" / "opening.picture", 1, small_image()));
}

TEST_F(OpeningFile, BecomesATexture) {
    const OffscreenGl gl;
    ASSERT_TRUE(write_opening_picture(file, 1, small_image()));
    const OpeningPicture picture = *read_opening_picture(file);
    const GlTexture texture = make_texture(picture);
    glBindTexture(GL_TEXTURE_2D, texture);
    std::vector<std::uint8_t> back(picture.rgba.size());
    glGetTexImage(GL_TEXTURE_2D, 0, GL_RGBA, GL_UNSIGNED_BYTE, back.data());
    EXPECT_EQ(back, picture.rgba);
}

TEST_F(OpeningFile, KeyNamesAllThatIsDrawnAndNothingElse) {
    std::ofstream(folder / "mesh") << "one";
    const std::vector<std::filesystem::path> made_with{folder / "mesh"};
    Picture plain;
    plain.size = {640, 400};
    plain.views.push_back({{0, 0, 320, 400}, {}, "Anterior", "", ""});
    plain.under_skin.looks.resize(2);
    const std::uint64_t key = picture_key(plain, made_with);
    const auto with = [&](auto change) {
        Picture changed = plain;
        change(changed);
        return picture_key(changed, made_with);
    };
    EXPECT_EQ(with([](Picture&) {}), key);
    EXPECT_EQ(with([](Picture& p) { p.caption = "painted on top"; }), key);
    EXPECT_EQ(with([](Picture& p) { p.views[0].title = "painted on top"; }), key);

    EXPECT_NE(with([](Picture& p) { p.size.x = 641; }), key);
    EXPECT_NE(with([](Picture& p) { p.body = BodyId::adult_female; }), key);
    EXPECT_NE(with([](Picture& p) { p.theme = Theme::dark; }), key);
    EXPECT_NE(with([](Picture& p) { p.scale = 2; }), key);
    EXPECT_NE(with([](Picture& p) { p.style = Style::line_art; }), key);
    const auto layer = [](Color fill) { return PaintLayer{"a", {{5}, {255}}, {.fill = fill}, ""}; };
    EXPECT_NE(with([&](Picture& p) { p.layers = {layer({1})}; }), key);
    EXPECT_NE(with([&](Picture& p) { p.layers = {layer({1})}; }), with([&](Picture& p) { p.layers = {layer({2})}; }));
    EXPECT_NE(with([](Picture& p) { p.under_skin.layers = LayerMode::glass; }), key);
    EXPECT_NE(with([](Picture& p) { p.under_skin.looks[1].shown = true; }), key);
    EXPECT_NE(with([](Picture& p) { p.under_skin.looks[1].rgba = 0x11223344; }), key);
    EXPECT_NE(with([](Picture& p) { p.views[0].rect.width = 319; }), key);
    EXPECT_NE(with([](Picture& p) { p.views[0].camera.height_cm = 100; }), key);
    EXPECT_NE(with([](Picture& p) { p.views[0].camera.orientation.y = 0.1f; }), key);
    EXPECT_NE(with([](Picture& p) { p.views[0].camera.reach_cm = 5; }), key);
    EXPECT_NE(with([](Picture& p) { p.views.push_back(p.views[0]); }), key);

    std::filesystem::last_write_time(folder / "mesh",
                                     std::filesystem::last_write_time(folder / "mesh") + std::chrono::seconds(1));
    EXPECT_NE(picture_key(plain, made_with), key) << "the mesh is another one";
}

}  // namespace
}  // namespace myomap
