#pragma once
// Small matters of UTF-8 text: folding for comparison, the first letter, lists, cutting to a width.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// Lower case, accents stripped, punctuation to single blanks: "Élévateur (scapula)" -> "elevateur scapula".
std::string fold(std::string_view utf8);

// "élévateur" -> "Élévateur"; other scripts than Latin-1 stay as they are.
std::string capitalised(std::string text);

// Without the blanks at its end, those that may not break among them.
std::string without_end_blanks(std::string text);

std::string join(const std::vector<std::string>& parts, std::string_view between = ", ");
// The other way round: the parts between the signs, without blanks around them; none is empty.
std::vector<std::string> parts_of(std::string_view text, char sign = ',');

// A stranger's text within a message: what a terminal could obey or what forges a line is written out ("\\n", "\\x1b",
// "\\u202e"), bytes that are not UTF-8 too, and of more than `most` bytes the middle is left out.
std::string shown(std::string_view text, std::size_t most = 1000);

// JSON text in which what a terminal would obey is written as an escape ("\\u009b"); its line breaks stay.
std::string escaped_json(std::string_view json);

// A stranger's text as a terminal may show it: control characters, line breaks too, and what turns the direction of
// writing become one blank each.
std::string in_one_line(std::string_view utf8);

// Shortened with an ellipsis to at most `width`, as `width_of` measures it; only the ellipsis where not even one letter
// fits.
std::string elide(std::string_view utf8, float width, const std::function<float(std::string_view)>& width_of);

}  // namespace myomap
