#pragma once
// data/symptoms.json: complaints, each with the muscles it may come from and its warning signs. Their words come from
// the texts (texts.h), by id.

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/words.h"
#include "base/problem.h"

namespace myomap {

struct Symptom {
    std::string id;                    // "temporal_headache"
    std::vector<std::string> muscles;  // ids, most often drawn or reported as the cause first; never empty
    Confidence confidence = Confidence::low;
    std::vector<std::string> sources;                      // keys into Atlas::sources
    std::vector<std::string> regions;                      // skin region ids, may be empty
    bool anywhere = false;                                 // is felt anywhere: the regions are examples
    bool nerve = false;                                    // a nerve may be behind it, as its note says
    std::vector<std::string> red_flags;                    // ids into SymptomIndex::red_flags; each exists
    std::map<std::string, SymptomText, std::less<>> text;  // by language, those that were read; "en" always

    const SymptomText& in(std::string_view language) const;  // English where the language was not read
};

// A warning sign, to be read before anything about muscles.
struct RedFlag {
    std::string id;
    std::map<std::string, std::string, std::less<>> text;   // by language, those that were read; "en" always
    std::map<std::string, std::string, std::less<>> brief;  // likewise, one line; may lack one
    std::vector<std::string> sources;                       // web addresses
    bool emergency = false;                                 // help is needed at once
    // Ideas that together tell of it, whatever else is said: {"fever", "neck"}. What words say them is in the
    // vocabularies; "body" is any part of the body.
    std::vector<std::vector<std::string>> told_by;

    const std::string& in(std::string_view language) const;  // English where the language was not read
    // All of it where there is no brief one.
    const std::string& brief_in(std::string_view language) const;
    // What the brief one begins with, up to its colon: "Clot in the leg".
    std::string name_in(std::string_view language) const;
};

struct SymptomIndex {
    std::string license;
    std::vector<Symptom> symptoms;  // in the order of the file, from head to foot
    std::vector<RedFlag> red_flags;

    // nullptr where there is none.
    const Symptom* find_symptom(std::string_view id) const;
    const RedFlag* find_red_flag(std::string_view id) const;

    // Every idea that a sign is told by, once.
    std::vector<std::string> ideas() const;
};

// What the file may refer to. An empty set is not checked (the file it would come from is not there).
struct SymptomNames {
    using Set = std::set<std::string, std::less<>>;
    Set muscles;
    Set sources;
    Set regions;
};

struct LoadedSymptoms {
    SymptomIndex index;  // the valid rest: an unknown muscle is left out of the list, a bad complaint is left out whole
    Problems problems;   // empty for a good file
};

// Never throws for bad content, as load_atlas.
LoadedSymptoms load_symptoms(const std::filesystem::path& file, const SymptomNames& names);

// load_symptoms's problems and, where it found none at a place, those of the JSON Schema
// (data/schema/symptoms.schema.json).
Problems check_symptoms(const std::filesystem::path& file, const SymptomNames& names,
                        const std::filesystem::path& schema);

}  // namespace myomap
