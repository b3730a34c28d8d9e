#pragma once
// Above the chart: what is wrong with the dataset, while its valid rest is open.

#include "chart/picture.h"

namespace myomap {

struct Ui;

class MessageBanner {
public:
    // Pixels this frame; 0 when there is nothing to say.
    float height(const Ui& ui) const;
    void draw(Ui& ui, const Rect& rect);
    void show_details() { details_ = true; }
    void close() { closed_ = true; }

private:
    bool closed_ = false;
    bool details_ = false;
};

}  // namespace myomap
