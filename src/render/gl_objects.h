#pragma once
// Owners of GL names. Each deletes its name when it goes; a GL context must be current then.

#include <filesystem>
#include <string>
#include <utility>

#include <epoxy/gl.h>
#include <glm/vec4.hpp>

#include "chart/paint.h"

namespace myomap {

template <void (*Delete)(GLuint)>
class GlName {
public:
    GlName() = default;
    explicit GlName(GLuint name) : name_(name) {}
    GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlName& operator=(GlName&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    ~GlName() {
        if (name_) Delete(name_);
    }
    operator GLuint() const { return name_; }

private:
    GLuint name_ = 0;
};

namespace gl_delete {
inline void buffer(GLuint n) { glDeleteBuffers(1, &n); }
inline void vertex_array(GLuint n) { glDeleteVertexArrays(1, &n); }
inline void texture(GLuint n) { glDeleteTextures(1, &n); }
inline void renderbuffer(GLuint n) { glDeleteRenderbuffers(1, &n); }
inline void framebuffer(GLuint n) { glDeleteFramebuffers(1, &n); }
inline void program(GLuint n) { glDeleteProgram(n); }
}  // namespace gl_delete

using GlBuffer = GlName<gl_delete::buffer>;
using GlVertexArray = GlName<gl_delete::vertex_array>;
using GlTexture = GlName<gl_delete::texture>;
using GlRenderbuffer = GlName<gl_delete::renderbuffer>;
using GlFramebuffer = GlName<gl_delete::framebuffer>;
using GlProgram = GlName<gl_delete::program>;

GlBuffer make_buffer(GLenum target, size_t bytes, const void* data, GLenum usage);

// 0..1.
glm::vec4 rgba(Color color);

// From now on colours are laid over what is there, by their alpha.
void blend_over();

// Compiles and links `name`.vert and `name`.frag of the folder, with `define` defined in both. Throws RenderError that
// names the file and carries the compiler's message.
GlProgram make_program(const std::filesystem::path& shaders, const std::string& name, const std::string& define = "");

}  // namespace myomap
