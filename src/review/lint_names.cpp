#include "review/lint_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/word.h"

namespace myomap {

namespace {

auto letters(std::string_view utf8) {
    return std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; });
}

}  // namespace

Problems lint_names(const Atlas& atlas, const JsonDocument& document, const Texts& texts) {
    Problems problems;
    std::vector<std::string> pointers;
    const auto warn = [&](const std::string& pointer, Message expected, Message got, Message advice) {
        problems.push_back({Problem::Severity::warning, document.file, 0, pointer, std::move(expected), std::move(got),
                            std::move(advice)});
        pointers.push_back(pointer);
    };
    const auto check = [&](const std::string& pointer, const std::string& name) {
        if (letters(name) > longest_chart_name)
            warn(pointer,
                 {word("at most {} letters, so that a chart can print it whole"), {std::to_string(longest_chart_name)}},
                 {word("\"{}\", {} letters"), {name, std::to_string(letters(name))}},
                 word("say less; the full words stay on the card"));
    };
    for (const Muscle& muscle : atlas.muscles) {
        const auto words = texts.muscles.find(muscle.id);
        if (words == texts.muscles.end()) continue;
        for (const TriggerPoint& point : muscle.trigger_points) {
            const auto found = words->second.points.find(point.id);
            if (found == words->second.points.end()) continue;
            const std::string pointer = fmt::format("/muscles/{}/points/{}", muscle.id, point.id);
            if (!found->second.zone_names) {
                warn(pointer, {word("a member \"{}\""), {"zone_names"}}, word("none"),
                     word("name each zone for charts, as [[\"Temple\"], [\"Side of the neck\"]]"));
                continue;
            }
            const auto& zones = *found->second.zone_names;
            for (size_t z = 0; z < zones.size(); ++z)
                for (size_t n = 0; n < zones[z].size(); ++n)
                    check(fmt::format("{}/zone_names/{}/{}", pointer, z, n), zones[z][n]);
        }
    }
    for (const auto& [id, names] : texts.skin_regions) check(fmt::format("/skin_regions/{}/plain", id), names.plain);
    const std::vector<int> lines = lines_of(document.text, pointers);
    for (size_t i = 0; i < problems.size(); ++i) problems[i].line = lines[i];
    return problems;
}

}  // namespace myomap
