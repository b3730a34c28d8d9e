#include "export/plain_text.h"

#include <algorithm>
#include <string_view>

#include <utf8proc.h>

namespace myomap {

namespace {

constexpr int columns = 78;
constexpr int indent = 2;  // of what stands under a heading; further lines of it are indented once more

int columns_of(std::string_view utf8) {
    int width = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    auto left = static_cast<utf8proc_ssize_t>(utf8.size());
    while (left > 0) {
        utf8proc_int32_t code = 0;
        const auto used = std::max<utf8proc_ssize_t>(utf8proc_iterate(bytes, left, &code), 1);
        width += code >= 0 ? utf8proc_charwidth(code) : 1;
        bytes += used;
        left -= used;
    }
    return width;
}

// A unit or a dot that goes with what stands before it.
bool begins_bound(std::string_view text) {
    return text.starts_with(" \u00b7") || text.starts_with(" %") || text.starts_with(" cm\u00b2");
}

// Broken at blanks; a word that is longer than a line keeps its line to itself, so that an address stays whole.
void append_wrapped(std::string& out, std::string_view text, int first_indent, int further_indent) {
    std::string line(static_cast<size_t>(first_indent), ' ');
    int used = first_indent;
    bool is_empty = true;
    while (!text.empty()) {
        size_t end = std::min(text.find(' '), text.size());
        // No line begins with what belongs to the one before.
        while (begins_bound(text.substr(end))) end = std::min(text.find(' ', end + 1), text.size());
        const std::string_view piece = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (piece.empty()) continue;
        const int width = columns_of(piece);
        if (!is_empty && used + 1 + width > columns) {
            out += line + "\n";
            line.assign(static_cast<size_t>(further_indent), ' ');
            used = further_indent;
            is_empty = true;
        }
        if (!is_empty) line += ' ', ++used;
        line += piece;
        used += width;
        is_empty = false;
    }
    if (!is_empty) out += line + "\n";
}

}  // namespace

std::string plain_text(const std::vector<Paragraph>& paragraphs) {
    std::string out;
    bool under_heading = false;
    for (const Paragraph& one : paragraphs) {
        if (one.kind == Paragraph::Kind::heading) {
            out += "\n";
            under_heading = true;
        }
        const int by = under_heading && one.kind == Paragraph::Kind::words ? indent : 0;
        append_wrapped(out, one.text, by, one.kind == Paragraph::Kind::words ? by + indent : 0);
    }
    return out;
}

}  // namespace myomap
