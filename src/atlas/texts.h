#pragma once
// data/text/<language>.json: every word a reader sees, by the ids of the dataset, so that a translator never touches
// geometry. Texts are laid over an atlas; laying another language over it keeps muscles, points and zones in place, so
// that evaluated fields stay valid.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "base/json_document.h"
#include "base/problem.h"

namespace myomap {

// nullopt where the file has no such key (or a bad value), so that another language can stand in.
using Prose = std::optional<std::string>;
using ProseList = std::optional<std::vector<std::string>>;

struct PointTexts {
    Prose place;
    ProseList zones;  // in the order of the dataset's zones
    ProseList symptoms;
    Prose note;
};

struct MuscleTexts {
    Prose name;
    ProseList synonyms;
    Prose origin, insertion, action, innervation;
    ProseList symptoms, overload, signs, confused_with, self_care;
    Prose needling_caution;
    Prose note;
    std::map<std::string, PointTexts, std::less<>> points;
};

struct Texts {
    Language language = Language::en;
    std::map<std::string, std::string, std::less<>> regions;
    std::map<std::string, std::string, std::less<>> structures;  // tendons and fasciae that have a shape
    std::map<std::string, std::string, std::less<>> parents;     // whole muscles of several rows
    std::map<std::string, MuscleTexts, std::less<>> muscles;
};

struct LoadedTexts {
    Texts texts;
    Problems problems;
};

// What a text file is compared with.
struct TextScope {
    const Atlas* atlas = nullptr;    // null: the file is only read
    const Texts* english = nullptr;  // what stands in for a missing text; null for the English file itself
    bool complete = true;            // the atlas is whole: ids that it lacks and lists that do not fit are faults
};

// Never throws for bad content. A wrong type or language, a list of zones of a wrong length and an English text that is
// missing are errors; a text that is missing in another language, an unknown key or id are warnings; each with its
// line.
LoadedTexts read_texts(const JsonDocument& document, const TextScope& scope = {});
LoadedTexts load_texts(const std::filesystem::path& file, const TextScope& scope = {});

// Fills every text of the atlas from `wanted`, from `fallback` where that has none, otherwise with "".
void apply_texts(const Texts& wanted, const Texts& fallback, Atlas& atlas);

}  // namespace myomap
