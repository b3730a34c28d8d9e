// Any JSON file: what the parser takes, the scan that tells lines takes too, and each value has a line.

#include "base/json_document.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

using nlohmann::json;

void collect(const json& value, const std::string& at, std::vector<std::string>& pointers) {
    pointers.push_back(at);
    if (value.is_object())
        for (const auto& [key, member] : value.items()) {
            std::string pointer = at;
            append_pointer_token(pointer, key);
            collect(member, pointer, pointers);
        }
    else if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i) collect(value[i], at + "/" + std::to_string(i), pointers);
}

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const JsonDocument document = read_json(file);
    require((document.root != nullptr) == document.problems.empty(), "read in part");
    read_out(document.problems, file);
    schema_safe(document.text);
    duplicate_keys(document.text);
    if (!document.root) return;
    require(excerpt(*document.root).size() <= 60, "a long excerpt");
    std::vector<std::string> pointers;
    collect(*document.root, "", pointers);
    int last = 1;
    for (const char c : document.text) last += c == '\n';
    for (const int line : lines_of(document.text, pointers))
        require(line >= 1 && line <= last, "a value that stands on no line");
}

std::vector<std::string> seeds() {
    return joined(seeds_from({"tests/data/atlas/missing_comma.json", "tests/data/atlas/good.json"}),
                  {R"([1, -2.5e3, "\u00e9\n", true, null, {"a/b~c": [], "": {}, "a": 1, "a": 2}])",
                   "\xEF\xBB\xBF{\n\"x\": [\n1,\r\n2]}"});
}

const Registered any({"json", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
