#pragma once
// The one context: everything loaded, owned in one place, destroyed in one order.

#include <array>
#include <memory>
#include <optional>

#include "app/resources.h"
#include "atlas/language.h"
#include "atlas/load.h"
#include "atlas/phrases.h"
#include "atlas/search.h"
#include "atlas/symptoms.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/body_regions.h"
#include "body/muscles.h"
#include "chart/drawing_fields.h"
#include "chart/scene.h"

namespace myomap {

struct Context {
    Resources resources;
    LoadedAtlas loaded;  // the atlas and what was wrong with its file
    std::array<std::unique_ptr<Body>, 2> bodies;
    std::array<std::unique_ptr<AtlasFields>, 2> fields;
    std::array<std::unique_ptr<Muscles>, 2> muscles;
    std::unique_ptr<BodyRegions> regions;
    std::unique_ptr<DrawingFields> drawn = std::make_unique<DrawingFields>();
    SymptomIndex symptoms;
    Languages languages;                  // that the program has texts in
    Phrases phrases;                      // of the language that is shown
    std::vector<std::string> list_heads;  // likewise; see Texts
    std::filesystem::path dataset;
    Problems other_problems;  // of regions, symptoms and phrases

    const Atlas& atlas() const { return loaded.atlas; }
    // What was wrong with any of the data files.
    Problems problems() const;
    Scene scene() const;

    // Keeps what was evaluated for a dataset of one's own, so that opening it again costs nothing. Failing to write is
    // no failure: it is evaluated again next time.
    void keep_fields(BodyId id);

    // Shows everything in another language: every text of atlas() is written anew, in about a millisecond once that
    // language has been read. One that the program doesn't have leaves English, and a problem that says so. Muscles,
    // points and zones stay in place, so fields, scenes and search indices stay valid; references and views into texts
    // do not.
    void set_language(const Language& language);

    // The texts of one language. The first call reads the file, and gives regions and complaints its words.
    const Texts& texts(const Language& language);
    // Those of every language there is.
    void read_all_texts();

    // Finds muscles, complaints, skin regions and warning signs by what is said of them in any language, all of which
    // are read for it, and by what people call them. Made when first asked for; serves whatever language is shown
    // later.
    const SearchIndex& search();

private:
    std::unique_ptr<SearchIndex> search_;
    std::map<Language, Texts> own_texts_;  // the program's, where the dataset came with others

    const Texts& own_texts(const Language& language);
    void add_own_words(const Language& language);
    friend std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>&, const Language&);
};

// Loads the dataset (`dataset`, or the shipped one) with its texts, landmarks and both bodies. Problems of the dataset
// are kept in `loaded`; a missing body or landmark file throws ResourceError or AssetError.
std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>& dataset = {},
                                      const Language& language = {});

}  // namespace myomap
