#pragma once
// Text widths that need no font: every character is half as wide as it is high.

#include "chart/canvas.h"

namespace myomap::test {

class FixedMeasure : public TextMeasure {
public:
    float width(std::string_view utf8, float size_px, FontWeight) const override {
        float characters = 0;
        for (const char c : utf8) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        return 0.55f * size_px * characters;
    }
};

}  // namespace myomap::test
