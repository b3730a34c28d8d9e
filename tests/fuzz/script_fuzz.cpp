// A recorded script of the window: read, not played.

#include "harness.h"
#include "ui/script.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    try {
        int last = 0;
        for (const ScriptCommand& command : parse_script(bytes, "input")) {
            require(command.line > last && !command.verb.empty(), "a command that stands nowhere");
            last = command.line;
        }
    } catch (const ScriptError&) {
        // Most inputs are no script.
    }
}

std::vector<std::string> seeds() {
    std::vector<std::string> all{
        "resize 1280 800\nmove 3 4\nclick @chart+0.3,0.5 right\ndouble @tree/x\ndrag 1 2 3 4 "
        "middle\nwheel @chart -3\nkey ctrl+shift+z\ntype a b # c\nmotion 0.5\nmotion clock\n"
        "clock 2026-03-02T10:00:00Z\nexpect undo \"Select {}\"\nexpect no-item x\nwait\n"
        "screenshot a.png\nquit\n"};
    for (const auto& file : std::filesystem::directory_iterator(source("tests/ui/scripts")))
        if (file.path().extension() == ".script" && all.size() < 6)
            all.push_back(bytes_of(file.path()).substr(0, 1500));
    return all;
}

const Registered script({"script", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
