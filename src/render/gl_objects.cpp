#include "render/gl_objects.h"

#include <string>

#include "base/read_file.h"
#include "render/render_error.h"

namespace myomap {

namespace {

GLuint compile(GLenum kind, const std::filesystem::path& file, const std::string& define) {
    std::string source;
    try {
        source = read_file(file, {1 << 20});
    } catch (const ReadError&) {
        throw RenderError(word("the shader {} is missing; reinstall Myomap or build it again"), {file.string()});
    }
    if (!define.empty()) source.insert(source.find('\n') + 1, "#define " + define + "\n");  // after the version
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

glm::vec4 rgba(Color color) {
    return glm::vec4{color.rgba >> 24 & 255, color.rgba >> 16 & 255, color.rgba >> 8 & 255, color.rgba & 255} / 255.f;
}

GlProgram make_program(const std::filesystem::path& shaders, const std::string& name, const std::string& define) {
    const GLuint vertex = compile(GL_VERTEX_SHADER, shaders / (name + ".vert"), define);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, shaders / (name + ".frag"), define);
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

void blend_over() {
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

}  // namespace myomap
