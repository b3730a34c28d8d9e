// export and sheet: what ends up in the files, and what is said when it can't.

#include <algorithm>
#include <set>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stb/stb_image.h>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class ExportCommand : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("export_") + info->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_)) names.insert(entry.path().filename().string());
        return names;
    }

    fs::path folder_;
};

struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;

    explicit Pixels(const std::string& path) {
        int channels = 0;
        unsigned char* data = stbi_load(path.c_str(), &width, &height, &channels, 3);
        if (!data) return;
        rgb.assign(data, data + static_cast<size_t>(width) * static_cast<size_t>(height) * 3);
        stbi_image_free(data);
    }
    // Share of pixels that are clearly red: a painted zone.
    double red() const {
        size_t count = 0;
        for (size_t i = 0; i < rgb.size(); i += 3) count += rgb[i] > 120 && rgb[i + 1] < 80 && rgb[i + 2] < 80;
        return static_cast<double>(count) * 3 / static_cast<double>(rgb.size());
    }
    double background() const {
        size_t count = 0;
        for (size_t i = 0; i < rgb.size(); i += 3)
            count +=
                std::equal(rgb.begin() + static_cast<long>(i), rgb.begin() + static_cast<long>(i) + 3, rgb.begin());
        return static_cast<double>(count) * 3 / static_cast<double>(rgb.size());
    }
};

TEST_F(ExportCommand, PngHasTheAskedSizeAndShowsBodyAndZones) {
    const Outcome run = run_myomap("export --point trapezius_upper/TrP1 --size 640x480 -o " + file("a.png"));
    ASSERT_EQ(run.code, 0) << run.err;
    const Pixels image(file("a.png"));
    EXPECT_EQ(image.width, 640);
    EXPECT_EQ(image.height, 480);
    EXPECT_LT(image.background(), 0.85);
    EXPECT_GT(image.red(), 0.005);
    EXPECT_EQ(files().size(), 1u);

    ASSERT_EQ(run_myomap("export --point trapezius_upper/TrP1 --size 640x480 --no-spillover -o " + file("b.png")).code,
              0);
    const Pixels less(file("b.png"));
    EXPECT_NE(less.red(), image.red()) << "without the dots, and the rest larger";
    EXPECT_GT(less.red(), 0.005);
}

TEST_F(ExportCommand, ThePatientsRightIsOnTheOtherEdgeThanTheLeft) {
    // Seen from the front the patient's right is on the picture's left.
    for (const char* side : {"right", "left"}) {
        const std::string path = file(std::string(side) + ".png");
        ASSERT_EQ(run_myomap("export --point trapezius_upper/TrP1 --view anterior --no-labels --size 400x600 --side " +
                             std::string(side) + " -o " + path)
                      .code,
                  0);
        const Pixels image(path);
        double sum = 0, count = 0;
        for (int y = 0; y < 540; ++y)  // above the legend
            for (int x = 0; x < 400; ++x) {
                const unsigned char* p = image.rgb.data() + (y * 400 + x) * 3;
                if (p[0] > 120 && p[1] < 80 && p[2] < 80) sum += x, ++count;
            }
        ASSERT_GT(count, 0);
        if (side == std::string("right"))
            EXPECT_LT(sum / count, 200);
        else
            EXPECT_GT(sum / count, 200);
    }
}

TEST_F(ExportCommand, PdfKeepsItsWordsAsText) {
    const Outcome run = run_myomap("export --point trapezius_upper/TrP1 --side right --view plate -o " + file("a.pdf"));
    ASSERT_EQ(run.code, 0) << run.err;
    const std::string text = run_shell("pdftotext -layout " + file("a.pdf") + " -").out;
    EXPECT_THAT(text,
                AllOf(HasSubstr("Trapezius, upper fibres"), HasSubstr("patient's right"), HasSubstr("patient's left"),
                      HasSubstr("Musculus trapezius"), HasSubstr("Essential"), HasSubstr("Spillover"),
                      HasSubstr("Sources of what is shown"), HasSubstr("not a diagnosis"), HasSubstr("Page 1 of")));
    const std::string info = run_shell("pdfinfo " + file("a.pdf")).out;
    EXPECT_THAT(info, AllOf(HasSubstr("Trapezius, upper fibres"), HasSubstr("(A4)")));
    const std::string across = file("b.pdf");
    ASSERT_EQ(run_myomap("export --muscle trapezius_upper --paper letter --landscape -o " + across).code, 0);
    EXPECT_THAT(run_shell("pdfinfo " + across).out, HasSubstr("792 x 612 pts (letter)"));
    EXPECT_THAT(run_shell("pdfimages -list " + file("a.pdf")).out, HasSubstr("300"));
}

