#include "write_seeds.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

namespace myomap::fuzz {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t longest_word = 40, most_words = 400;

void write(const fs::path& file, std::string_view bytes) { std::ofstream(file, std::ios::binary) << bytes; }

// Names of members, and short texts.
void collect(const json& value, std::set<std::string>& words) {
    if (value.is_string()) words.insert(value.get<std::string>());
    if (value.is_object())
        for (const auto& [key, member] : value.items()) words.insert(key);
    for (const json& inner : value)
        if (value.is_structured()) collect(inner, words);
}

std::string dictionary(const std::set<std::string>& words) {
    std::string text;
    std::size_t count = 0;
    for (const std::string& word : words) {
        const bool plain =
            std::ranges::all_of(word, [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
        if (!plain || word.empty() || word.size() > longest_word || ++count > most_words) continue;
        text += "\"\\\"" + word + "\\\"\"\n";
    }
    return text;
}

}  // namespace

void write_seeds(const Harness& harness, const fs::path& folder) {
    fs::create_directories(folder);
    std::set<std::string> words;
    int number = 0;
    for (const std::string& seed : harness.seeds()) {
        write(folder / ("seed_" + std::to_string(number++)), seed);
        collect(json::parse(seed, nullptr, false), words);
    }
    if (*harness.schema) collect(json::parse(bytes_of(source("data/schema") / harness.schema)), words);
    if (const std::string text = dictionary(words); !text.empty()) write(folder.string() + ".dict", text);
}

}  // namespace myomap::fuzz
