// talks.json: which steps of a talk are told. What was read can be written and read again.

#include "explain/step_set.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "talks.json");
    const LoadedStepSets loaded = read_step_sets(file);
    read_out(loaded.problems, file);
    require(loaded.sets.sets.size() <= most_sets, "too many sets");
    std::vector<ToldStep> told(3);
    told[0].id = "warning_signs", told[1].id = "spot", told[2].id = "plan";
    for (const StepSet& set : loaded.sets.sets) {
        require(loaded.sets.find(set.name) != nullptr, "a set that is not found");
        chosen_steps(told, set);
    }
    write_step_sets(file, loaded.sets);
    require(read_step_sets(file).sets.sets == loaded.sets.sets, "written and read again it is another");
}

std::vector<std::string> seeds() {
    const auto file = file_of("", "talks.json");
    write_step_sets(file, {{{"for runners", {"spot", "plan"}, {"pain"}}, {"short", {"plan", "muscle"}}}});
    return {bytes_of(file)};
}

const Registered step_sets({"step_sets", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
