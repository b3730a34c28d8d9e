// Pictures of the real program against pictures that a person has looked at (tests/golden/*.png).
// After a wanted change look at what the failed run left in the test output folder, then take it over with
//     MYOMAP_BLESS=1 ctest -R golden

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../cli/run_myomap.h"
#include "pictures.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

struct Case {
    const char* name;
    const char* arguments;  // of `myomap export`
    bool pdf = false;
    std::vector<Rect> crops = {};  // marks, labels, muscles: where a small difference is a fault
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

const Case cases[] = {
    {"plate", "--size 480x360 --scale 0.65"},
    {"head_neck", "--view head_neck --muscle trapezius_upper --size 480x360 --scale 0.65"},
    {"essential",
     "--point trapezius_upper/TrP1 --no-spillover --no-area --size 480x360 --scale 0.65",
     false,
     {{170, 191, 10, 12}, {88, 186, 20, 20}, {68, 195, 18, 14}, {338, 186, 22, 18}}},
    {"spillover",
     "--point trapezius_upper/TrP1 --view right --size 480x360 --scale 0.65",
     false,
     {{138, 216, 10, 12}, {203, 236, 20, 18}}},
    {"autonomic", "--point trapezius_middle/TrP7 --size 480x360 --scale 0.65"},
    {"both_sides", "--point masseter_superficial/C --side both --view anterior --size 480x360 --scale 0.65"},
    {"visit", "--chart '" MYOMAP_SOURCE_DIR "/tests/data/chart/full_visit.myomap' --size 640x440 --scale 0.65"},
    {"visit_head",
     "--chart '" MYOMAP_SOURCE_DIR "/tests/data/chart/full_visit.myomap' --view head_neck --size 640x440 --scale 0.65"},
    {"kept_six",
     "--chart '" MYOMAP_SOURCE_DIR "/tests/data/chart/kept_six.myomap' --view head_neck --size 640x440 --scale 0.65"},
    {"visit_a4", "--chart '" MYOMAP_SOURCE_DIR "/tests/data/chart/full_visit.myomap' --language fr", true},
    {"dark", "--point trapezius_upper/TrP1 --theme dark --size 480x360 --scale 0.65"},
    {"female", "--point scm_sternal/mid_upper --body female --side left --size 480x360 --scale 0.65"},
    {"glass", "--muscle piriformis --layer glass --size 480x360 --scale 0.65"},
    {"muscles",
     "--layer muscles --size 480x360 --scale 0.65",
     false,
     {{72, 85, 30, 20},
      {40, 120, 15, 30},
      {65, 170, 20, 40},
      {92, 170, 20, 40},
      {235, 80, 38, 50},
      {230, 150, 45, 25},
      {222, 230, 18, 35},
      {265, 230, 18, 35}}},
    {"muscle_names",
     "--muscle infraspinatus --layer muscles --view posterior --size 480x480 --scale 0.65",
     false,
     {{262, 79, 9, 11},
      {302, 115, 9, 11},
      {176, 124, 40, 36},
      {60, 115, 30, 40},
      {140, 90, 35, 40},
      {115, 285, 30, 60},
      {215, 170, 30, 50}}},
    {"one_layer_off", "--layer 1 --size 480x360 --scale 0.65"},
    {"two_layers_off", "--layer 2 --size 480x360 --scale 0.65"},
    {"three_layers_off", "--layer 3 --size 480x360 --scale 0.65"},
    {"four_layers_off", "--layer 4 --size 480x360 --scale 0.65"},
    {"bones", "--layer bones --size 480x360 --scale 0.65"},
    {"lying_over", "--muscle subscapularis --around over --size 480x360 --scale 0.65"},
    {"line_art", "--point gluteus_medius/TrP2 --layer muscles --style line_art --size 480x360 --scale 0.65"},
    {"line_art_skin", "--point trapezius_upper/TrP1 --style line_art --size 480x360 --scale 0.65"},
    {"label_columns", "--point serratus_anterior/TrP1 --size 600x420 --scale 0.75"},
    {"outlined_limbs", "--point gracilis/upper_mid --size 480x360 --scale 0.65"},
    {"from_below", "--point levator_ani/pubococcygeal --size 480x360 --scale 0.65"},
    {"symptom_in_glass", "--symptom low_back_pain --layer glass --size 480x360 --scale 0.65"},
    {"low_confidence", "--point pectoralis_major_sternal/arrhythmia --size 480x360 --scale 0.65"},
    {"page_a4", "--point trapezius_upper/TrP1", true},
    {"page_letter_landscape", "--muscle trapezius_upper --body female --paper Letter --landscape", true},
};

fs::path draw(const Case& one, const fs::path& folder) {
    const fs::path picture = folder / (std::string(one.name) + ".png");
    const fs::path file = one.pdf ? folder / (std::string(one.name) + ".pdf") : picture;
    fs::remove(picture);
    const Outcome run = run_myomap("export " + std::string(one.arguments) + " -o '" + file.string() + "'",
                                   "SOURCE_DATE_EPOCH=1700000000");
    EXPECT_EQ(run.code, 0) << run.err;
    if (one.pdf)
        run_shell("pdftoppm -r 60 -f 1 -l 1 -singlefile -png '" + file.string() + "' '" + (folder / one.name).string() +
                  "'");
    return picture;
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, LooksAsItWasApproved) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "golden";
    fs::create_directories(folder);
    test::expect_as_approved(draw(GetParam(), folder), GetParam().name, GetParam().crops);
}

INSTANTIATE_TEST_SUITE_P(Pictures, Golden, testing::ValuesIn(cases),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

}  // namespace
}  // namespace myomap
