// data/text/LANGUAGE.json, read for an atlas and laid over it.

#include "atlas/texts.h"
#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "fr.json");
    const Texts& english = small_atlas().texts.at(Language());
    const WordIds ids{{"temple"}, {"temporal_headache"}, {"sudden_headache"}};
    const JsonDocument document = read_json(file);
    LoadedTexts loaded = read_texts(document, {&small_atlas().atlas, &english, true, &ids});
    read_out(loaded.problems, file);
    if (document.root) read_out(missing_phrases(document, loaded.texts, english), file);
    Atlas atlas = small_atlas().atlas;
    apply_texts(loaded.texts, english, atlas);
    const Phrases& phrases = loaded.texts.phrases;
    for (const auto& [key, translated] : phrases.translations()) phrases(key, "x");
    for (const auto& [key, forms] : phrases.counted())
        for (const long number : {0L, 1L, 2L, 5L, 1000000L, -1L}) phrases.count(key, number);
}

std::vector<std::string> seeds() {
    std::vector<std::string> all = seeds_from({"tests/data/atlas/text/en.json", "tests/data/atlas/text/fr.json"});
    for (const char* name : {"data/text/en.json", "data/text/fr.json"}) {
        auto tree = nlohmann::ordered_json::parse(bytes_of(source(name)));
        for (auto& section : tree)
            while (section.is_structured() && section.size() > 3) section.erase(std::prev(section.end()));
        all.push_back(tree.dump(1));
    }
    return all;
}

const Registered texts({"texts", run, seeds, "text.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
