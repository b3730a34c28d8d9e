#include "base/schema_check.h"

#include <algorithm>
#include <exception>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "base/recognise.h"
#include "base/word.h"

namespace myomap {

using nlohmann::json;

namespace {

// What valijson says of the innermost fault.
constexpr const char* complaints[] = {
    word("Value type not permitted by 'type' constraint."),
    word("Failed to match against any enum values."),
    word("Failed to match expected value set by 'const' constraint."),
    word("Failed to match regex specified by 'pattern' constraint."),
    word("String should be a valid date"),
    word("String should be no fewer than {} characters in length."),
    word("String should be no more than {} characters in length."),
    word("Expected number less than or equal to {}"),
    word("Expected number less than {}"),
    word("Expected number greater than or equal to {}"),
    word("Expected number greater than {}"),
    word("Array should contain no fewer than {} elements."),
    word("Array should contain no more than {} elements."),
    word("Array contains more items than allowed by items constraint."),
    word("Missing required property '{}'."),
    word("Object contains a property that could not be validated using 'properties' or 'additionalProperties' "
         "constraints: '{}'."),
    word("Failed to validate against additional properties schema"),
    word("Target should not validate against schema specified in 'not' constraint."),
    word("Failed to validate against any schemas allowed by anyOf constraint."),
    word("Failed to validate against any child schemas allowed by oneOf constraint."),
    word("Failed to validate against exactly one child schema."),
    word("Failed to validate against a conditional schema set by if-then-else constraints."),
};

bool by_line(const Problem& a, const Problem& b) { return a.line < b.line; }

// "/a/b" is inside "/a" and "" but not inside "/ab".
bool is_inside(std::string_view pointer, std::string_view outer) {
    return pointer.starts_with(outer) && (pointer.size() == outer.size() || pointer[outer.size()] == '/');
}

// valijson names a place as "<root>", "[muscles]", "[0]".
std::string to_pointer(const std::vector<std::string>& context) {
    std::string pointer;
    for (std::size_t i = 1; i < context.size(); ++i)
        append_pointer_token(pointer, std::string_view(context[i]).substr(1, context[i].size() - 2));
    return pointer;
}

Problem schema_fault(const std::filesystem::path& schema, std::string got) {
    return {Problem::Severity::error,
            schema.string(),
            0,
            "",
            word("a JSON Schema (draft 7)"),
            std::move(got),
            word("install Myomap's data folder again")};
}

}  // namespace

Problems schema_problems(const JsonDocument& document, const std::filesystem::path& schema_file) {
    if (!document.root) return document.problems;
    const JsonDocument schema_document = read_json(schema_file);
    if (!schema_document.root) return schema_document.problems;
    if (!schema_safe(document.text))
        return {{Problem::Severity::error, document.file, 0, "", word("texts of at most 16 000 bytes"),
                 word("a longer one"), ""}};

    Problems problems;
    try {
        valijson::Schema schema;
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(*schema_document.root), schema);
        valijson::Validator validator;
        valijson::ValidationResults results;
        validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(*document.root), &results);

        // The innermost complaint comes first; those of the levels around it only say that something inside is wrong.
        valijson::ValidationResults::Error error;
        while (problems.size() <= most_problems && results.popError(error)) {
            std::string pointer = to_pointer(error.context);
            const bool repeated = std::any_of(problems.begin(), problems.end(),
                                              [&](const Problem& known) { return is_inside(known.pointer, pointer); });
            if (repeated) continue;
            const json::json_pointer path(pointer);
            problems.push_back({Problem::Severity::error, document.file, 0, pointer, word("what the schema asks for"),
                                document.root->contains(path) ? excerpt(document.root->at(path)) : word("nothing"),
                                recognise(complaints, error.description)});
        }
    } catch (const std::exception& fault) {
        return {schema_fault(schema_file, fault.what())};
    }

    std::vector<std::string> pointers;
    for (const Problem& problem : problems) pointers.push_back(problem.pointer);
    if (!pointers.empty()) {
        const auto lines = lines_of(document.text, pointers);
        for (std::size_t i = 0; i < problems.size(); ++i) problems[i].line = lines[i];
    }
    std::stable_sort(problems.begin(), problems.end(), by_line);
    return problems;
}

void add_schema_problems(const JsonDocument& document, const std::filesystem::path& schema, Problems& problems) {
    // Of a file of another kind everything would be wrong.
    if (std::ranges::any_of(problems, [](const Problem& problem) { return problem.pointer == "/format"; })) return;
    std::vector<std::string> reported;
    for (const Problem& problem : problems) reported.push_back(problem.pointer);

    for (Problem& problem : schema_problems(document, schema)) {
        const bool known = std::any_of(reported.begin(), reported.end(), [&](const std::string& pointer) {
            return is_inside(pointer, problem.pointer) || is_inside(problem.pointer, pointer);
        });
        // A whole-document problem of the loader must not hide that the schema itself could not be read.
        if (!known || problem.file != document.file) problems.push_back(std::move(problem));
    }
    for (const DuplicateKey& key : duplicate_keys(document.text))
        problems.push_back(
            {Problem::Severity::error,
             document.file,
             key.line,
             key.pointer,
             word("each key once in an object"),
             word("a key that is there already"),
             {word("the first is on line {}; only the last one counts"), {std::to_string(key.first_line)}}});
    std::stable_sort(problems.begin(), problems.end(), by_line);
    cut_list(problems);
}

}  // namespace myomap
