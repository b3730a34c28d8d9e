#pragma once
// The modes: one way each of working with the chart, as rows of a table. A mode names its panels, keys and tools; the
// shell, the chart panel and the key table know no mode by name.

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ui/key_binding.h"
#include "ui/panel.h"
#include "ui/tool.h"

namespace myomap {

struct Ui;

// What Ctrl+Z takes back: a stroke of the drawing, or the last choice where a mode draws nothing.
enum class UndoActsOn { drawing, standpoint };

// Something that is done at once, on the rail below the tools.
struct RailAction {
    std::string_view id;
    std::string_view name;  // English, marked with word()
    const char* icon;
    std::string_view keys;
    bool (*enabled)(const Ui&);
    void (*act)(Ui&);
};

// A strip above the chart.
struct OptionsBar {
    float (*height)(const Ui&, float width) = nullptr;  // pixels; 0: there is none now
    void (*draw)(Ui&, const Rect&) = nullptr;
};

struct ModeEntry {
    std::string_view id;    // "explore"
    std::string_view name;  // "Explore": English, marked with word()
    UndoActsOn undo = UndoActsOn::drawing;
    bool full_screen = false;             // its panel has the whole window, without bars
    bool chooses_side = false;            // of the patient, in the bar; others draw on either
    std::vector<PanelEntry> panels;       // at most one a side
    std::vector<KeyBinding> keys;         // come before those that every mode has
    std::vector<std::string_view> tools;  // ids in the table of tools; the first is asked first
    std::vector<RailAction> actions{};
    OptionsBar bar{};
    std::string_view hints{};  // in the status line, English: what the pointer and some keys do
    void (*enter)(Ui&) = nullptr;
    void (*leave)(Ui&) = nullptr;
};

// Which mode is on, and the panels and tools of those that have been. They are made when a mode is first entered and
// kept, so that coming back finds what was left.
class Modes {
public:
    // The first mode is on; its `enter` is not called. Throws std::invalid_argument, naming it, for a tool that is not
    // in the table or a second panel on one side.
    Modes(std::vector<ModeEntry> modes, std::vector<ToolEntry> tools);

    std::span<const ModeEntry> all() const { return modes_; }
    std::size_t at() const { return at_; }
    std::size_t before() const { return before_; }  // the mode that was left for this one
    const ModeEntry& current() const { return modes_[at_]; }
    void choose(Ui& ui, std::size_t index);

    // Null where the mode has no panel on that side.
    const PanelEntry* entry(PanelSide side) const;
    Panel* panel(PanelSide side) const;
    // Of every mode that has been on.
    std::vector<Panel*> all_panels() const;
    // The mode's panel of this type, or null.
    template <class Kind>
    Kind* panel() const {
        for (const auto& one : live_[at_].panels)
            if (auto* found = dynamic_cast<Kind*>(one.get())) return found;
        return nullptr;
    }

    // Those that are asked, in this order: the chosen one, then those that are not on the rail.
    std::span<Tool* const> tools() const { return live_[at_].asked; }
    // Asked before the others from now on. Nothing when the mode does not have it.
    void choose_tool(std::string_view id);
    // The same, as a user does it: both tools are told.
    void take_up(Ui& ui, std::string_view id);
    std::string_view chosen_tool() const { return live_[at_].order.empty() ? "" : live_[at_].order.front(); }
    // The mode's tools that stand on the rail, in the mode's order.
    std::vector<const ToolEntry*> rail() const;
    const ToolEntry& tool(std::string_view id) const;  // one that there is

private:
    struct Live {
        bool made = false;
        std::vector<std::unique_ptr<Panel>> panels;  // as in the entry
        std::vector<std::unique_ptr<Tool>> tools;
        std::vector<std::string_view> order;  // their ids
        std::vector<Tool*> asked;
    };
    void make(std::size_t index);
    void ask(Live& live) const;

    std::vector<ModeEntry> modes_;
    std::vector<ToolEntry> tools_;
    std::vector<Live> live_;
    std::size_t at_ = 0, before_ = 0;
};

}  // namespace myomap
