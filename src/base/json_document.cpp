#include "base/json_document.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <unordered_map>

#include <utf8proc.h>
#include <nlohmann/json.hpp>

#include "base/json_scan.h"
#include "base/read_file.h"
#include "base/text.h"
#include "base/word.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr std::uintmax_t max_file_bytes = 64ull * 1024 * 1024;
// Fourteen times what the largest file of ours has; each takes up to 90 bytes once it is read.
constexpr std::size_t most_values = 500'000;
constexpr std::size_t most_string_bytes = 100'000;
constexpr std::size_t excerpt_bytes = 60;

// Deeper than any valid dataset (a point of the deepest kind ends at about 28) and safe for recursive code.
constexpr int max_nesting = 64;

// Longer strings are refused by the readers too; std::regex in the schema checker would run out of stack on them.
constexpr std::size_t schema_safe_string_bytes = 16'000;

// The first limit that a text goes past, and where.
struct Excess {
    enum class Of { nothing, nesting, values, string } of = Of::nothing;
    std::size_t at = 0;
};

// Up to the first fault of the text, where a parser stops. Much cheaper than a callback for every value, and before a
// parser fills the memory: seven million objects of one member take 60 MB as text and a hundred times that as values.
Excess first_excess(std::string_view text) {
    int depth = 0;
    std::size_t values = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const std::size_t start = i++;
            for (; i < text.size() && text[i] != '"'; ++i)
                if (text[i] == '\\') ++i;
            if (i - start > most_string_bytes) return {Excess::Of::string, start};
        } else if (c == '[' || c == '{') {
            if (++depth > max_nesting) return {Excess::Of::nesting, i};
            ++values;
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && ++values > most_values) {
            return {Excess::Of::values, i};
        }
    }
    return {};
}

Problem document_problem(const std::string& file, Message expected, Message got, Message advice) {
    return {Problem::Severity::error, file, 0, "", std::move(expected), std::move(got), std::move(advice)};
}

int line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

Problem excess_problem(const JsonDocument& document, const Excess& excess) {
    const bool values = excess.of == Excess::Of::values;
    Problem problem = document_problem(
        document.file,
        values ? Message(word("at most {} values"), {std::to_string(most_values)})
               : Message(word("texts of at most {} bytes"), {std::to_string(most_string_bytes)}),
        values ? word("more, from here on") : word("a longer one"), word("check that this is the file you mean"));
    problem.line = line_at(document.text, excess.at);
    return problem;
}

// Byte offset of the first byte that is not UTF-8.
std::optional<std::size_t> first_bad_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t code = 0;
        const auto used = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (used < 1) return at;
        at += static_cast<std::size_t>(used);
    }
    return std::nullopt;
}

// In characters, as editors count.
int column_at(std::string_view text, std::size_t offset) {
    const std::size_t start = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const auto line = text.substr(start == std::string_view::npos ? 0 : start + 1,
                                  offset - (start == std::string_view::npos ? 0 : start + 1));
    return 1 + static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

bool is_word_byte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' ||
           c == '.' || c == '_';
}

// Where the word, number or string starts in which the parser stopped, at `offset`.
std::size_t token_start(std::string_view text, std::size_t offset) {
    std::size_t start = offset;
    if (text[offset] == '"') {  // the end of a string: one that starts here would have been read on
        do start = start == 0 ? std::string_view::npos : text.rfind('"', start - 1);
        while (start != std::string_view::npos && start > 0 && text[start - 1] == '\\');
        return start == std::string_view::npos ? offset : start;
    }
    while (start > 0 && offset - start < 30 && is_word_byte(text[offset]) && is_word_byte(text[start - 1])) --start;
    return start;
}

// The word, string or sign at `start`, as the author wrote it, cut for a message.
std::string_view token_at(std::string_view text, std::size_t start) {
    const char first = text[start];
    std::size_t end = start + 1;
    if (is_word_byte(first)) {
        while (end < text.size() && end - start < 40 && is_word_byte(text[end])) ++end;
    } else if (first == '"') {
        while (end < text.size() && text[end] != '"' && text[end] != '\n') ++end;
        return cut_utf8(text.substr(start, end + 1 - start), 40);
    } else {
        while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
    }
    return text.substr(start, end - start);
}

// From what stands there; the parser's own words differ from version to version.
const char* syntax_advice(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return word("the file seems to be cut short; close every string, bracket and brace");
    const std::size_t last = text.find_last_not_of(" \t\r\n", offset == 0 ? std::string_view::npos : offset - 1);
    const char previous = offset > 0 && last != std::string_view::npos ? text[last] : '\0';
    const char here = text[offset];
    if (static_cast<unsigned char>(here) < 0x20)  // stops a parser only inside a string
        return word("close the string on the line it starts on; write a line break as \\n");
    if ((here == '}' || here == ']') && previous == ',') return word("remove the comma before it");
    if (here == '/' || here == '#') return word("JSON has no comments; use a \"note\"");
    if (here == '\'') return word("strings take double quotes");
    if (here == '"' && previous != ',' && previous != '{' && previous != '[')
        return word("a comma may be missing before it, or a quote inside a string lacks its \\");
    return "";
}

