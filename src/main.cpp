#include <csignal>

#include "cli/cli.h"

int main(int argc, char** argv) {
    // A file size limit becomes an error that can be told, instead of the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    return myomap::run_cli(argc, argv);
}
