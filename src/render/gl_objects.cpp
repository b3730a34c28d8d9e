#include "render/gl_objects.h"

#include <string>

#include "base/read_file.h"
#include "render/render_error.h"

namespace myomap {

namespace {

GLuint compile(GLenum kind, const std::filesystem::path& file) {
    std::string source;
    try {
        source = read_file(file, {1 << 20});
    } catch (const ReadError&) {
        throw RenderError(word("the shader {} is missing; reinstall Myomap or build it again"), {file.string()});
    }
    const char* pointer = source.c_str();
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &pointer, nullptr);
    glCompileShader(shader);
    GLint ok = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
    if (!ok) {
        char log[1024] = "";
        glGetShaderInfoLog(shader, sizeof log, nullptr, log);
        glDeleteShader(shader);
        throw RenderError(word("the shader {} does not compile on this graphics driver: {}"), {file.string(), log});
    }
    return shader;
}

}  // namespace

GlBuffer make_buffer(GLenum target, size_t bytes, const void* data, GLenum usage) {
    GLuint name = 0;
    glGenBuffers(1, &name);
    glBindBuffer(target, name);
    glBufferData(target, static_cast<GLsizeiptr>(bytes), data, usage);
    return GlBuffer(name);
}

GlProgram make_program(const std::filesystem::path& shaders, const std::string& name) {
    const GLuint vertex = compile(GL_VERTEX_SHADER, shaders / (name + ".vert"));
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, shaders / (name + ".frag"));
    GlProgram program(glCreateProgram());
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint ok = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &ok);
    if (!ok) throw RenderError(word("the shaders {} do not link on this graphics driver"), {name + ".vert, .frag"});
    return program;
}

}  // namespace myomap
