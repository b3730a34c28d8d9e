#pragma once
// What a chart says in words: which warning signs were asked, pain areas, findings, notes, kept patterns.

#include "chart/document.h"
#include "report/report_parts.h"

namespace myomap {

// Whether there is anything to say of the drawing.
bool has_drawing(const Document& document);

// The patient's label and the visit, "Pain chart" where there is no label.
std::string drawing_title(const Scene& scene, const Document& document);
// The patient's label alone.
std::string patient_title(const Scene& scene, const Document& document);
// Facts "patient", "date", "examiner", as far as they are there, and "body".
std::vector<ReportItem> visit_facts(const Scene& scene, const Document& document);

// "worse after driving · Shoulder blade, right"; of an arrow from where to where it points.
std::string note_words(const Scene& scene, const Note& note, BodyId body);

// Its sections, none of them empty. The scene must have regions.
std::vector<ReportSection> drawing_sections(const Scene& scene, const Document& document);

}  // namespace myomap
