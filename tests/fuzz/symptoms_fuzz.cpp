// data/symptoms.json: complaints and warning signs.

#include "atlas/search_texts.h"
#include "atlas/symptoms.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedSymptoms loaded = load_symptoms(
        file, {{"trapezius_upper", "temporalis", "suboccipitals"}, {}, {"temple", "forehead", "back_of_head"}});
    read_out(loaded.problems, file);
    for (const Symptom& symptom : loaded.index.symptoms) {
        require(!symptom.muscles.empty(), "a complaint without muscles");
        for (const std::string& flag : symptom.red_flags)
            require(loaded.index.find_red_flag(flag) != nullptr, "a warning sign that is not there");
        symptom.in("fr");
    }
    for (const RedFlag& flag : loaded.index.red_flags) flag.name_in("fr");
    loaded.index.ideas();
    sign_rules(loaded.index);
    std::vector<SearchText> texts;
    add_complaint_texts(loaded.index, texts);
}

std::vector<std::string> seeds() { return cut("data/symptoms.json", "/symptoms", {0, 1, 5, 20}); }

const Registered symptoms({"symptoms", run, seeds, "symptoms.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
