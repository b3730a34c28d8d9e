#include "export/letterhead.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <stb/stb_image.h>
#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/folders.h"
#include "base/read_file.h"
#include "base/system_reason.h"
#include "export/cairo_canvas.h"

namespace myomap {

namespace {

using nlohmann::json;

constexpr std::size_t longest_line = 160;  // bytes
constexpr std::uintmax_t most_file_bytes = 100'000;
constexpr std::uintmax_t most_logo_bytes = 20 << 20;
constexpr int most_logo_side = 8000;
constexpr long most_logo_pixels = 40'000'000;
constexpr glm::ivec2 drawn_logo{1600, 400};  // 16 mm at 600 dpi, and four times as wide

struct FreePixels {
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};

constexpr std::string_view png_head = "\x89PNG\r\n\x1a\n";
constexpr const char* logo_names[] = {"letterhead_logo.png", "letterhead_logo.jpg"};

bool is_png(std::string_view bytes) { return bytes.starts_with(png_head); }
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"); }

std::uint32_t number_at(std::string_view bytes, size_t at) {
    std::uint32_t number = 0;
    for (size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

// Of a PNG's chunk.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
    }
    return ~sum;
}

// As the header says, whatever follows; the decoder's own answer has limits for PNG.
std::optional<glm::i64vec2> stated_size(std::string_view bytes) {
    glm::i64vec2 size{};
    if (is_png(bytes)) {
        constexpr size_t kind = 12, width = 16, height = 20;
        if (bytes.size() < height + 4 || bytes.substr(kind, 4) != "IHDR") return {};
        size = {number_at(bytes, width), number_at(bytes, height)};
    } else {
        glm::ivec2 read{};
        int channels = 0;
        if (!stbi_info_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                                   &read.x, &read.y, &channels))
            return {};
        size = read;
    }
    return std::min(size.x, size.y) > 0 ? std::optional(size) : std::nullopt;
}

// The decoder takes what is cut off or altered for pixels; the file itself tells.
bool is_whole(std::string_view bytes) {
    if (is_jpeg(bytes)) {
        const size_t scan = bytes.rfind("\xff\xda");
        return scan != std::string_view::npos && bytes.find("\xff\xd9", scan) != std::string_view::npos;
    }
    for (size_t at = png_head.size(); at + 12 <= bytes.size();) {
        const size_t length = number_at(bytes, at), end = at + 8 + length;
        if (end + 4 > bytes.size()) return false;
        const std::string_view chunk = bytes.substr(at + 4, 4 + length);
        if (checksum(chunk) != number_at(bytes, end)) return false;
        if (chunk.starts_with("IEND")) return true;
        at = end + 4;
    }
    return false;
}

// A cairo surface over pixels of cairo's order with alpha, which must outlive it.
SurfacePtr surface_over(Logo& logo) {
    return SurfacePtr(cairo_image_surface_create_for_data(logo.bgra.data(), CAIRO_FORMAT_ARGB32, logo.size.x,
                                                          logo.size.y, logo.size.x * 4));
}

// RGBA -> premultiplied BGRA.
Logo premultiplied(const stbi_uc* rgba, glm::ivec2 size) {
    Logo logo{size, std::vector<std::uint8_t>(static_cast<size_t>(size.x) * static_cast<size_t>(size.y) * 4)};
    for (size_t i = 0; i < logo.bgra.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        const auto times = [&](size_t k) { return static_cast<std::uint8_t>((rgba[i + k] * alpha + 127) / 255); };
        logo.bgra[i] = times(2);
        logo.bgra[i + 1] = times(1);
        logo.bgra[i + 2] = times(0);
        logo.bgra[i + 3] = static_cast<std::uint8_t>(alpha);
    }
    return logo;
}

Logo scaled_down(Logo logo) {
    const float share = std::min(static_cast<float>(drawn_logo.x) / static_cast<float>(logo.size.x),
                                 static_cast<float>(drawn_logo.y) / static_cast<float>(logo.size.y));
    if (share >= 1) return logo;
    Logo small{glm::max(glm::ivec2(glm::vec2(logo.size) * share), glm::ivec2(1)), {}};
    small.bgra.assign(static_cast<size_t>(small.size.x) * static_cast<size_t>(small.size.y) * 4, 0);
    const SurfacePtr from = surface_over(logo), to = surface_over(small);
    const CairoPtr cr(cairo_create(to.get()));
    cairo_scale(cr.get(), static_cast<double>(small.size.x) / logo.size.x,
                static_cast<double>(small.size.y) / logo.size.y);
    cairo_set_source_surface(cr.get(), from.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr.get()), CAIRO_FILTER_BEST);
    cairo_pattern_set_extend(cairo_get_source(cr.get()), CAIRO_EXTEND_PAD);
    cairo_paint(cr.get());
    cairo_surface_flush(to.get());
    return small;
}

// The text of a member; nothing said is "".
std::string text_of(const json& object, const char* member, const std::filesystem::path& file) {
    const auto found = object.find(member);
    if (found == object.end()) return "";
    if (!found->is_string())
        throw LetterheadError(word("{}: expected a text as \"{}\"; set the letterhead again"), {file.string(), member});
    return found->get<std::string>();
}

}  // namespace

