#pragma once
// data/text/<language>.json: every word a reader sees in that language, those of muscles, regions and complaints by the
// ids of the data files, those of the program by their English, so that a translator touches this one file and never
// geometry. Texts are laid over an atlas; laying another language over it keeps muscles, points and zones in place, so
// that evaluated fields stay valid. The file beside a dataset of one's own may have the words of its muscles alone.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/phrases.h"
#include "atlas/words.h"
#include "base/json_document.h"
#include "base/problem.h"

namespace myomap {

struct RegionSet;
struct SymptomIndex;

// nullopt where the file has no such key (or a bad value), so that another language can stand in.
using Prose = std::optional<std::string>;
using ProseList = std::optional<std::vector<std::string>>;

struct PointTexts {
    Prose place;
    ProseList zones;    // in the order of the dataset's zones
    Prose place_plain;  // the same for patients
    ProseList zones_plain;
    std::optional<std::vector<std::vector<std::string>>> zone_names;  // as zones: one name, or one for each stroke
    ProseList symptoms;
    Prose note;
};

struct MuscleTexts {
    Prose name;
    ProseList synonyms;
    Prose origin, insertion, action, does, innervation;
    ProseList symptoms, overload, signs, confused_with, self_care;
    Prose needling_caution;
    Prose note;
    std::map<std::string, PointTexts, std::less<>> points;
};

struct Texts {
    Language language;
    std::vector<std::string> list_heads;  // what every name begins with and lists leave out: "Muscle "
    std::map<std::string, std::string, std::less<>> regions;
    std::map<std::string, std::string, std::less<>> structures;  // tendons and fasciae that have a shape
    std::map<std::string, std::string, std::less<>> parents;     // whole muscles of several rows
    std::map<std::string, std::string, std::less<>>
        source_notes;  // by the source's key; English ones are in the dataset
    std::map<std::string, MuscleTexts, std::less<>> muscles;
    std::map<std::string, RegionNames, std::less<>> skin_regions;
    std::map<std::string, SymptomText, std::less<>> symptoms;
    std::map<std::string, std::string, std::less<>> red_flags, red_flags_brief;
    Phrases phrases;
};

struct LoadedTexts {
    Texts texts;
    Problems problems;
};

// Ids that the texts beside the program's own data have words for.
struct WordIds {
    std::vector<std::string> regions, symptoms, red_flags;
};
WordIds word_ids(const RegionSet& regions, const SymptomIndex& symptoms);

// What a text file is compared with.
struct TextScope {
    const Atlas* atlas = nullptr;    // null: the file is only read
    const Texts* english = nullptr;  // what stands in for a missing text; null for the English file itself
    bool complete = true;            // the atlas is whole: ids that it lacks and lists that do not fit are faults
    const WordIds* ids = nullptr;    // null: words of regions and complaints, and the head, are only read
};

// Never throws for bad content. A wrong type or language, a list of zones of a wrong length and an English text that is
// missing are errors; a text that is missing in another language, an unknown key or id are warnings; each with its
// line.
LoadedTexts read_texts(const JsonDocument& document, const TextScope& scope = {});
LoadedTexts load_texts(const std::filesystem::path& file, const TextScope& scope = {});

// Where a language other than English has no translation of a phrase that `model`, another one, translates: one warning
// for each, with the line where "phrases" stands.
Problems missing_phrases(const JsonDocument& document, const Texts& texts, const Texts& model);

// Ids of whole muscles that are no row of their own, and so need a name.
std::vector<std::string_view> parents_of(const Atlas& atlas);

// Lays the words of one more language over regions and complaints; ids without any keep English, or their id.
void add_words(const Texts& texts, RegionSet& regions);
void add_words(const Texts& texts, SymptomIndex& symptoms);

// Fills every text of the atlas from `wanted`, from `fallback` where that has none, otherwise with "".
void apply_texts(const Texts& wanted, const Texts& fallback, Atlas& atlas);

}  // namespace myomap
