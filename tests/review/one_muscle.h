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

// A dataset with its English and French texts; data["muscles"] are those of the dataset.
struct Sample {
    json data, en, fr;

    json& operator[](const char* key) { return data[key]; }
    const json& operator[](const char* key) const { return data[key]; }
    std::string first_id() const { return data["muscles"][0]["id"]; }
    json& words() { return en["muscles"][first_id()]; }  // of the first muscle
    json& french() { return fr["muscles"][first_id()]; }

    // One more muscle, or one more point of the first muscle, with the words of the first one.
    void add_muscle(json muscle) {
        for (json* texts : {&en, &fr})
            (*texts)["muscles"][muscle["id"].get<std::string>()] = (*texts)["muscles"][first_id()];
        data["muscles"].push_back(std::move(muscle));
    }
    void add_point(json point) {
        json& points = data["muscles"][0]["trigger_points"];
        for (json* texts : {&words(), &french()})
            texts->at("points")[point["id"].get<std::string>()] =
                texts->at("points")[points[0]["id"].get<std::string>()];
        points.push_back(std::move(point));
    }
};

inline Sample one_muscle() {
    const auto read = [](const char* file) {
        std::ifstream in(std::string(MYOMAP_SOURCE_DIR "/data/") + file);
        return json::parse(in);
    };
    Sample sample{read("trigger_points.json"), read("text/en.json"), read("text/fr.json")};
    json& data = sample.data;
    json muscle = data["muscles"][0];
    for (const char* others : {"synergists", "antagonists", "satellites"}) muscle[others] = json::array();
    data["muscles"] = json::array({muscle});
    const std::string text = muscle.dump(), id = muscle["id"], parent = muscle["parent"];
    for (auto source = data["sources"].begin(); source != data["sources"].end();)
        source = text.find('"' + source.key() + '"') == std::string::npos ? data["sources"].erase(source) : ++source;
    json notes = json::object();
    for (const auto& [key, source] : data["sources"].items())
        if (sample.fr["source_notes"].contains(key)) notes[key] = sample.fr["source_notes"][key];
    sample.fr["source_notes"] = std::move(notes);
    for (json* texts : {&sample.en, &sample.fr}) {
        (*texts)["muscles"] = json::object({{id, texts->at("muscles").at(id)}});
        (*texts)["parents"] = parent == id ? json::object() : json::object({{parent, texts->at("parents").at(parent)}});
    }
    return sample;
}

// A dataset and its texts read from files that are gone afterwards.
struct Opened {
    LoadedAtlas loaded;
    JsonDocument texts;  // English
    JsonDocument document;
    std::array<const Body*, 2> bodies;
    AtlasFields male, female;
    Muscles male_muscles, female_muscles;

    explicit Opened(const Sample& sample, const Body& first = body(BodyId::adult_male),
                    const Body& second = body(BodyId::adult_female))
        : document(read(sample, loaded, texts)),
          bodies{&first, &second},
          male(loaded.atlas, first),
          female(loaded.atlas, second),
          male_muscles(loaded.atlas, first, [] { return muscles(BodyId::adult_male).asset(); }),
          female_muscles(loaded.atlas, second, [] { return muscles(BodyId::adult_female).asset(); }) {}

    std::array<const Muscles*, 2> muscles_of() const { return {&male_muscles, &female_muscles}; }
    std::array<const AtlasFields*, 2> fields() const { return {&male, &female}; }
    Problems lint(const Problems& found = {}) const {
        return myomap::lint({loaded.atlas, document, texts, bodies, fields(), muscles_of(), found});
    }

private:
    static JsonDocument read(const Sample& sample, LoadedAtlas& loaded, JsonDocument& texts) {
        namespace fs = std::filesystem;
        const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + "_review");
        fs::create_directories(folder / "text");
        const fs::path file = folder / "points.json";
        std::ofstream(file) << sample.data.dump(1);
        for (const auto& [language, texts_of] : {std::pair{"en", sample.en}, {"fr", sample.fr}}) {
            json words = texts_of;
            // A test may paint other strokes than those that the shipped names are of.
            for (auto& muscle : words["muscles"])
                for (auto& point : muscle["points"]) point.erase("zone_names");
            std::ofstream(folder / "text" / (std::string(language) + ".json")) << words.dump(1);
        }
        JsonDocument document = read_json(file);
        loaded = load_atlas(file, landmarks().names());
        for (const char* language : {"en", "fr"}) texts_in(Language(language), loaded);
        texts = read_json(text_file(loaded.text_folder, Language()));
        EXPECT_TRUE(loaded.problems.empty()) << to_text(loaded.problems.front());
        fs::remove_all(folder);
        return document;
    }
};

}  // namespace myomap::test
