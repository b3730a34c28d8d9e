#include "ui/built_in.h"

#include "base/word.h"
#include "ui/modes/explore.h"
#include "ui/tools/pick_tool.h"
#include "ui/tools/turn_tool.h"

namespace myomap {

std::vector<ModeEntry> built_in_modes() { return {explore_mode()}; }

std::vector<ToolEntry> built_in_tools() {
    return {
        {"turn", word("Turn, move and zoom"), [] { return std::unique_ptr<Tool>(std::make_unique<TurnTool>()); }},
        {"pick", word("Choose"), [] { return std::unique_ptr<Tool>(std::make_unique<PickTool>()); }},
    };
}

}  // namespace myomap
