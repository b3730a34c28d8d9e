#pragma once
// What fuzzers of JSON readers share.

#include <initializer_list>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/message_phrases.h"
#include "base/problem.h"
#include "harness.h"

namespace myomap::fuzz {

// Problems are put into words, and stand where the file has lines.
inline void read_out(const Problems& problems, const std::filesystem::path& file) {
    for (const Problem& problem : problems) {
        require(!to_text(problem).empty(), "a problem without words");
        require(!problem.expected.empty(), "a problem that expects nothing");
        require(problem.line >= 0, "a problem before the first line");
        words(Phrases(), message_of(problem));
        if (problem.file == file.string() && !problem.pointer.empty() && problem.pointer.front() == '/')
            require(problem.line > 0, "a problem with a pointer and no line");
    }
}

// The file as several small ones, each with one item of its list at `list`; of sources and warning signs only those
// stay that the item names.
inline std::vector<std::string> cut(const char* file, const char* list, std::initializer_list<std::size_t> items) {
    using Json = nlohmann::ordered_json;
    const auto whole = Json::parse(bytes_of(source(file)));
    std::vector<std::string> seeds;
    for (const std::size_t item : items) {
        Json tree = whole;
        auto& kept = tree[Json::json_pointer(list)];
        kept = Json::array({Json(kept.at(item))});
        const std::string text = kept.dump();
        const auto is_named = [&](const std::string& id) { return text.find('"' + id + '"') != std::string::npos; };
        for (const char* of : {"sources", "red_flags"}) {
            if (!tree.contains(of) || !tree[of].is_structured()) continue;
            const Json all = std::exchange(tree[of], tree[of].is_array() ? Json::array() : Json::object());
            for (const auto& [key, value] : all.items()) {
                if (all.is_array() && is_named(value.value("id", value.value("key", "")))) tree[of].push_back(value);
                if (all.is_object() && is_named(key)) tree[of][key] = value;
            }
        }
        seeds.push_back(tree.dump(1));
    }
    return seeds;
}

inline std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace myomap::fuzz