std::filesystem::path letterhead_file() {
    const std::filesystem::path folder = config_folder();
    return folder.empty() ? folder : folder / "letterhead.json";
}

Letterhead read_letterhead(const std::filesystem::path& file) {
    std::error_code ignored;
    if (file.empty() || !std::filesystem::exists(file, ignored)) return {};
    const json root = json::parse(read_file(file, {most_file_bytes}), nullptr, false);
    if (!root.is_object())
        throw LetterheadError(word("{}: expected the letterhead as JSON; set it again or delete the file"),
                              {file.string()});
    Letterhead letterhead{.name = text_of(root, "name", file),
                          .address = {},
                          .phone = text_of(root, "phone", file),
                          .footer = text_of(root, "footer", file),
                          .logo = text_of(root, "logo", file)};
    if (const auto lines = root.find("address"); lines != root.end()) {
        if (!lines->is_array() || !std::ranges::all_of(*lines, [](const json& line) { return line.is_string(); }))
            throw LetterheadError(word("{}: expected a list of texts as \"address\"; set the letterhead again"),
                                  {file.string()});
        letterhead.address = lines->get<std::vector<std::string>>();
    }
    check_letterhead(letterhead);
    return letterhead;
}

void check_letterhead(const Letterhead& letterhead) {
    if (letterhead.address.size() > most_address_lines)
        throw LetterheadError(word("an address of {} lines has no room on a page; give at most {}"),
                              {std::to_string(letterhead.address.size()), std::to_string(most_address_lines)});
    std::vector<std::string> lines{letterhead.name, letterhead.phone, letterhead.footer};
    lines.insert(lines.end(), letterhead.address.begin(), letterhead.address.end());
    for (const std::string& line : lines)
        if (line.size() > longest_line)
            throw LetterheadError(word("\"{}...\" is too long for a line of a letterhead; give at most {} letters"),
                                  {line.substr(0, 24), std::to_string(longest_line)});
}

void write_letterhead(const std::filesystem::path& file, const Letterhead& letterhead) {
    check_letterhead(letterhead);
    const json root{{"name", letterhead.name},
                    {"address", letterhead.address},
                    {"phone", letterhead.phone},
                    {"footer", letterhead.footer},
                    {"logo", letterhead.logo}};
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    write_file(file, root.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
    for (const char* name : logo_names)
        if (name != letterhead.logo) std::filesystem::remove(file.parent_path() / name, ignored);
}

void remove_letterhead(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) throw LetterheadError(word("cannot delete \"{}\": {}"), {file.string(), system_reason(error.value())});
    for (const char* name : logo_names) std::filesystem::remove(file.parent_path() / name, error);
}

Logo decode_logo(std::string_view bytes) {
    if (!is_png(bytes) && !is_jpeg(bytes))
        throw LetterheadError(word("expected a logo as PNG or JPEG, got a file of another kind"), {});
    const auto size = stated_size(bytes);
    if (!size)
        throw LetterheadError(word("the logo is damaged: its size cannot be read; save it again as PNG or JPEG"), {});
    if (std::max(size->x, size->y) > most_logo_side || size->x * size->y > most_logo_pixels)
        throw LetterheadError(
            word("a logo of {} x {} pixels is too large; scale it down to at most {} on a side and {} million in all"),
            {std::to_string(size->x), std::to_string(size->y), std::to_string(most_logo_side),
             std::to_string(most_logo_pixels / 1'000'000)});
    std::unique_ptr<stbi_uc, FreePixels> rgba;
    glm::ivec2 decoded{};
    int channels = 0;
    if (is_whole(bytes))
        rgba.reset(stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                                         &decoded.x, &decoded.y, &channels, 4));
    if (!rgba) throw LetterheadError(word("the logo is damaged; save it again as PNG or JPEG"), {});
    return scaled_down(premultiplied(rgba.get(), decoded));
}

std::string keep_logo(const std::filesystem::path& picture, const std::filesystem::path& letterhead_file) {
    const std::string bytes = read_file(picture, {most_logo_bytes});
    decode_logo(bytes);
    const std::string name = logo_names[is_png(bytes) ? 0 : 1];
    std::error_code ignored;
    std::filesystem::create_directories(letterhead_file.parent_path(), ignored);
    write_file(letterhead_file.parent_path() / name, bytes);
    return name;
}

std::shared_ptr<const PageLetterhead> open_letterhead(const std::filesystem::path& file, Message& problem) {
    PageLetterhead page;
    try {
        page.words = read_letterhead(file);
    } catch (const Failure& failure) {
        problem = {word("the letterhead cannot be used, the page is made without it: {}"), {failure.message}};
        return nullptr;
    }
    if (page.words.empty()) return nullptr;
    if (!page.words.logo.empty()) {
        try {
            // The name alone, whatever the file says.
            const auto name = std::filesystem::path(page.words.logo).filename();
            page.logo = decode_logo(read_file(file.parent_path() / name, {most_logo_bytes}));
        } catch (const Failure& failure) {
            problem = {word("the letterhead's logo cannot be used, the page is made without it: {}"),
                       {failure.message}};
        }
    }
    return std::make_shared<const PageLetterhead>(std::move(page));
}

}  // namespace myomap
