#include "cli/parse_errors.h"

#include "atlas/message_phrases.h"
#include "base/recognise.h"
#include "base/word.h"

namespace myomap {

namespace {

// As CLI11 2 says them; tests/cli/parse_errors_test.cpp notices when another version says them otherwise.
constexpr const char* mistakes[] = {
    word("The following argument was not expected: {}"),
    word("The following arguments were not expected: {}"),
    word("{}: {} required {} missing"),
    word("{}: At Most {} required but received {}"),
    word("{}: At least {} required but received {}"),
    word("{} is required"),
    word("{} excludes {}"),
    word("{} requires {}"),
    word("Could not convert: {} = {}"),
};

// What a validator says of a value: CLI11's, then ours (chart_options.h).
constexpr const char* bad_values[] = {
    word("Value {} not in range {} to {}"),
    word("{} not in {}"),
    word("an empty value"),
    word("\"{}\" is no number"),
    word("\"{}\" is not skin, glass, muscles, a number or bones"),
    word("\"{}\" is not a size such as 1600x1200"),
    word("{} is outside of {} to {} pixels"),
    word("{} is more than {} megapixels"),
};

}  // namespace

std::string words(const Phrases& phrases, const CLI::ParseError& error) {
    const std::string text = error.what();
    if (!dynamic_cast<const CLI::ValidationError*>(&error)) return words(phrases, recognise(mistakes, text));
    const std::size_t name = text.find(": ");  // that of the option stays
    if (name == std::string::npos) return text;
    return text.substr(0, name + 2) + words(phrases, recognise(bad_values, text.substr(name + 2)));
}

}  // namespace myomap
