#pragma once
// A report as plain paragraphs, for what has no columns, colours or symbols: a text file, a picture's description.

#include <string>
#include <vector>

#include "chart/document.h"
#include "report/report.h"

namespace myomap {

struct Paragraph {
    enum class Kind { title, heading, words };

    Kind kind = Kind::words;
    std::string text;  // one line, whatever a file said; "P1: Temple, right · aching"
};

// All of the report: what is about the whole first, warning signs before the rest, sources, how far to trust it and the
// dataset last.
std::vector<Paragraph> paragraphs_of(const Scene& scene, const Document& document, const Report& report);

// What the picture shows, for who can't see it: which figure, the views, what is marked on them; a line each.
std::string picture_words(const Scene& scene, const Document& document, const Report& report,
                          const std::vector<std::string>& views);

// "Adult male, patient's right side"; of a drawing, which is of both sides, the figure alone.
std::string figure_words(const Scene& scene, const Document& document);

}  // namespace myomap
