#pragma once
// data/trigger_points.json and the folder `text` beside it -> Atlas. Every problem is collected; whatever is valid
// still opens.

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "atlas/atlas.h"
#include "atlas/point_spec.h"
#include "atlas/texts.h"
#include "base/problem.h"

namespace myomap {

struct LoadedAtlas {
    Atlas atlas;                        // the valid rest: a bad zone drops the zone, a bad point the point, ...
    Problems problems;                  // empty for good files; of the dataset first, then of the texts
    std::map<Language, Texts> texts{};  // what was read: English, and the languages that were shown or searched
    std::filesystem::path file{};
    std::filesystem::path text_folder{};
    bool texts_must_fit = true;         // the texts are the dataset's own, and nothing of it was left out
    std::optional<WordIds> word_ids{};  // what these texts are also compared with: they are the program's own
};

// Where the texts of a dataset are: in `text` beside it, or in `spare_texts` where it has no such folder (a copy of the
// dataset that someone edits by itself).
std::filesystem::path text_folder(const std::filesystem::path& dataset, const std::filesystem::path& spare_texts = {});
std::filesystem::path text_file(const std::filesystem::path& folder, const Language& language);

// Never throws for bad content: a file that is missing, too large (over 64 MB), not UTF-8 or not JSON gives an empty
// atlas and one problem. Unknown landmark names, duplicate ids, wrong types, radii outside (0, 40], zones without
// strokes, unknown sources, regions or muscles each give one problem with its line and JSON pointer. What is wrong with
// the texts never leaves out a muscle; see texts.h. `word_ids`: what else `spare_texts`, the program's own, have words
// for.
LoadedAtlas load_atlas(const std::filesystem::path& file, const LandmarkNames& landmarks, const Language& language = {},
                       const std::filesystem::path& spare_texts = {}, const WordIds* word_ids = nullptr);

// The texts of one more language for an atlas that has been loaded. The first call reads the file; problems are added
// to `loaded.problems`.
const Texts& texts_in(const Language& language, LoadedAtlas& loaded);

// All that `myomap check` says: load_atlas's problems with the texts of every language and, where it found none at a
// place, those of the JSON Schemas. `schemas` is data/schema.
Problems check_dataset(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schemas, const std::filesystem::path& spare_texts = {},
                       const WordIds* word_ids = nullptr);

// The same about one file of texts, wherever it lies: as a language of that dataset, whose own texts are read beside
// it.
Problems check_text_file(const std::filesystem::path& file, const std::filesystem::path& dataset,
                         const LandmarkNames& landmarks, const std::filesystem::path& schemas,
                         const std::filesystem::path& spare_texts, const WordIds* word_ids);

}  // namespace myomap
