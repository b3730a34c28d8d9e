#pragma once
// Picture -> pixels of the bodies (the overlay is painted on top by a Canvas). Needs a current OpenGL 3.3 core context
// for its whole life. Views are cached: only a view whose camera, size, body, theme or layers changed is redrawn.

#include <filesystem>
#include <memory>
#include <vector>

#include <glm/vec2.hpp>

#include "base/failure.h"
#include "body/body.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "render/render_error.h"

namespace myomap {

// draft: no multisampling, for a frame that must come at once; fine: 4x multisampling, for stills and exports.
enum class Quality { draft, fine };

// RGBA, 8 bit, top row first, opaque.
struct Image {
    glm::ivec2 size{};
    std::vector<std::uint8_t> rgba;
};

class Renderer {
public:
    // Throws RenderError when the context is below OpenGL 3.3. `shaders` is the folder of the GLSL files. Bodies and
    // muscles of the scene must outlive the renderer. Shaders and meshes are made when something is first drawn.
    Renderer(const Scene& scene, const std::filesystem::path& shaders);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // What a picture is rendered for: each keeps a texture of its own, and what it may reuse of it.
    enum class Slot { chart, thumbnail };

    // Renders what changed since the last call. Returns the GL texture (RGBA, bottom row first) of picture.size.
    // Throws RenderError when the picture is too large, or a shader is missing or does not compile.
    unsigned render(const Picture& picture, Quality quality, Slot slot = Slot::chart);

    // Reads back what render() made of the chart.
    Image read_back() const;

    // How many views the last render() really drew.
    int views_drawn() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myomap
