#include "ui/built_in.h"

#include "base/word.h"
#include "ui/icons.h"
#include "ui/modes/chart.h"
#include "ui/modes/explain.h"
#include "ui/modes/explore.h"
#include "ui/modes/find.h"
#include "ui/modes/study.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/finding_tool.h"
#include "ui/tools/item_tool.h"
#include "ui/tools/note_tool.h"
#include "ui/tools/pick_tool.h"
#include "ui/tools/study_tools.h"
#include "ui/tools/turn_tool.h"

namespace myomap {

namespace {

template <class Kind, auto... Arguments>
std::unique_ptr<Tool> make() {
    return std::make_unique<Kind>(Arguments...);
}

}  // namespace

std::vector<ModeEntry> built_in_modes() {
    return {explore_mode(), explain_mode(), find_mode(), chart_mode(), study_mode()};
}

std::vector<ToolEntry> built_in_tools() {
    return {
        {"turn", word("Turn, move and zoom"), make<TurnTool>},
        {"pick", word("Choose"), make<PickTool>},
        {"item", word("Turn"), make<ItemTool>, icon::hand, "V",
         word("Drag turns the body; a click chooses an area, finding or note")},
        {"brush", word("Brush"), make<BrushTool, false>, icon::brush, "C"},
        {"erase", word("Erase"), make<BrushTool, true>, icon::eraser, "E"},
        {"finding", word("Finding"), make<FindingTool>, icon::focus, "7",
         word("Click a trigger point, or any other place, to record what was found there")},
        {"note", word("Note"), make<NoteTool, NoteKind::text>, icon::comment, "8", word("Click where a note belongs")},
        {"arrow", word("Arrow"), make<NoteTool, NoteKind::arrow>, icon::arrow_right, "9",
         word("Drag from where a pain begins to where it spreads")},
        {"symbol", word("Symbol"), make<NoteTool, NoteKind::symbol>, icon::star, "0",
         word("Click where a scar, a swelling or a bruise is, or what was checked and is clear")},
        // Those of Study name nothing that lies under the pointer.
        {"study_click", word("Turn"), make<StudyClick>, icon::hand, "V",
         word("A click sets the place; drag turns a large view, a double-click makes one")},
        {"study_brush", word("Brush"), make<StudyBrush, false>, icon::brush, "C"},
        {"study_erase", word("Erase"), make<StudyBrush, true>, icon::eraser, "E"},
    };
}

}  // namespace myomap
