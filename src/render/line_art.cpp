#include "render/line_art.h"

#include <glm/gtc/type_ptr.hpp>

#include "render/target.h"

namespace myomap {

namespace {

GlTexture make_texture(glm::ivec2 size, GLint format, GLenum of, GLenum type) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexImage2D(GL_TEXTURE_2D, 0, format, size.x, size.y, 0, of, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
    return GlTexture(name);
}

}  // namespace

void LineArt::begin(glm::ivec2 size, const std::filesystem::path& shaders) {
    const glm::ivec2 wanted = detail * size;
    if (!program_) {
        program_ = make_program(shaders, "lines");
        GLuint name = 0;
        glGenVertexArrays(1, &name);
        triangle_ = GlVertexArray(name);
    }
    if (size_.x < wanted.x || size_.y < wanted.y) {
        size_ = max(size_, wanted);
        seen_ = make_texture(size_, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
        depth_ = make_texture(size_, GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8);
        GLuint name = 0;
        glGenFramebuffers(1, &name);
        framebuffer_ = GlFramebuffer(name);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, seen_, 0);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_TEXTURE_2D, depth_, 0);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) throw refused(size_);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glViewport(0, 0, wanted.x, wanted.y);
    glScissor(0, 0, wanted.x, wanted.y);
    glClearColor(0.5f, 0.5f, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

void LineArt::finish(unsigned framebuffer, glm::ivec2 origin, glm::ivec2 size, const Look& look) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(origin.x, origin.y, size.x, size.y);
    glScissor(origin.x, origin.y, size.x, size.y);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glUseProgram(program_);
    const auto uniform = [&](const char* name) { return glGetUniformLocation(program_, name); };
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, depth_);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, seen_);
    glUniform1i(uniform("seen"), 0);
    glUniform1i(uniform("depth"), 1);
    glUniform2i(uniform("origin"), origin.x, origin.y);
    glUniform2i(uniform("size"), detail * size.x, detail * size.y);
    glUniform1i(uniform("detail"), detail);
    glUniform1f(uniform("scale"), look.scale);
    glUniform1f(uniform("depth_span_cm"), look.depth_span_cm);
    glUniform3fv(uniform("paper"), 1, glm::value_ptr(look.paper));
    glUniform3fv(uniform("ink"), 1, glm::value_ptr(look.ink));
    glBindVertexArray(triangle_);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glBindTexture(GL_TEXTURE_2D, 0);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, 0);
    glActiveTexture(GL_TEXTURE0);
    glEnable(GL_DEPTH_TEST);
    glEnable(GL_CULL_FACE);
}

void LineArt::release() {
    size_ = {};
    seen_ = GlTexture();
    depth_ = GlTexture();
    framebuffer_ = GlFramebuffer();
}

}  // namespace myomap