TEST_F(ExportCommand, SpeaksFrench) {
    ASSERT_EQ(run_myomap("export --language fr --point trapezius_upper/TrP1 -o " + file("a.pdf")).code, 0);
    const std::string text = run_shell("pdftotext -layout " + file("a.pdf") + " -").out;
    EXPECT_THAT(text, AllOf(HasSubstr("trap\u00e8ze"), HasSubstr("Sources de ce qui est montr\u00e9"),
                            HasSubstr("confiance"), testing::Not(HasSubstr("patient's"))));
}

TEST_F(ExportCommand, APlainPageCitesBooksInOneLineAndNothingThatWasOnlyCompared) {
    const std::string point = "export --point gluteus_minimus_anterior/anterior_1 --words ";
    ASSERT_EQ(run_myomap(point + "plain -o " + file("a.pdf")).code, 0);
    ASSERT_EQ(run_myomap(point + "clinical -o " + file("b.pdf")).code, 0);
    const std::string plain = run_shell("pdftotext " + file("a.pdf") + " -").out;
    const std::string clinical = run_shell("pdftotext " + file("b.pdf") + " -").out;
    EXPECT_THAT(plain, AllOf(HasSubstr("Sources: Travell"), HasSubstr("What helps"), testing::Not(HasSubstr("chapter")),
                             testing::Not(HasSubstr("TS2-9")), testing::Not(HasSubstr("github"))));
    EXPECT_THAT(clinical, AllOf(HasSubstr("Textbooks"), HasSubstr("chapter 9"), HasSubstr("TS2-9"),
                                HasSubstr("Compared with"), HasSubstr("Origin")));
}

TEST_F(ExportCommand, WhatAFormatHasNoUseForIsRefused) {
    for (const auto& [arguments, name] : {std::pair{"--words plain", "a.png"},
                                          {"--paper Letter", "a.png"},
                                          {"--landscape", "a.png"},
                                          {"--size 640x480", "a.pdf"},
                                          {"--scale 2", "a.pdf"}}) {
        const Outcome run = run_myomap(std::string("export ") + arguments + " -o " + file(name));
        EXPECT_EQ(run.code, 2) << arguments << " " << name;
        EXPECT_THAT(run.err, HasSubstr("is of no use for a")) << arguments;
    }
    EXPECT_EQ(run_myomap("export --words plain --paper A4 -o " + file("a.json")).code, 0);
}

TEST_F(ExportCommand, APictureMayBeFlat) {
    EXPECT_EQ(run_myomap("export --point soleus/TrP1 --size 1600x64 -o " + file("a.png")).code, 0);
}

TEST_F(ExportCommand, AComplaintHasItsWarningSignsBeforeItsMuscles) {
    ASSERT_EQ(run_myomap("export --symptom plantar_heel_pain -o " + file("a.pdf")).code, 0);
    const std::string text = run_shell("pdftotext " + file("a.pdf") + " -").out;
    const auto signs = text.find("is it something else"), muscle = text.find("Soleus");
    ASSERT_NE(signs, std::string::npos);
    ASSERT_NE(muscle, std::string::npos);
    EXPECT_LT(signs, muscle);
    ASSERT_EQ(run_myomap("export --region heel -o " + file("b.png")).code, 0);
    const Outcome region = run_myomap("export --region heal -o " + file("c.png"));
    EXPECT_EQ(region.code, 2);
    EXPECT_THAT(region.err, HasSubstr("heel"));
    EXPECT_EQ(run_myomap("export --region heel --symptom ear_pain -o " + file("c.png")).code, 2);
}

