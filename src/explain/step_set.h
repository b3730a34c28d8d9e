#pragma once
// Which steps of a talk are told, and in which order, under a name: "short", "for runners". Kept as talks.json in the
// user's folder for settings.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "explain/telling.h"

namespace myomap {

struct StepSet {
    std::string name;
    std::vector<std::string> steps;       // ids of a talk
    std::vector<std::string> left_out{};  // likewise

    bool operator==(const StepSet&) const = default;
};

struct StepSets {
    std::vector<StepSet> sets;  // by name, each once

    const StepSet* find(std::string_view name) const;  // null where there is none
    // In place of one of the same name.
    void keep(StepSet set);
    void remove(std::string_view name);
};

inline constexpr std::size_t longest_set_name = 60;  // bytes
inline constexpr std::size_t most_sets = 100;

// "" when the environment names no folder for settings; then nothing is kept.
std::filesystem::path step_sets_file();

struct LoadedStepSets {
    StepSets sets;      // the valid rest
    Problems problems;  // empty for a good file, and for none
};
LoadedStepSets read_step_sets(const std::filesystem::path& file);

// Whole or not at all. Throws FileError.
void write_step_sets(const std::filesystem::path& file, const StepSets& sets);

// Those of the set, in its order. Warning signs are always told, and first. Steps that the talk does not have are
// passed over; one that the set says nothing of (it was made of something else) comes after the one that it follows in
// the talk.
std::vector<ToldStep> chosen_steps(const std::vector<ToldStep>& told, const StepSet& set);

// Of all its steps.
std::vector<std::string> ids_of(const Talk& talk);

}  // namespace myomap
