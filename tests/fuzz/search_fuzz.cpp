// What a person types, looked for in all that is shipped, in every language.

#include <cmath>

#include "atlas/search_texts.h"
#include "harness.h"
#include "shipped.h"
#include "study/typed_name.h"

namespace myomap::fuzz {
namespace {

struct Shipped {
    LoadedAtlas loaded = load_atlas(source("data/trigger_points.json"), landmark_names());
    SearchIndex index = make_index();

    SearchIndex make_index() {
        const std::vector<Language> languages = languages_in(loaded.text_folder);
        std::vector<const Texts*> others;
        for (const Language& language : languages) others.push_back(&texts_in(language, loaded));
        std::vector<SearchText> texts;
        add_muscle_texts(loaded.atlas, others, texts);
        const SymptomIndex symptoms = load_symptoms(source("data/symptoms.json"), {}).index;
        add_complaint_texts(symptoms, texts);
        Problems ignored;
        const auto words = load_vocabularies(loaded.text_folder, languages, ignored);
        for (const Vocabulary& each : words) add_phrases(each, loaded.atlas, &symptoms, nullptr, texts);
        return SearchIndex(texts, words, sign_rules(symptoms));
    }
};

constexpr std::size_t longest = 200;  // bytes; longer ones are only slower

void run(std::string_view bytes) {
    static const Shipped shipped;
    bytes = bytes.substr(0, longest);
    const auto hits = shipped.index.find(bytes, 20, Language("fr"));
    require(hits.size() <= 20, "too many hits");
    for (const SearchHit& hit : hits)
        require(hit.item >= 0 && std::isfinite(hit.score) && hit.score > 0, "a hit that fits nothing");
    named_muscle(shipped.loaded.atlas, bytes);
}

std::vector<std::string> seeds() {
    return {"headache behind my left eye",
            "m. trapezius pars descendens",
            "mal de tête, fièvre et nuque raide",
            "no fever, but a stiff neck; can't feel my legs",
            "SCM TrP1",
            "pectoralis",
            "\xC3\x89paule \xCC\x81 \xE2\x80\x8B"};
}

const Registered search({"search", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
