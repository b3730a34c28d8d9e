// Damaged chart files: whatever the bytes, the reader answers with problems, never throws, and what it gives out can be
// written and read again.

#include <algorithm>
#include <random>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "sample_chart.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::sample_topology;
using testing::TemporaryFile;
using testing::visit_text;

void expect_sound(const SharedList<BrushStroke>& strokes) {
    for (const BrushStroke& stroke : strokes) {
        EXPECT_FALSE(stroke.path.empty());
        EXPECT_TRUE(stroke.radius_cm > 0 && stroke.radius_cm <= 20);
        for (const SkinAnchor& anchor : stroke.path) EXPECT_TRUE(is_valid(anchor, sample_topology));
    }
}

LoadedDrawing load_damaged(const TemporaryFile& file, std::string_view content) {
    file.write(content);
    LoadedDrawing loaded;
    EXPECT_NO_THROW(loaded = load_drawing(file.path(), sample_topology));
    if (!loaded.drawing) {
        EXPECT_TRUE(has_errors(loaded.problems));
        return loaded;
    }
    for (const PainArea& area : loaded.drawing->areas) {
        EXPECT_TRUE(area.id >= 1 && area.id < loaded.drawing->next_id);
        expect_sound(area.strokes);
        for (const auto& score : {area.now, area.worst, area.usual})
            EXPECT_TRUE(!score || (*score >= 0 && *score <= 10));
    }
    for (const Finding& finding : loaded.drawing->findings) {
        EXPECT_TRUE(finding.anchor || !finding.point.empty());
        expect_sound(finding.felt);
    }
    for (const Note& note : loaded.drawing->notes) EXPECT_FALSE(note.path.empty());

    // Saved and opened it is the same, and says the same; but a wrong "next_id" has been worked out anew.
    const auto next_id = std::ranges::count(loaded.problems, "/next_id", &Problem::pointer);
    const std::string text = drawing_text(*loaded.drawing, sample_topology);
    const LoadedDrawing again = testing::load_text(text);
    EXPECT_EQ(again.drawing, loaded.drawing) << content;
    EXPECT_EQ(again.problems.size() + static_cast<std::size_t>(next_id), loaded.problems.size()) << content;
    return loaded;
}

TEST(DrawingFuzz, EveryTruncationIsOneProblem) {
    const std::string text = visit_text();
    const TemporaryFile file("");
    for (std::size_t size = 1; size < text.size() - 2; size += 37) {
        const auto loaded = load_damaged(file, std::string_view(text).substr(0, size));
        ASSERT_EQ(loaded.problems.size(), 1u) << size;
        EXPECT_FALSE(loaded.drawing);
    }
}

TEST(DrawingFuzz, ChangedBytesNeverThrow) {
    const std::string good = visit_text();
    const TemporaryFile file("");
    std::mt19937 random(1);
    for (int round = 0; round < 1500; ++round) {
        std::string text = good;
        for (int change = 0; change <= round % 4; ++change) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text[at] = static_cast<char>(text[at] ^ (1 << random() % 8));
                    break;
                case 2:
                    text.erase(at, random() % 20);
                    break;
                default:
                    text.insert(at, 1, "{}[]\",:0-e.x\\9"[random() % 14]);
                    break;
            }
        }
        load_damaged(file, text);
    }
}

// Each value in turn replaced by one of another kind: every member meets every wrong type and size.
TEST(DrawingFuzz, WrongValuesAreSaidAndNothingIsLost) {
    const json good = json::parse(visit_text());
    const json flat = good.flatten();
    std::vector<std::string> places;
    for (const auto& [pointer, leaf] : flat.items())
        for (std::string at = pointer; !at.empty(); at.erase(at.rfind('/')))
            if (std::ranges::find(places, at) == places.end()) places.push_back(at);
    const TemporaryFile file("");
    for (const char* value : {"null", "[]", "{}", "-1", "\"\"", "[[[]]]", "{\"at\": {}}", "1e300", "1e-300", "true",
                              "18446744073709551615", "\"not_examined\"", "[1,2,3,0.5,0.5]"})
        for (const std::string& place : places) {
            json tree = good;
            tree[json::json_pointer(place)] = json::parse(value);
            const std::string text = tree.dump(1);
            const LoadedDrawing loaded = load_damaged(file, text);
            // What the schema refuses, opening refuses too: `check` never knows more.
            EXPECT_TRUE(!loaded.problems.empty() || testing::check_text(text).empty()) << place << " = " << value;
        }
}

}  // namespace
}  // namespace myomap
