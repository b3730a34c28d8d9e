#pragma once
// The bodies as a window last opened with them, kept in a file between two runs. A start that shows them from there
// needs no shader and no mesh for its first frame; the renderer draws them afterwards as it always does, so a picture
// that is out of date is seen for a moment at most.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include <glm/vec2.hpp>

#include "chart/picture.h"
#include "render/gl_objects.h"
#include "render/renderer.h"

namespace myomap {

struct OpeningPicture {
    std::uint64_t key = 0;  // picture_key of what it shows
    glm::ivec2 size{};
    std::vector<std::uint8_t> rgba;  // 8 bit, opaque, bottom row first, as OpenGL takes it
};

// Tells whether two pictures have the same bodies: everything Renderer reads of a picture, and the size and time of the
// files that it is made with (program, shaders, meshes).
std::uint64_t picture_key(const Picture& picture, const std::vector<std::filesystem::path>& made_with);

// A texture of it in the current OpenGL context.
GlTexture make_texture(const OpeningPicture& picture);

// Nothing when there is no such file, or what it holds is not a whole picture.
std::optional<OpeningPicture> read_opening_picture(const std::filesystem::path& file);

// Writes beside the file and renames, making the folder first. False when it can't be written: the next start draws.
bool write_opening_picture(const std::filesystem::path& file, std::uint64_t key, const Image& image);

}  // namespace myomap
