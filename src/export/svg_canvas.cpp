#include "export/svg_canvas.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>
#include <utf8proc.h>

namespace myomap {

namespace {

// fill="#c4161c" fill-opacity="0.5"
std::string paint(std::string_view what, Color color) {
    std::string text = fmt::format("{}=\"#{:06x}\"", what, color.rgba >> 8);
    if (const unsigned alpha = color.rgba & 0xff; alpha != 0xff)
        text += fmt::format(" {}-opacity=\"{:.3g}\"", what, alpha / 255.0);
    return text;
}

// A letter, then letters, digits, '_' and '-' only: what XML, style sheets and addresses all take as a name.
std::string legal_id(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '_';
        if (plain)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() || !std::isalpha(static_cast<unsigned char>(id.front())) ? "part-" + id : id;
}

std::string base64(const std::vector<std::uint8_t>& bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) { return k < bytes.size() ? bytes[k] : 0u; };
        const unsigned three = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
        for (int shift = 18; shift >= 0; shift -= 6) text += letters[three >> shift & 63];
    }
    for (std::size_t i = 0; i < (3 - bytes.size() % 3) % 3; ++i) text[text.size() - 1 - i] = '=';
    return text;
}

}  // namespace

std::string xml_text(std::string_view utf8) {
    std::string out;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    for (std::size_t at = 0; at < utf8.size();) {
        utf8proc_int32_t code = 0;
        const auto used = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(utf8.size() - at), &code);
        const std::size_t length = used > 0 ? static_cast<std::size_t>(used) : 1;
        const bool control = code < 0x20 ? code != '\n' && code != '\t' : code >= 0x7f && code < 0xa0;
        if (used <= 0 || control || code == 0xfffe || code == 0xffff)
            out += "";
        else if (code == '&')
            out += "&amp;";
        else if (code == '<')
            out += "&lt;";
        else if (code == '>')
            out += "&gt;";
        else if (code == '"')
            out += "&quot;";
        else
            out += utf8.substr(at, length);
        at += length;
    }
    return out;
}

SvgCanvas::SvgCanvas(const TextMeasure& measure, float units) : measure_(measure), units_(units) {}

void SvgCanvas::line(glm::vec2 a, glm::vec2 b, float width_px, Color color) {
    if (path_.data.empty() || path_.width != width_px || path_.color.rgba != color.rgba) {
        flush();
        path_ = {.data = "", .end = {}, .width = width_px, .color = color};
    }
    if (path_.data.empty() || path_.end != a) path_.data += fmt::format("M{} {}", number(a.x), number(a.y));
    path_.data += fmt::format("L{} {}", number(b.x), number(b.y));
    path_.end = b;
}

void SvgCanvas::circle(glm::vec2 centre, float radius_px, Color fill) {
    flush();
    element(fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>", number(centre.x), number(centre.y),
                        number(radius_px), paint("fill", fill)));
}

void SvgCanvas::rectangle(const Rect& rect, float corner_px, Color fill) {
    flush();
    const float corner = std::min({corner_px, rect.width / 2, rect.height / 2});
    element(fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{} {}/>", number(rect.x), number(rect.y),
                        number(rect.width), number(rect.height),
                        corner > 0 ? fmt::format(" rx=\"{}\"", number(corner)) : "", paint("fill", fill)));
}

void SvgCanvas::polygon(std::span<const glm::vec2> corners, Color fill) {
    flush();
    std::string points;
    for (const glm::vec2 corner : corners)
        points += fmt::format("{}{},{}", points.empty() ? "" : " ", number(corner.x), number(corner.y));
    element(fmt::format("<polygon points=\"{}\" {}/>", points, paint("fill", fill)));
}

void SvgCanvas::text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) {
    put_text(at, utf8, size_px, weight, color, "");
}

void SvgCanvas::edged_text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color,
                           Color edge, float edge_px) {
    put_text(at, utf8, size_px, weight, color,
             fmt::format(" {} stroke-width=\"{}\" paint-order=\"stroke\"", paint("stroke", edge), number(2 * edge_px)));
}

void SvgCanvas::put_text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color,
                         std::string_view more) {
    if (utf8.empty()) return;
    flush();
    // The width as it was laid out, so that another typeface fills the same room.
    element(fmt::format(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{} textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" {}{}>{}</text>",
        number(at.x), number(at.y), number(size_px), weight == FontWeight::semibold ? " font-weight=\"600\"" : "",
        number(width(utf8, size_px, weight)), paint("fill", color), more, xml_text(utf8)));
}

float SvgCanvas::width(std::string_view utf8, float size_px, FontWeight weight) const {
    return measure_.width(utf8, size_px, weight);
}

void SvgCanvas::begin_part(std::string_view name) {
    flush();
    const std::size_t start = out_.size();
    element(fmt::format("<g id=\"{}\">", id_of(name)));
    open_.emplace_back(start, out_.size());
}

void SvgCanvas::end_part() {
    flush();
    const auto [start, inside] = open_.back();
    open_.pop_back();
    if (out_.size() == inside)
        out_.resize(start);
    else
        element("</g>");
}

void SvgCanvas::image(std::string_view name, const Rect& rect, const std::vector<std::uint8_t>& png) {
    flush();
    element(
        fmt::format("<image id=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
                    "preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,{}\"/>",
                    id_of(name), number(rect.x), number(rect.y), number(rect.width), number(rect.height), base64(png)));
}

std::string SvgCanvas::take() {
    flush();
    return std::exchange(out_, {});
}

void SvgCanvas::flush() {
    if (path_.data.empty()) return;
    const Path path = std::exchange(path_, {});
    element(fmt::format("<path d=\"{}\" fill=\"none\" {} stroke-width=\"{}\"/>", path.data, paint("stroke", path.color),
                        number(path.width)));
}

void SvgCanvas::element(std::string_view text) {
    out_.append(open_.size() + 1, ' ');
    out_ += text;
    out_ += '\n';
}

// Hundredths of a unit are below what anyone sees.
std::string SvgCanvas::number(float pixels) const {
    std::string text = fmt::format("{:.2f}", pixels / units_);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string SvgCanvas::id_of(std::string_view name) {
    const std::string id = legal_id(name);
    std::string free = id;
    for (int i = 2; !ids_.insert(free).second; ++i) free = fmt::format("{}-{}", id, i);
    return free;
}

}  // namespace myomap
