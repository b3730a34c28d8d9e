#pragma once
// Runs the real program and keeps what it said.

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace myomap {

struct Outcome {
    int code = -1;
    std::string out;
    std::string err;
};

inline std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A shell command line; standard error goes through a file.
inline Outcome run_shell(const std::string& command) {
    const std::filesystem::path folder = MYOMAP_TEST_OUTPUT;
    std::filesystem::create_directories(folder);
    const auto errors = folder / ("stderr." + std::to_string(::getpid()));
    Outcome run;
    FILE* pipe = ::popen(("(" + command + ") 2>'" + errors.string() + "'").c_str(), "r");
    std::array<char, 4096> buffer;
    while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) run.out.append(buffer.data(), count);
    const int status = ::pclose(pipe);
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    run.err = read_text(errors);
    std::filesystem::remove(errors);
    return run;
}

// No display may be needed: none is offered.
inline Outcome run_myomap(const std::string& arguments, const std::string& before = "") {
    return run_shell(before + " env -u DISPLAY -u WAYLAND_DISPLAY '" MYOMAP_EXECUTABLE "' " + arguments);
}

}  // namespace myomap
