// `check`: any JSON file held to one of the schemas, which the first byte chooses.

#include <array>

#include "base/schema_check.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

constexpr std::array kinds{"chart", "landmarks", "muscle_shapes",  "regions", "symptoms",
                           "talk",  "text",      "trigger_points", "words"};

void run(std::string_view bytes) {
    if (bytes.empty()) return;
    const std::string kind = kinds[static_cast<unsigned char>(bytes[0]) % kinds.size()];
    const auto file = file_of(bytes.substr(1));
    const JsonDocument document = read_json(file);
    Problems problems;
    if (document.root) add_schema_problems(document, source("data/schema/" + kind + ".schema.json"), problems);
    read_out(problems, file);
    for (const Problem& problem : problems) require(problem.file == file.string(), "a schema that can't be used");
}

std::vector<std::string> seeds() {
    std::vector<std::string> all;
    const auto add = [&](std::size_t kind, const std::string& text) {
        // A letter that chooses this kind.
        for (char letter = 'a'; letter <= 'z'; ++letter)
            if (static_cast<std::size_t>(letter) % kinds.size() == kind) {
                all.push_back(letter + text);
                return;
            }
    };
    add(0, bytes_of(source("tests/data/chart/visit.myomap")));
    add(1, cut("data/landmarks.json", "/landmarks", {3})[0]);
    add(2, cut("data/muscles/tendons.json", "/shapes", {0})[0]);
    add(3, cut("data/regions.json", "/regions", {5})[0]);
    add(6, bytes_of(source("tests/data/atlas/text/fr.json")));
    add(7, bytes_of(source("tests/data/atlas/good.json")));
    return all;
}

const Registered schema({"schema", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
