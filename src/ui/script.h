#pragma once
// Recorded UI scripts: one command per line, '#' starts a comment. Coordinates are window pixels; "@name" is the
// middle of a named item (ui/items.h), e.g. "@tree/trapezius_upper".
//   resize W H             move AT             click AT [left|right|middle]     double AT
//   drag AT AT [button]    wheel AT N          key ctrl+z                       type some text
//   wait                   screenshot X.png    quit
// (W from 100 to 8192, together at most 16 million pixels; N from -100 to 100; a picture lies beside the script.)
//   motion SHARE|clock (where movements stand, 1 arrived, which is how a script begins; by the clock)
//   clock 2026-03-02T10:00:00Z (for Study: what time it is from then on)
//   expect selected ID[/TrP] | none            expect layout plate|head_neck|focus|single
//   expect body ID    expect side left|right|both    expect theme light|dark
//   expect overlay none|help|export|chart_file|question|compare|talk|handout|study
//   expect region ID|none    expect symptom ID|none    expect language en|fr    expect wording plain|clinical
//   expect depth N    expect around all|alone|over|under    expect style shaded|line_art    expect hidden ID|none
//   expect drawing P2 F1 N0 K0 (areas, findings, notes, kept patterns)    expect chosen P1|none    expect tool ID
//   expect study idle | asking KIND:ID | answered KIND:ID GRADE
//   expect unsaved yes|no    expect title TEXT
//   expect focus ITEM|none (what has the ring of the keyboard)
//   expect undo "..."    expect status "..."    expect notice "..."    expect item NAME    expect no-item NAME

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec2.hpp>

#include "ui/script_error.h"
#include "ui/ui.h"

union SDL_Event;

namespace myomap {

// A pixel, or a named item that is looked up when the command is played.
struct ScriptPlace {
    glm::vec2 at{};
    std::string item;
    glm::vec2 offset{};  // "@chart+0.3,0.5": fractions of the item instead of its middle
    bool has_offset = false;
};

struct ScriptCommand {
    int line = 0;
    std::string verb;
    std::vector<ScriptPlace> places;
    std::string text;     // key, typed text, file, what is expected
    std::string subject;  // of expect
    int number = 0;       // wheel steps, mouse button
    glm::ivec2 size{};    // resize
};

// Throws ScriptError with the line.
std::vector<ScriptCommand> parse_script(std::string_view text, const std::string& name);
std::vector<ScriptCommand> read_script(const std::filesystem::path& file);

// What happened instead of what the script expects, or nothing.
std::optional<Message> check_expectation(const Ui& ui, const ScriptCommand& command);

// The pixel; nothing when the item can't be seen.
std::optional<glm::vec2> find_place(const Ui& ui, const ScriptPlace& place);

// Writes what the user does in the same language.
class ScriptRecorder {
public:
    // `typing`: a text field has the keyboard, so characters are text; otherwise they are keys.
    void record(const SDL_Event& event, bool typing);
    std::string text() const;

private:
    std::string text_;
    std::string typed_;  // in a field, not yet in text_
    std::optional<glm::ivec2> press_;
    int button_ = 0;
    int clicks_ = 0;

    std::string typed_line() const;
};

}  // namespace myomap
