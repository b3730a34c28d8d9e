#include "base/text.h"

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
    for (size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = [&](size_t k) { return k < utf8.size() ? static_cast<unsigned char>(utf8[k]) : 0u; };
        const unsigned a = byte(i), b = byte(i + 1), c = byte(i + 2);
        const bool second_set = a == 0xc2 && b >= 0x80 && b < 0xa0;  // U+0080 to U+009F
        const bool turns = a == 0xe2 && ((b == 0x80 && ((c >= 0xaa && c <= 0xae) || c == 0x8e || c == 0x8f)) ||
                                         (b == 0x81 && c >= 0xa6 && c <= 0xa9));
        if (a >= 0x20 && a != 0x7f && !second_set && !turns) {
            line += utf8[i];
            continue;
        }
        line += ' ';
        i += turns ? 2 : second_set ? 1 : 0;
    }
    return line;
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
