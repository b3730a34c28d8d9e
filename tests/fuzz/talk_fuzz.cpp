// data/explain/*.json: what is told to a patient.

#include "explain/talk.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedTalk loaded = load_talk(file);
    read_out(loaded.problems, file);
    loaded.talk.name_in("fr");
    for (const TalkStep& step : loaded.talk.steps) {
        require(loaded.talk.find(step.id) != nullptr, "a step that is not found");
        for (const std::string& key : step.sources)
            require(loaded.talk.find_source(key) != nullptr, "a source that is not there");
        int hundred = 0;
        for (const int count : step.counts) hundred += count;
        require(step.shows != StepShows::hundred || step.counts.empty() || hundred == 100, "not a hundred");
        step.in("fr");
    }
}

std::vector<std::string> seeds() { return cut("data/explain/default.json", "/steps", {0, 1, 3, 8, 12}); }

const Registered talk({"talk", run, seeds, "talk.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
