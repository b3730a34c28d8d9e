#pragma once
// The command line: `myomap` opens the window, `myomap COMMAND` does one thing and ends.

namespace myomap {

// Exit codes of the program.
inline constexpr int exit_ok = 0;
inline constexpr int exit_data_has_problems = 1;  // the user's file was read, and it is not in order
inline constexpr int exit_cannot_work = 2;        // bad arguments, something missing, a file that can't be written

// Gives the exit code. What a command threw has been said, as one sentence in the user's language.
int run_cli(int argc, char** argv);

}  // namespace myomap
