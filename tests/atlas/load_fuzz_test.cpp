// Damaged files: whatever the bytes, the loader answers with problems and never throws.

#include <random>

#include <gtest/gtest.h>

#include "atlas/load.h"
#include "atlas/search_texts.h"
#include "sample_file.h"

namespace myomap {
namespace {

using testing::good_text;
using testing::TemporaryFile;

LoadedAtlas load_damaged(const TemporaryFile& file, std::string_view content) {
    file.write(content);
    LoadedAtlas loaded;
    EXPECT_NO_THROW(loaded = testing::load_sample(file.path()));
    for (const Muscle& muscle : loaded.atlas.muscles)
        for (const TriggerPoint& point : muscle.trigger_points) {
            EXPECT_FALSE(point.zones.empty());
            for (const Zone& zone : point.zones) {
                EXPECT_FALSE(zone.strokes.empty());
            }
        }
    std::vector<SearchText> texts;
    add_muscle_texts(loaded.atlas, {}, texts);
    EXPECT_NO_THROW(SearchIndex(texts).find("temple"));
    return loaded;
}

TEST(LoadFuzz, EveryTruncationIsOneProblemInItsLastLine) {
    const std::string text = good_text();
    const TemporaryFile file("");
    for (std::size_t size = 1; size < text.size() - 2; size += 97) {
        const auto loaded = load_damaged(file, std::string_view(text).substr(0, size));
        ASSERT_EQ(loaded.problems.size(), 1u) << size;
        const auto lines = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n');
        EXPECT_EQ(loaded.problems[0].line, lines) << size;
    }
}

TEST(LoadFuzz, ChangedBytesNeverThrow) {
    const std::string good = good_text();
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
                    text.insert(at, 1, "{}[]\",:0-e.x\\"[random() % 13]);
                    break;
            }
        }
        load_damaged(file, text);
        if (round % 10 == 0) {
            EXPECT_NO_THROW(testing::check_sample(file.path()));
        }
    }
}

// Replaces each value in turn by one of another type, so that every member meets every wrong type.
TEST(LoadFuzz, WrongTypesNeverThrow) {
    const std::string good = good_text();
    const TemporaryFile file("");
    for (const std::string value : {"null", "[]", "{}", "-1", "\"\"", "[[[]]]", "{\"at\": {}}", "1e300", "true"})
        for (std::size_t colon = good.find("\": "); colon != std::string::npos; colon = good.find("\": ", colon + 1)) {
            const std::size_t begin = colon + 3;
            std::size_t end = begin;
            int depth = 0;
            for (bool in_string = false; end < good.size(); ++end) {
                const char c = good[end];
                if (c == '"') in_string = !in_string;
                if (in_string) continue;
                if (c == '{' || c == '[') ++depth;
                if ((c == '}' || c == ']') && --depth < 0) break;
                if (c == ',' && depth == 0) break;
            }
            std::string text = good;
            text.replace(begin, end - begin, value);
            const auto loaded = load_damaged(file, text);
            // What the schema refuses, the loader refuses too: `check` never knows more than opening the file.
            Problems checked;
            EXPECT_NO_THROW(checked = testing::check_sample(file.path()));
            EXPECT_EQ(checked.size(), loaded.problems.size()) << value << " for " << good.substr(begin, 40) << "\n"
                                                              << to_text(checked.back());
        }
}

}  // namespace
}  // namespace myomap
