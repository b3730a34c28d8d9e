#include "render/target.h"

#include <algorithm>
#include <string>

namespace myomap {

void Target::make(glm::ivec2 wanted, int sample_count) {
    size = wanted;
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    framebuffer = GlFramebuffer(name);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    if (sample_count == 0) {
        glGenTextures(1, &name);
        texture = GlTexture(name);
        glBindTexture(GL_TEXTURE_2D, texture);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.x, size.y, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    } else {
        glGenRenderbuffers(1, &name);
        color = GlRenderbuffer(name);
        glBindRenderbuffer(GL_RENDERBUFFER, color);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, sample_count, GL_RGBA8, size.x, size.y);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color);
    }
    glGenRenderbuffers(1, &name);
    depth = GlRenderbuffer(name);
    glBindRenderbuffer(GL_RENDERBUFFER, depth);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, sample_count, GL_DEPTH24_STENCIL8, size.x, size.y);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, depth);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) throw refused(size);
}

RenderError refused(glm::ivec2 size) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    if (std::max(size.x, size.y) > most)
        return {word("the graphics driver refuses a picture of {} x {} pixels; ask for a smaller one"),
                {std::to_string(size.x), std::to_string(size.y)}};
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return {
        word("the graphics driver \"{}\" can't draw a picture of {} x {} pixels; choose another driver, for example "
             "Mesa's with GALLIUM_DRIVER=llvmpipe"),
        {name ? name : "", std::to_string(size.x), std::to_string(size.y)}};
}

}  // namespace myomap
