// letterhead.json. What was read can be written and read again.

#include "export/letterhead.h"
#include "json_harness.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "letterhead/letterhead.json");
    Message problem;
    open_letterhead(file, problem);
    words(Phrases(), problem);
    try {
        const Letterhead letterhead = read_letterhead(file);
        write_letterhead(file, letterhead);
        require(read_letterhead(file) == letterhead, "written and read again it is another");
    } catch (const LetterheadError& error) {
        words(Phrases(), error);
    }
}

std::vector<std::string> seeds() {
    const auto file = file_of("", "letterhead/letterhead.json");
    write_letterhead(file, {.name = "Physiotherapy at the Bridge",
                            .address = {"1 Bridge Street", "Éire"},
                            .phone = "555 123",
                            .footer = "Open on weekdays",
                            .logo = "letterhead_logo.png"});
    return {bytes_of(file)};
}

const Registered letterhead({"letterhead", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
