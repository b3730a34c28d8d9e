#pragma once
// The words that muscles' names are made of, in English, French and Latin: which of them are one and the same, and
// which tell muscles apart, so that no slip may turn one into another.

#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// Without accents, endings and what is often spelled otherwise, and without words that any name may have:
// "Musculi rhomboidei" -> {"romboid"}. In the order in which they stand.
std::vector<std::string> name_words(std::string_view text);

// Of name_words(): the same in another language or another form: "long" and "brevis" are not, "brevis" and "court" are.
bool same_word(const std::string& a, const std::string& b);

// Of name_words(): it tells muscles apart (adductor, minor, anterior), or it is of a muscle's name that the atlas may
// lack. It is meant as it stands.
bool is_anatomical(const std::string& word);

// All that tell muscles apart, as name_words() has them.
const std::vector<std::string>& telling_words();

}  // namespace myomap
