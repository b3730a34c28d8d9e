#pragma once
// A dataset of the shipped one's first muscle and what it needs, to be changed by a test; and what the lint says of it.

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "../support/real_bodies.h"
#include "review/lint.h"

namespace myomap::test {

using nlohmann::json;

inline json one_muscle() {
    std::ifstream in(MYOMAP_SOURCE_DIR "/data/trigger_points.json");
    json data = json::parse(in);
    const json muscle = data["muscles"][0];
    data["muscles"] = json::array({muscle});
    const std::string text = muscle.dump();
    for (auto source = data["sources"].begin(); source != data["sources"].end();)
        source = text.find('"' + source.key() + '"') == std::string::npos ? data["sources"].erase(source) : ++source;
    return data;
}

// A dataset read from a file that is gone afterwards.
struct Opened {
    LoadedAtlas loaded;
    JsonDocument document;
    std::array<const Body*, 2> bodies;
    AtlasFields male, female;

    explicit Opened(const json& data, const Body& first = body(BodyId::adult_male),
                    const Body& second = body(BodyId::adult_female))
        : document(read(data, loaded)),
          bodies{&first, &second},
          male(loaded.atlas, first),
          female(loaded.atlas, second) {}

    std::array<const AtlasFields*, 2> fields() const { return {&male, &female}; }
    Problems lint() const { return myomap::lint({loaded.atlas, document, bodies, fields()}); }

private:
    static JsonDocument read(const json& data, LoadedAtlas& loaded) {
        const std::filesystem::path file =
            std::filesystem::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + "_review.json");
        std::ofstream(file) << data.dump(1);
        JsonDocument document = read_json(file);
        loaded = load_atlas(file, landmarks().names());
        EXPECT_TRUE(loaded.problems.empty()) << to_text(loaded.problems.front());
        std::filesystem::remove(file);
        return document;
    }
};

}  // namespace myomap::test
