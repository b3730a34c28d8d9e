// data/text/words/LANGUAGE.json, and what a search makes of it.

#include "atlas/search.h"
#include "atlas/vocabulary.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "en.json");
    const LoadedVocabulary loaded = load_vocabulary(file);
    read_out(loaded.problems, file);
    const std::vector<Vocabulary> vocabularies{loaded.vocabulary};
    const std::vector<SearchText> texts{{SearchKind::muscle, 0, -1, 1, Language(), "Temporalis, little finger"},
                                        {SearchKind::warning, 0, -1, 1, Language(), "stiff neck with fever"}};
    const std::vector<SignRule> rules{{0, {"fever", "neck"}}, {0, {"body"}}};
    SearchIndex(texts, vocabularies, rules).find("my pinky hurts, no fever and a stiff neck");
}

std::vector<std::string> seeds() {
    std::vector<std::string> all;
    for (const char* name : {"data/text/words/en.json", "data/text/words/fr.json"}) {
        auto tree = nlohmann::ordered_json::parse(bytes_of(source(name)));
        for (auto& section : tree)
            while (section.is_structured() && section.size() > 6) section.erase(std::prev(section.end()));
        all.push_back(tree.dump(1));
    }
    return all;
}

const Registered vocabulary({"words", run, seeds, "words.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