TEST_F(ExportCommand, UnknownIdsGetSuggestions) {
    const Outcome typo = run_myomap("export --point trapezius_uper/TrP1 -o " + file("a.png"));
    EXPECT_EQ(typo.code, 2);
    EXPECT_THAT(typo.err, AllOf(HasSubstr("trapezius_uper/TrP1"), HasSubstr("trapezius_upper/TrP1")));
    const Outcome point = run_myomap("export --point trapezius_upper/TrP99 -o " + file("a.png"));
    EXPECT_EQ(point.code, 2);
    EXPECT_THAT(point.err, HasSubstr("trapezius_upper/TrP1"));
    const Outcome muscle = run_myomap("export --muscle qqqq -o " + file("a.png"));
    EXPECT_EQ(muscle.code, 2);
    EXPECT_THAT(muscle.err, HasSubstr("myomap list"));
    EXPECT_TRUE(files().empty());
}

TEST_F(ExportCommand, AScaleThatIsNoNumberIsRefused) {
    const Outcome run = run_myomap("export --scale nan -o " + file("nan.png"));
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("nan"));
    EXPECT_TRUE(files().empty());
}

TEST_F(ExportCommand, UnwritablePlacesAreSaidAndNothingIsLeft) {
    const Outcome folder = run_myomap("export -o " + file("missing/a.png"));
    EXPECT_EQ(folder.code, 2);
    EXPECT_THAT(folder.err, AllOf(HasSubstr("missing/a.png"), HasSubstr("No such file or directory")));
    EXPECT_EQ(std::ranges::count(folder.err, '\n'), 1) << folder.err;
    const Outcome format = run_myomap("export -o " + file("a.gif"));
    EXPECT_EQ(format.code, 2);
    EXPECT_THAT(format.err, AllOf(HasSubstr(".png"), HasSubstr(".pdf")));
    EXPECT_TRUE(files().empty());
}

TEST_F(ExportCommand, NoRoomForTheFileLeavesTheOldOne) {
    std::ofstream(folder_ / "a.png") << "old";
    // 8 blocks are less than the picture needs.
    const Outcome run = run_myomap("export --size 640x480 -o " + file("a.png"), "ulimit -f 8;");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("a.png"), HasSubstr("File too large")));
    EXPECT_EQ(read_text(file("a.png")), "old");
    EXPECT_EQ(files().size(), 1u);
}

TEST_F(ExportCommand, BrokenDatasetsAreUsedAsFarAsTheyGo) {
    std::string text = read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json");
    text.replace(text.find("\"latin\": "), 9, "\"latni\": ");
    std::ofstream(folder_ / "typo.json") << text;
    const Outcome part =
        run_myomap("export --muscle temporalis --size 320x240 --data " + file("typo.json") + " -o " + file("a.png"));
    EXPECT_EQ(part.code, 0) << part.err;
    EXPECT_THAT(part.err, HasSubstr("myomap check"));
    std::ofstream(folder_ / "none.json") << "{";
    const Outcome none = run_myomap("export --data " + file("none.json") + " -o " + file("b.png"));
    EXPECT_EQ(none.code, 1);
    EXPECT_THAT(none.err, HasSubstr("none.json"));
    EXPECT_FALSE(fs::exists(file("b.png")));
}

TEST_F(ExportCommand, SheetHasATileForEachPoint) {
    const Outcome run = run_myomap("sheet --muscle trapezius_upper --tile 300x260 -o " + file("sheet.png"));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, file("sheet.png") + "\n");
    const Pixels image(file("sheet.png"));
    EXPECT_GT(image.width, 2 * 300);
    EXPECT_LT(image.width, 3 * 300);
    EXPECT_GT(image.red(), 0.001);
    ASSERT_EQ(run_myomap("sheet --muscle trapezius_upper --side left -o " + file("sheet.pdf")).code, 0);
    EXPECT_THAT(run_shell("pdftotext " + file("sheet.pdf") + " -").out,
                AllOf(HasSubstr("trapezius_upper/TrP1"), HasSubstr("trapezius_upper/TrP2"), HasSubstr("confidence"),
                      HasSubstr("left side")));
}

TEST_F(ExportCommand, ALongSheetGoesOnInFurtherFiles) {
    const Outcome run = run_myomap("sheet --region head_neck --columns 1 --tile 240x900 -o " + file("sheet.png"));
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(files().contains("sheet.png"));
    EXPECT_TRUE(files().contains("sheet-2.png"));
    EXPECT_EQ(static_cast<size_t>(std::ranges::count(run.out, '\n')), files().size());
    for (const auto& name : files()) EXPECT_LE(Pixels(file(name)).height, 16000) << name;
}

}  // namespace
}  // namespace myomap
