// The head of a text file, which the list of languages is made of.

#include "atlas/language.h"
#include "harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const Languages languages(file_of(bytes, "language/fr.json").parent_path());
    for (const LanguageEntry& entry : languages.all())
        require(!entry.name.empty() && !entry.label.empty() && entry.name.size() <= 100, "a language without a name");
    languages.after(Language("fr"));
}

std::vector<std::string> seeds() {
    return {bytes_of(source("data/text/fr.json")).substr(0, 1500), R"({"name": "x", "a": [[1]], "muscles": {}})"};
}

const Registered language({"language", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
