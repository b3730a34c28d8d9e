#pragma once
// The keyboard's place in the window: which control has it, and where Tab and the arrows take it. Controls register
// each frame, in the order in which they are drawn; a menu or dialog that is open takes the keyboard for itself.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "chart/picture.h"

namespace myomap {

class Focus {
public:
    enum class Layer { panes, dialog, menu };
    enum class Key { next, previous, up, down, left, right, home, end, page_up, page_down, press };

    struct Stop {
        std::string name;
        Rect rect;               // window pixels
        Rect clip;               // what can be seen of its surroundings
        bool chosen = false;     // of a group: the one that Tab goes to first
        bool minor = false;      // of a group: only left and right come to it
        bool field = false;      // takes text
        bool folds = false;      // left and right fold and unfold it
        bool scrolls = false;    // a text that up, down, page and home keys move, also from what stands in it
        bool filled = false;     // with the accent, which the ring has too: it gets a second ring inside
        std::string group = {};  // set by `add`
        int pane = 0;            // likewise
        Layer layer = Layer::panes;
    };
    struct Got {
        bool here = false;     // it has the keyboard
        bool arrived = false;  // since the last frame: must come into sight
        bool pressed = false;
        int fold = 0;     // -1 folds, 1 unfolds
        Key scroll = {};  // where `moved`
        bool moved = false;
    };

    void begin_frame();
    // Panes are visited in the order of their numbers, whatever is drawn first.
    void enter_pane(int number) { pane_ = number; }
    // What is added from here on is one stop of Tab, with arrows between its members; "" ends that.
    void enter_group(std::string_view name) { group_ = name; }
    const std::string& group() const { return group_; }
    void enter_layer(Layer layer) { layer_ = layer; }
    Layer layer() const { return layer_; }
    Got add(Stop stop);
    // After all are drawn: a menu that opened takes the keyboard, one that closed gives it back.
    void end_frame();

    // What the key does to it; false when it is not for the focus. `typing`: a field has the keyboard.
    bool key(Key key, bool typing);
    // A key was pressed: what opens from now on shows its ring at once.
    void use_keyboard() { by_keyboard_ = true; }
    bool by_keyboard() const { return by_keyboard_; }
    // The pointer was used: it stays where it is, unseen, and goes on from what was pressed.
    void use_pointer() { seen_ = by_keyboard_ = false; }
    void hide() { seen_ = false; }  // only its ring
    void go(std::string_view name, bool with_ring = false);

    const std::string& at() const { return at_; }
    // Whose ring is to be drawn; null for none. Nothing behind a menu or dialog has one.
    const Stop* ringed() const;
    // The keyboard left a field that it was in.
    bool left_field();

private:
    const Stop* find(std::string_view name) const;
    std::vector<const Stop*> reachable() const;
    bool is_group(const Stop& a, const Stop& b) const;
    const Stop* entrance(const std::vector<const Stop*>& all, const Stop& member) const;
    void move_to(const Stop& stop);
    bool tab(int step);
    bool arrow(Key key);
    bool scroll(const Stop& from, Key key);

    std::vector<Stop> stops_;
    std::string at_;
    int at_pane_ = 0;
    bool seen_ = false, arrived_ = false, left_field_ = false, by_keyboard_ = false;
    bool fresh_ = false;  // nothing was done yet in the menu or dialog that opened
    int missing_ = 0;     // frames without what has the keyboard
    std::string pressed_, scrolled_, group_;
    int pane_ = 0, fold_ = 0;
    Key scroll_ = {};
    Layer layer_ = Layer::panes, open_ = Layer::panes;
    struct Below {
        std::string at;
        bool seen = false;
    };
    std::map<Layer, Below> below_;                             // what had the keyboard before a menu or dialog opened
    std::map<std::string, std::string, std::less<>> last_of_;  // of each group
};

}  // namespace myomap
