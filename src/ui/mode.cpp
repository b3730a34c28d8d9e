#include "ui/mode.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace myomap {

Modes::Modes(std::vector<ModeEntry> modes, std::vector<ToolEntry> tools)
    : modes_(std::move(modes)), tools_(std::move(tools)), live_(modes_.size()) {
    for (const ModeEntry& mode : modes_) {
        for (const std::string_view id : mode.tools)
            if (std::ranges::find(tools_, id, &ToolEntry::id) == tools_.end())
                throw std::invalid_argument("The mode " + std::string(mode.id) + " names the tool " + std::string(id) +
                                            ", which is not in the table of tools.");
        for (const PanelSide side : {PanelSide::left, PanelSide::right})
            if (std::ranges::count(mode.panels, side, &PanelEntry::side) > 1)
                throw std::invalid_argument("The mode " + std::string(mode.id) + " has two panels on one side.");
    }
    make(0);
}

void Modes::choose(Ui& ui, std::size_t index) {
    if (index == at_ || index >= modes_.size()) return;
    if (current().leave) current().leave(ui);
    make(index);
    before_ = std::exchange(at_, index);
    if (current().enter) current().enter(ui);
}

const PanelEntry* Modes::entry(PanelSide side) const {
    const auto it = std::ranges::find(current().panels, side, &PanelEntry::side);
    return it == current().panels.end() ? nullptr : &*it;
}

Panel* Modes::panel(PanelSide side) const {
    const PanelEntry* found = entry(side);
    return found ? live_[at_].panels[static_cast<std::size_t>(found - current().panels.data())].get() : nullptr;
}

std::vector<Panel*> Modes::all_panels() const {
    std::vector<Panel*> all;
    for (const Live& live : live_)
        for (const auto& panel : live.panels) all.push_back(panel.get());
    return all;
}

void Modes::choose_tool(std::string_view id) {
    Live& live = live_[at_];
    const auto it = std::ranges::find(live.order, id);
    if (it == live.order.end()) return;
    const auto place = it - live.order.begin();
    std::rotate(live.order.begin(), it, it + 1);
    std::rotate(live.tools.begin(), live.tools.begin() + place, live.tools.begin() + place + 1);
    ask(live);
}

void Modes::take_up(Ui& ui, std::string_view id) {
    const auto tool = [&] { return live_[at_].tools.empty() ? nullptr : live_[at_].tools.front().get(); };
    Tool* const before = tool();
    choose_tool(id);
    if (tool() == before) return;
    if (before) before->laid_down(ui);
    tool()->taken_up(ui);
}

void Modes::ask(Live& live) const {
    live.asked.clear();
    for (std::size_t i = 0; i < live.order.size(); ++i)
        if (i == 0 || !tool(live.order[i]).icon) live.asked.push_back(live.tools[i].get());
}

const ToolEntry& Modes::tool(std::string_view id) const { return *std::ranges::find(tools_, id, &ToolEntry::id); }

std::vector<const ToolEntry*> Modes::rail() const {
    std::vector<const ToolEntry*> entries;
    for (const std::string_view id : current().tools)
        if (const ToolEntry& entry = tool(id); entry.icon) entries.push_back(&entry);
    return entries;
}

void Modes::make(std::size_t index) {
    Live& live = live_[index];
    if (std::exchange(live.made, true)) return;
    for (const PanelEntry& entry : modes_[index].panels) live.panels.push_back(entry.make());
    for (const std::string_view id : modes_[index].tools) {
        live.tools.push_back(tool(id).make());
        live.order.push_back(id);
    }
    ask(live);
}

}  // namespace myomap
