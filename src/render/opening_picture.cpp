// The file: magic, version, key, width, height, then the rows. In this machine's byte order: it never leaves it.

#include "render/opening_picture.h"

#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/replace_file.h"

namespace myomap {

namespace {

constexpr std::uint32_t format_version = 1;
constexpr int most_pixels = 16384;  // of a side; no window is larger

struct Header {
    char magic[4] = {'M', 'Y', 'O', 'P'};
    std::uint32_t version = format_version;
    std::uint64_t key = 0;
    std::int32_t width = 0, height = 0;
};

// The bytes of everything a key stands for, one value after the other.
class Bytes {
public:
    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T> Bytes& operator<<(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    template <class T>
    Bytes& operator<<(const std::vector<T>& values) {
        *this << values.size();
        for (const T& value : values) *this << value;
        return *this;
    }
    Bytes& operator<<(const SparseField& field) { return *this << field.vertices << field.values; }
    Bytes& operator<<(const Paint& p) {
        return *this << p.fill.rgba << p.pattern << p.ink.rgba << p.border << p.edge.rgba << p.border_px << p.film_fill
                     << p.film_edge;
    }
    Bytes& operator<<(const PaintLayer& layer) { return *this << layer.field << layer.paint; }
    Bytes& operator<<(const MuscleLook& look) { return *this << look.shown << look.chosen << look.bone << look.rgba; }
    Bytes& operator<<(const glm::vec3& v) { return *this << v.x << v.y << v.z; }
    Bytes& operator<<(const Camera& c) {
        return *this << c.target << c.orientation.w << c.orientation.x << c.orientation.y << c.orientation.z
                     << c.height_cm << c.reach_cm << c.depth_cm;
    }
    Bytes& operator<<(const PictureView& view) {
        return *this << view.rect.x << view.rect.y << view.rect.width << view.rect.height << view.camera;
    }

    std::uint64_t hash() const { return std::hash<std::string_view>()(bytes_); }

private:
    std::string bytes_;
};

}  // namespace

std::uint64_t picture_key(const Picture& picture, const std::vector<std::filesystem::path>& made_with) {
    Bytes bytes;
    bytes << picture.size.x << picture.size.y << picture.body << picture.theme << picture.scale << picture.style
          << picture.layers << picture.under_skin.layers << picture.under_skin.looks << picture.views;
    for (const auto& file : made_with) {
        std::error_code error;
        bytes << std::filesystem::file_size(file, error)
              << std::filesystem::last_write_time(file, error).time_since_epoch().count();
    }
    return bytes.hash();
}

GlTexture make_texture(const OpeningPicture& picture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    GlTexture texture(name);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.size.x, picture.size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 picture.rgba.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

std::optional<OpeningPicture> read_opening_picture(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    Header header;
    if (!in.read(reinterpret_cast<char*>(&header), sizeof header) ||
        std::memcmp(header.magic, Header{}.magic, sizeof header.magic) != 0 || header.version != format_version ||
        header.width < 1 || header.height < 1 || header.width > most_pixels || header.height > most_pixels)
        return {};
    const auto bytes = static_cast<size_t>(header.width) * static_cast<size_t>(header.height) * 4;
    std::error_code error;
    if (std::filesystem::file_size(file, error) != sizeof header + bytes) return {};
    OpeningPicture picture{header.key, {header.width, header.height}, std::vector<std::uint8_t>(bytes)};
    if (!in.read(reinterpret_cast<char*>(picture.rgba.data()), static_cast<std::streamsize>(bytes))) return {};
    return picture;
}

bool write_opening_picture(const std::filesystem::path& file, std::uint64_t key, const Image& image) {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    Header header;
    header.key = key;
    header.width = image.size.x;
    header.height = image.size.y;
    return replace_file(file,
                        [&](std::ostream& out) {
                            out.write(reinterpret_cast<const char*>(&header), sizeof header);
                            const auto row = static_cast<std::streamsize>(image.size.x) * 4;
                            for (int y = image.size.y - 1; y >= 0; --y)
                                out.write(reinterpret_cast<const char*>(image.rgba.data()) + y * row, row);
                        })
        .empty();
}

}  // namespace myomap
