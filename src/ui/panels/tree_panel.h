#pragma once
// Left: the search field over the tree of regions, muscles and their trigger points.

#include <set>
#include <string>
#include <vector>

#include "atlas/search.h"
#include "ui/panel.h"

namespace myomap {

// "trapezius" -> "Trapezius": what the parts of a muscle have in common before the comma, or the id in plain words.
std::string group_name(const Atlas& atlas, std::string_view parent);

// The three ways to a muscle: by its name, by the complaint, by where it hurts.
enum class Way { muscles, symptoms, regions };

struct TreeState {
    Way way = Way::muscles;
    bool folded_at_start = false;  // the regions that start folded have been
    std::string query;
    std::set<std::string, std::less<>> closed;  // ids of regions and groups that are folded
    int cursor = -1;                            // row of the keyboard while searching
    bool focus = false;                         // put the keyboard into the search field
    int move = 0;                               // rows to go, from the arrow keys
    bool enter = false;                         // take the row under the cursor
    std::string shown_muscle;                   // the row that was last scrolled to
    std::string shown_way_in;                   // likewise, of a region or complaint
    std::string hits_for;                       // the query that the hits answer, and the language of their words
    std::vector<SearchHit> hits;
};

class TreePanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
    bool escape(Ui& ui) override;  // empties the search field

    void focus_search() { state_.focus = true; }
    void search(std::string query) { state_.query = std::move(query); }
    const std::string& query() const { return state_.query; }
    // While searching: the row under the cursor of the keyboard.
    void move_cursor(int rows) { state_.move += rows; }
    void take_row() { state_.enter = true; }

private:
    TreeState state_;
};

}  // namespace myomap