Problem syntax_problem(const JsonDocument& document, const JsonScan& scan) {
    const std::string_view text = document.text;
    std::size_t offset = std::min(scan.failed_byte() > 0 ? scan.failed_byte() - 1 : 0, text.size());
    const bool at_end = offset >= text.size();
    if (!at_end) offset = token_start(text, offset);
    const bool at_line_end = !at_end && (text[offset] == '\n' || text[offset] == '\r');
    const std::string token = at_end || at_line_end ? "" : std::string(token_at(text, offset));
    Problem problem{Problem::Severity::error, document.file, line_at(text, offset), scan.pointer(), "", "", ""};
    problem.got = {word("{} at column {}"),
                   {at_end        ? Message(word("the end of the file"))
                    : at_line_end ? Message(word("the end of the line"))
                                  : Message("{}", {token}),
                    std::to_string(column_at(text, offset))}};

    std::string bare;
    for (const char c : token)
        if (c != '-' && c != '+') bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool is_word = bare == "nan" || bare == "inf" || bare == "infinity";
    if (is_word || scan.failure() == JsonScan::Failure::number_range) {
        problem.expected = word("a finite number");
        problem.advice = is_word ? word("JSON has no NaN or Infinity; numbers must be finite")
                                 : word("numbers must be finite; this one is too large");
        return problem;
    }
    problem.expected = at_end ? word("the rest of the JSON text") : word("well-formed JSON");
    problem.advice = syntax_advice(text, offset);
    return problem;
}

void write_excerpt(const json& value, std::string& out) {
    // Every level writes a bracket, so the depth of this recursion is bounded by the length of the excerpt.
    if (out.size() > excerpt_bytes) return;
    if (value.is_object() || value.is_array()) {
        out += value.is_object() ? '{' : '[';
        bool first = true;
        for (auto it = value.begin(); it != value.end() && out.size() <= excerpt_bytes; ++it) {
            if (!first) out += ", ";
            first = false;
            if (value.is_object()) out += json(cut_utf8(it.key(), excerpt_bytes)).dump() + ": ";
            write_excerpt(*it, out);
        }
        out += value.is_object() ? '}' : ']';
    } else if (value.is_string()) {
        out += json(cut_utf8(value.get_ref<const std::string&>(), excerpt_bytes)).dump();
    } else {
        out += value.dump();
    }
}

}  // namespace

JsonDocument read_json(const std::filesystem::path& path) {
    JsonDocument document;
    document.file = path.string();
    try {
        document.text = read_file(path, {max_file_bytes});
    } catch (const ReadError& error) {
        document.problems.push_back(document_problem(
            document.file, error.expected.empty() ? word("a JSON file") : error.expected, error.got, error.advice));
        return document;
    }
    std::size_t mark = 0;
    if (document.text.starts_with("\xEF\xBB\xBF")) {
        mark = 3;
        document.text.erase(0, mark);
    }
    if (document.text.empty()) {
        document.problems.push_back(document_problem(document.file, word("a JSON object"), word("an empty file"), ""));
        return document;
    }

    const Excess excess = first_excess(document.text);
    if (excess.of == Excess::Of::nothing) {
        try {
            document.root = std::make_shared<const json>(json::parse(document.text.begin(), document.text.end()));
            return document;
        } catch (const json::exception&) {
        }
    }

    if (excess.of == Excess::Of::values || excess.of == Excess::Of::string) {
        document.problems.push_back(excess_problem(document, excess));
        return document;
    }
    // Only now it is worth reading again to learn where and why.
    JsonScan scan(document.text, max_nesting);
    const std::size_t stopped = scan.failed_byte();
    if (const auto bad = first_bad_utf8(document.text); bad && *bad < std::max<std::size_t>(stopped, 1)) {
        char hex[8];
        std::snprintf(hex, sizeof hex, "0x%02X", static_cast<unsigned char>(document.text[*bad]));
        document.problems.push_back({Problem::Severity::error,
                                     document.file,
                                     line_at(document.text, *bad),
                                     "",
                                     word("UTF-8 text"),
                                     {word("byte {} at byte {} of the file"), {hex, std::to_string(*bad + 1 + mark)}},
                                     word("save the file as UTF-8")});
    } else if (scan.failure() == JsonScan::Failure::nesting) {
        Problem problem{Problem::Severity::error, document.file, scan.failed_line(), "", "", "", ""};
        problem.expected = {word("at most {} levels of brackets and braces"), {std::to_string(max_nesting)}};
        problem.got = word("deeper nesting, from here on");
        problem.pointer = cut_utf8(scan.pointer(), 200);
        document.problems.push_back(std::move(problem));
    } else {
        document.problems.push_back(syntax_problem(document, scan));
    }
    return document;
}

bool schema_safe(std::string_view text) {
    return JsonScan(text, max_nesting).longest_string() <= schema_safe_string_bytes;
}

std::vector<int> lines_of(std::string_view text, const std::vector<std::string>& pointers) {
    std::unordered_map<std::string, int> wanted;
    for (const auto& pointer : pointers) wanted.emplace(pointer, 0);
    const JsonScan scan(text, max_nesting, &wanted);  // fills it
    std::vector<int> lines;
    lines.reserve(pointers.size());
    for (const auto& pointer : pointers) lines.push_back(wanted.at(pointer));
    return lines;
}

std::vector<DuplicateKey> duplicate_keys(std::string_view text) {
    std::vector<DuplicateKey> found;
    const JsonScan scan(text, max_nesting, nullptr, &found);  // fills it
    return found;
}

std::string excerpt(const json& value) {
    std::string out;
    write_excerpt(value, out);
    out = escaped_json(out);
    if (out.size() <= excerpt_bytes) return out;
    return std::string(cut_utf8(out, excerpt_bytes - 3)) + "...";
}

}  // namespace myomap
