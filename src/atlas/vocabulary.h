#pragma once
// data/text/words/<language>.json: what people call the things that the atlas has other words for. Patients' words for
// parts of the body and sensations, clinicians' abbreviations, the phrases that tell of a complaint or a warning sign.

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "atlas/language.h"
#include "base/problem.h"

namespace myomap {

struct Vocabulary {
    struct Same {
        std::string say, means;  // "pinky", "little finger"
    };
    using Phrases = std::map<std::string, std::vector<std::string>, std::less<>>;  // by id

    Language language;
    std::vector<std::string> ignored;  // words that say nothing: "my", "hurts", "left"
    std::vector<std::string> body;     // words for parts of the body, which say most
    std::vector<Same> same;
    Phrases complaints, warnings, muscles, regions;
    Phrases ideas;                     // how people say what warning signs are told by (RedFlag::told_by): "fever"
    std::vector<std::string> denials;  // "no", "without": before an idea they take it back
};

// Ids that a vocabulary may have phrases for. An empty list is not checked.
struct VocabularyIds {
    std::vector<std::string> complaints, warnings, muscles, regions, ideas;
};

struct LoadedVocabulary {
    Vocabulary vocabulary;
    Problems problems;  // empty for a good file
};

// Never throws for bad content: bad phrases and unknown ids are reported and left out.
LoadedVocabulary load_vocabulary(const std::filesystem::path& file, const VocabularyIds& ids = {});

// Of each language that has one; a language may do without. What is wrong is added to `problems`.
std::vector<Vocabulary> load_vocabularies(const std::filesystem::path& texts, std::span<const Language> languages,
                                          Problems& problems);

// load_vocabulary's problems and, where it found none at a place, those of the JSON Schema
// (data/schema/words.schema.json).
Problems check_vocabulary(const std::filesystem::path& file, const VocabularyIds& ids,
                          const std::filesystem::path& schema);

// Where the words of a language are, beside its texts.
std::filesystem::path vocabulary_file(const std::filesystem::path& texts, const Language& language);

}  // namespace myomap
