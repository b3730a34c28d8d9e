#include "explain/step_set.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/folders.h"
#include "base/json_fields.h"
#include "base/word.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr std::size_t most_steps = 200;

void read_set(const json& value, const Place& at, ProblemLog& log, StepSets& into) {
    Fields fields(value, at, log, {"name", "steps", "left_out"});
    if (!fields.is_object() || !fields.find("steps")) return;
    StepSet set{fields.text("name"), fields.prose_list("steps"), fields.prose_list("left_out", Need::optional)};
    if (set.name.size() > longest_set_name)
        log.error(fields.place("name"), {word("a name of at most {} bytes"), {std::to_string(longest_set_name)}},
                  set.name);
    else if (set.steps.size() + set.left_out.size() > most_steps)
        log.error(fields.place("steps"), {word("a list of at most {}"), {std::to_string(most_steps)}}, value);
    else if (fields.ok())
        into.keep(std::move(set));
}

}  // namespace

const StepSet* StepSets::find(std::string_view name) const {
    const auto found = std::ranges::find(sets, name, &StepSet::name);
    return found == sets.end() ? nullptr : &*found;
}

void StepSets::keep(StepSet set) {
    remove(set.name);
    sets.insert(std::ranges::upper_bound(sets, set.name, {}, &StepSet::name), std::move(set));
}

void StepSets::remove(std::string_view name) {
    std::erase_if(sets, [&](const StepSet& set) { return set.name == name; });
}

std::filesystem::path step_sets_file() {
    const std::filesystem::path folder = config_folder();
    return folder.empty() ? folder : folder / "talks.json";
}

LoadedStepSets read_step_sets(const std::filesystem::path& file) {
    std::error_code ignored;
    if (file.empty() || !std::filesystem::exists(file, ignored)) return {};
    const JsonDocument document = read_json(file);
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedStepSets loaded;
    const Place top;
    Fields fields(*document.root, top, log, {"format", "format_version", "sets"});
    if (read_format(fields, "myomap-talks", 1))
        if (const json* sets = fields.array("sets", 0, word("a list of sets"))) {
            const Place at = fields.place("sets");
            if (sets->size() > most_sets)
                log.error(at, {word("a list of at most {}"), {std::to_string(most_sets)}}, *sets);
            for (std::size_t i = 0; i < std::min(sets->size(), most_sets); ++i)
                read_set((*sets)[i], Place(at, i), log, loaded.sets);
        }
    loaded.problems = log.finish();
    return loaded;
}

void write_step_sets(const std::filesystem::path& file, const StepSets& sets) {
    json list = json::array();
    for (const StepSet& set : sets.sets)
        list.push_back({{"name", set.name}, {"steps", set.steps}, {"left_out", set.left_out}});
    const json all{{"format", "myomap-talks"}, {"format_version", 1}, {"sets", std::move(list)}};
    std::error_code ignored;  // writing says what is wrong
    std::filesystem::create_directories(file.parent_path(), ignored);
    write_file(file, all.dump(2, ' ', false, json::error_handler_t::replace) + '\n');
}

std::vector<ToldStep> chosen_steps(const std::vector<ToldStep>& told, const StepSet& set) {
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::ranges::find(ids, id) != ids.end();
    };
    // Those that the set says nothing of, behind the one before them.
    std::vector<std::string> order = set.steps;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const std::string& id = told[i].id;
        if (has(order, id) || has(set.left_out, id)) continue;
        const auto before = i == 0 ? order.end() : std::ranges::find(order, told[i - 1].id);
        order.insert(before == order.end() ? order.begin() : before + 1, id);
    }
    std::vector<ToldStep> chosen;
    for (const ToldStep& step : told)
        if (step.shows == StepShows::warning_signs) chosen.push_back(step);
    for (const std::string& id : order)
        for (const ToldStep& step : told)
            if (step.id == id && step.shows != StepShows::warning_signs) chosen.push_back(step);
    return chosen;
}

std::vector<std::string> ids_of(const Talk& talk) {
    std::vector<std::string> ids;
    for (const TalkStep& step : talk.steps) ids.push_back(step.id);
    return ids;
}

}  // namespace myomap
