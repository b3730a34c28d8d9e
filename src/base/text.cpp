#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

namespace myomap {

namespace {

// Appends one folded character; anything but letters and digits becomes a single blank.
void append_folded(std::string& out, utf8proc_int32_t code) {
    switch (utf8proc_category(code)) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_CF:
            return;
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            break;
        default:
            if (!out.empty() && out.back() != ' ') out += ' ';
            return;
    }
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(code, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

// Calls visit(bytes, code) for every character; a byte that is not UTF-8 comes alone, its code below 0.
template <typename Visit>
void for_each_character(std::string_view text, Visit&& visit) {
    while (!text.empty()) {
        utf8proc_int32_t code = static_cast<unsigned char>(text.front());
        utf8proc_ssize_t used = 1;
        if (code >= 0x80) {
            used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                    static_cast<utf8proc_ssize_t>(text.size()), &code);
            if (used < 1) code = -1, used = 1;
        }
        visit(text.substr(0, static_cast<std::size_t>(used)), code);
        text.remove_prefix(static_cast<std::size_t>(used));
    }
}

// What a terminal obeys instead of showing it: control characters of both sets, what ends a line, what turns the
// direction of writing.
bool is_obeyed(utf8proc_int32_t code) {
    return (code >= 0 && code < 0x20) || (code >= 0x7f && code < 0xa0) || code == 0x200e || code == 0x200f ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string fold(std::string_view utf8) {
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    std::string out;
    out.reserve(utf8.size());
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    std::size_t at = 0;
    while (at < utf8.size()) {
        const unsigned char byte = bytes[at];
        if (byte < 0x80) {  // nearly all of the atlas
            ++at;
            if (byte >= 'A' && byte <= 'Z')
                out += static_cast<char>(byte - 'A' + 'a');
            else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
                out += static_cast<char>(byte);
            else if (!out.empty() && out.back() != ' ')
                out += ' ';
            continue;
        }
        utf8proc_int32_t code = 0;
        const auto used = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(utf8.size() - at), &code);
        at += used > 0 ? static_cast<std::size_t>(used) : 1;
        if (used <= 0) code = ' ';

        // Unicode does not take these apart, but people type them as two letters.
        if (code == 0x153 || code == 0x152) {
            out += "oe";
            continue;
        }
        if (code == 0xE6 || code == 0xC6) {
            out += "ae";
            continue;
        }
        utf8proc_int32_t parts[32];
        int boundary = 0;
        const auto count = utf8proc_decompose_char(code, parts, 32, options, &boundary);
        for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) append_folded(out, parts[i]);
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string capitalised(std::string text) {
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') {
        text[0] = static_cast<char>(first - 32);
    } else if (text.size() > 1) {
        const auto second = static_cast<unsigned char>(text[1]);
        if (first == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7)
            text[1] = static_cast<char>(second - 32);
        if (first == 0xC5 && second == 0x93) text[1] = static_cast<char>(0x92);  // oe
    }
    return text;
}

std::string without_end_blanks(std::string text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
            if (text.ends_with(blank)) text.erase(text.size() - blank.size()), again = true;
    }
    return text;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty()) all += between;
        all += part;
    }
    return all;
}

std::vector<std::string> parts_of(std::string_view text, char sign) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(sign);
        std::string_view part = text.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

std::string in_one_line(std::string_view utf8) {
    std::string line;
    for_each_character(utf8, [&](std::string_view bytes, utf8proc_int32_t code) {
        if (is_obeyed(code))
            line += ' ';
        else
            line += bytes;
    });
    return line;
}

std::string escaped_json(std::string_view json) {
    std::string all;
    all.reserve(json.size());
    for_each_character(json, [&](std::string_view bytes, utf8proc_int32_t code) {
        if (code >= 0x7f && is_obeyed(code))  // those below, a writer of JSON has escaped itself
            all += fmt::format("\\u{:04x}", code);
        else
            all += bytes;
    });
    return all;
}

std::string shown(std::string_view text, std::size_t most) {
    std::string all;
    for_each_character(text, [&](std::string_view bytes, utf8proc_int32_t code) {
        if (code == '\n')
            all += "\\n";
        else if (code < 0)
            all += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes.front()));
        else if (is_obeyed(code))
            all += code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
        else
            all += bytes;
    });
    if (all.size() <= most) return all;
    const auto continues = [&](std::size_t at) { return (all[at] & 0xC0) == 0x80; };
    std::size_t head = most * 2 / 3, tail = all.size() - most / 3;
    while (head > 0 && continues(head)) --head;
    while (tail < all.size() && continues(tail)) ++tail;
    return all.substr(0, head) + "\u2026" + all.substr(tail);
}

std::string elide(std::string_view utf8, float width, const std::function<float(std::string_view)>& width_of) {
    if (width_of(utf8) <= width) return std::string(utf8);
    while (!utf8.empty()) {
        // A whole character at a time: its first byte is the one that continues nothing.
        while (utf8.size() > 1 && (static_cast<unsigned char>(utf8.back()) & 0xC0) == 0x80) utf8.remove_suffix(1);
        utf8.remove_suffix(1);
        std::string shorter = std::string(utf8.substr(0, utf8.find_last_not_of(" ,") + 1)) + "\u2026";
        if (width_of(shorter) <= width) return shorter;
    }
    return "";
}

}  // namespace myomap
