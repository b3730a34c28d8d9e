#pragma once
// What a right click on the body brings up: the region of the skin, and what lies under it.

#include <vector>

#include "body/muscles.h"
#include "chart/hit.h"

namespace myomap {

struct Ui;

class UnderMenu {
public:
    // Opens for the place in the next draw.
    void open(const Hit& hit);
    void draw(Ui& ui);

private:
    bool opens_ = false;
    int region_ = -1;
    Side side_ = Side::right;
    std::vector<Muscles::Under> under_;
};

}  // namespace myomap
