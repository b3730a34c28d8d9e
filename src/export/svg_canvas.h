#pragma once
// The vector part of a picture as SVG elements: text stays text, and what belongs together is a group with a name.

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/canvas.h"

namespace myomap {

// Text as XML may hold it, in elements and in quoted attributes: escaped, without the characters that XML forbids.
std::string xml_text(std::string_view utf8);

class SvgCanvas : public Canvas {
public:
    // `measure` says how wide text comes out and must outlive the canvas. What is drawn in `units` pixels becomes one
    // unit of the file.
    SvgCanvas(const TextMeasure& measure, float units);

    void line(glm::vec2 a, glm::vec2 b, float width_px, Color color) override;
    void circle(glm::vec2 centre, float radius_px, Color fill) override;
    void rectangle(const Rect& rect, float corner_px, Color fill) override;
    void polygon(std::span<const glm::vec2> corners, Color fill) override;
    void text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) override;
    void edged_text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color, Color edge,
                    float edge_px) override;
    float width(std::string_view utf8, float size_px, FontWeight weight) const override;
    bool names_parts() const override { return true; }
    void begin_part(std::string_view name) override;
    void end_part() override;

    // A picture in a file of its own; `png` are the bytes of one.
    void image(std::string_view name, const Rect& rect, const std::vector<std::uint8_t>& png);

    // All elements so far, each on a line; groups without any are left out.
    std::string take();

private:
    const TextMeasure& measure_;
    float units_;
    std::string out_;
    std::set<std::string> ids_;
    std::vector<std::pair<std::size_t, std::size_t>> open_;  // where each open group begins, and what is in it

    // Lines of one look that follow each other are one path.
    struct Path {
        std::string data;
        glm::vec2 end{};
        float width = 0;
        Color color{};
    } path_;

    void flush();
    void element(std::string_view text);
    std::string number(float pixels) const;
    std::string id_of(std::string_view name);
    void put_text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color,
                  std::string_view more);
};

}  // namespace myomap
