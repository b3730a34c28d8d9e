#include "ui/focus.h"

#include <algorithm>
#include <utility>

namespace myomap {

void Focus::begin_frame() {
    stops_.clear();
    pane_ = 0;
    group_.clear();
    layer_ = Layer::panes;
}

Focus::Got Focus::add(Stop stop) {
    stop.group = group_;
    stop.pane = pane_;
    stop.layer = std::max(stop.layer, layer_);
    Got got;
    got.here = stop.name == at_ && seen_;
    got.pressed = !pressed_.empty() && pressed_ == stop.name;
    if (got.pressed) pressed_.clear();
    if (stop.name == at_) {
        got.arrived = arrived_;
        got.fold = std::exchange(fold_, 0);
    }
    if (!scrolled_.empty() && scrolled_ == stop.name) {
        got.moved = true;
        got.scroll = scroll_;
        scrolled_.clear();
    }
    stops_.push_back(std::move(stop));
    return got;
}

const Focus::Stop* Focus::find(std::string_view name) const {
    const auto it = std::ranges::find(stops_, name, &Stop::name);
    return it == stops_.end() || name.empty() ? nullptr : &*it;
}

// Those of the uppermost layer, in the order of Tab.
std::vector<const Focus::Stop*> Focus::reachable() const {
    std::vector<const Stop*> all;
    for (const Stop& stop : stops_)
        if (stop.layer == open_) all.push_back(&stop);
    std::ranges::stable_sort(all, {}, &Stop::pane);
    return all;
}

bool Focus::is_group(const Stop& a, const Stop& b) const {
    if (a.layer == Layer::menu && b.layer == Layer::menu) return true;
    return &a == &b || (!a.group.empty() && a.group == b.group && a.pane == b.pane);
}

// Where Tab enters the group of this one: at what is chosen, where the keyboard last was in it, or at its start.
const Focus::Stop* Focus::entrance(const std::vector<const Stop*>& all, const Stop& member) const {
    const Stop *first = nullptr, *chosen = nullptr, *last = nullptr;
    const auto known = last_of_.find(member.group);
    for (const Stop* stop : all) {
        if (!is_group(member, *stop)) continue;
        if (!first && !stop->minor) first = stop;
        if (!chosen && stop->chosen) chosen = stop;
        if (known != last_of_.end() && known->second == stop->name) last = stop;
    }
    return chosen ? chosen : last ? last : first ? first : &member;
}

void Focus::move_to(const Stop& stop) {
    const Stop* from = find(at_);
    left_field_ = from && from->field && from->name != stop.name;
    at_ = stop.name;
    at_pane_ = stop.pane;
    if (!stop.group.empty()) last_of_[stop.group] = stop.name;
    seen_ = arrived_ = true;
    fresh_ = false;
}

const Focus::Stop* Focus::ringed() const {
    const Stop* stop = seen_ ? find(at_) : nullptr;
    return stop && stop->layer == open_ ? stop : nullptr;
}

void Focus::go(std::string_view name, bool with_ring) {
    at_ = name;
    fresh_ = false;
    seen_ = seen_ || with_ring;
    if (const Stop* stop = find(name)) at_pane_ = stop->pane;
}

bool Focus::left_field() { return std::exchange(left_field_, false); }

void Focus::end_frame() {
    Layer top = Layer::panes;
    for (const Stop& stop : stops_) top = std::max(top, stop.layer);
    const auto begin = [&] {
        const auto all = reachable();
        if (all.empty()) return;
        at_ = entrance(all, *all.front())->name;
        arrived_ = fresh_ = true;
        seen_ = seen_ || by_keyboard_;
    };
    if (top > open_) {
        below_[open_] = {at_, seen_};
        open_ = top;
        begin();
    } else if (top < open_) {
        open_ = top;
        at_ = below_[top].at;
        seen_ = seen_ && below_[top].seen;
        arrived_ = true;
    } else if (find(at_)) {
        arrived_ = false;
        missing_ = 0;
    } else if (open_ != Layer::panes && ++missing_ > 1) {  // another page of the dialog
        begin();
    }
}

bool Focus::tab(int step) {
    const std::vector<const Stop*> all = reachable();
    std::vector<const Stop*> doors;
    std::ptrdiff_t now = -1;
    for (const Stop* stop : all) {
        const bool known = std::ranges::any_of(doors, [&](const Stop* door) { return is_group(*door, *stop); });
        if (open_ == Layer::menu)
            doors.push_back(stop);
        else if (!known)
            doors.push_back(entrance(all, *stop));
    }
    if (doors.empty()) return false;
    const Stop* from = find(at_);
    for (size_t i = 0; i < doors.size(); ++i)
        if (from && (open_ == Layer::menu ? doors[i] == from : is_group(*doors[i], *from)))
            now = static_cast<std::ptrdiff_t>(i);
    const auto count = static_cast<std::ptrdiff_t>(doors.size());
    if (now < 0) {  // it is not there any more: on from its pane
        const auto near = std::ranges::find_if(doors, [&](const Stop* door) { return door->pane >= at_pane_; });
        now = at_.empty() || near == doors.end() ? (step > 0 ? 0 : count - 1) : near - doors.begin();
    } else if (!fresh_ || seen_ || step < 0) {
        now = (now + step + count) % count;
    }
    move_to(*doors[static_cast<size_t>(now)]);
    return true;
}

bool Focus::arrow(Key key) {
    const Stop* from = find(at_);
    if (!from || from->layer != open_) return false;
    const bool sideways = key == Key::left || key == Key::right;
    if (from->scrolls) return !sideways && scroll(*from, key);
    if (from->folds && sideways) {
        fold_ = key == Key::right ? 1 : -1;
        return true;
    }
    std::vector<const Stop*> members;
    std::ptrdiff_t now = -1;
    for (const Stop* stop : reachable()) {
        if (!is_group(*from, *stop)) continue;
        if (stop == from) now = static_cast<std::ptrdiff_t>(members.size());
        if (stop == from || sideways || !stop->minor) members.push_back(stop);
    }
    if (members.size() < 2 || key == Key::page_up || key == Key::page_down) return scroll(*from, key);
    if (!seen_) {
        move_to(*from);
        return true;
    }
    const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(members.size()) - 1;
    const std::ptrdiff_t to = key == Key::home                     ? 0
                              : key == Key::end                    ? last
                              : key == Key::up || key == Key::left ? now - 1
                                                                   : now + 1;
    move_to(*members[static_cast<size_t>(std::clamp<std::ptrdiff_t>(to, 0, last))]);
    return true;
}

// The text that the stop stands in. Sideways it does not go, but the key is used up: it would change what is read.
bool Focus::scroll(const Stop& from, Key key) {
    const auto text = std::ranges::find_if(
        stops_, [&](const Stop& stop) { return stop.scrolls && stop.layer == from.layer && stop.pane == from.pane; });
    if (text == stops_.end()) return false;
    if (key == Key::left || key == Key::right) return true;
    scrolled_ = text->name;
    scroll_ = key;
    return true;
}

bool Focus::key(Key key, bool typing) {
    if (key == Key::next || key == Key::previous) return tab(key == Key::next ? 1 : -1);
    if (typing) return false;
    // A menu or dialog is the keyboard's as soon as it is open; elsewhere only what Tab has brought a ring to.
    if (!seen_ && open_ == Layer::panes) return false;
    if (key != Key::press) return arrow(key);
    const Stop* stop = find(at_);
    if (!seen_ || !stop || stop->field || stop->scrolls || stop->layer != open_) return false;
    pressed_ = at_;
    return true;
}

}  // namespace myomap
