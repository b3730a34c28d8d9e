#include <csignal>
#include <cstdio>
#include <exception>

#include "cli/cli.h"

int main(int argc, char** argv) {
    // A file size limit becomes an error that can be told, instead of the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        const int code = myomap::run_cli(argc, argv);
        if (std::fflush(stdout) != 0 || std::ferror(stdout)) {
            std::fputs("myomap: cannot write to standard output\n", stderr);
            return myomap::exit_cannot_work;
        }
        return code;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "myomap: %s\n", error.what());
    } catch (...) {
        std::fputs("myomap: stopped for an unknown reason\n", stderr);
    }
    return myomap::exit_cannot_work;
}
