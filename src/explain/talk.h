#pragma once
// A talk: what is told to a patient, one thought a step, in every language, with the sources of what it claims. A
// clinic can write one of its own (docs/authoring.md).

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// What a step shows beside its words. The first few say what is filled in from the atlas.
enum class StepShows {
    warning_signs,  // those of what is talked about, as the step's list
    pain,           // the patient's drawing, or where the complaint is felt
    muscle,         // where the muscle lies; {muscle}, {does} and {loads}
    spot,           // the trigger point
    pattern,        // where it may be felt; {places}
    plan,           // what was agreed; {care}, or as the step's list
    needle,         // how a needle goes into a muscle; the list names skin, fat, muscle and the tense spot
    hundred,        // a hundred treatments, by `counts`
    plain,          // words alone
};
const char* to_text(StepShows);  // "warning_signs", ...

// In one language.
struct StepWords {
    std::string name;     // what the step is called: "The sore spot"
    std::string heading;  // may have blanks, as text and list may: {muscle}, {does}, {loads}, {places}, {care}
    std::vector<std::string> text;  // paragraphs
    std::vector<std::string> list;
    std::string small;  // what is said on demand: what is disputed, how it was counted; may be ""
    std::string ask;    // a line for who tells it; may be ""
};

struct TalkStep {
    std::string id;
    StepShows shows = StepShows::plain;
    std::vector<std::string> sources;                     // keys of the talk's
    std::vector<int> counts;                              // of `hundred`: one for each line of the list, together 100
    float seconds = 0;                                    // that its picture takes to arrive; 0: as long as is usual
    std::map<std::string, StepWords, std::less<>> words;  // by language, "en" always

    const StepWords& in(std::string_view language) const;  // English where there is no other
};

struct TalkSource {
    std::string key, title, url;
};

struct Talk {
    std::string license;
    std::map<std::string, std::string, std::less<>> name;  // by language
    std::vector<TalkSource> sources;
    std::vector<TalkStep> steps;

    // "" where the file has none.
    std::string name_in(std::string_view language) const;
    const TalkStep* find(std::string_view id) const;
    const TalkSource* find_source(std::string_view key) const;
};

struct LoadedTalk {
    Talk talk;          // the valid rest: a bad step is left out
    Problems problems;  // empty for a good file
};

// Never throws for bad content.
LoadedTalk load_talk(const std::filesystem::path& file);

// The shipped talk, and what else lies beside it or in `explain` of the user's folder for settings, by name.
std::vector<std::filesystem::path> talk_files(const std::filesystem::path& shipped);

// load_talk's problems and, where it found none at a place, those of the JSON Schema (data/schema/talk.schema.json).
Problems check_talk(const std::filesystem::path& file, const std::filesystem::path& schema);

}  // namespace myomap
