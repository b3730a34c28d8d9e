#include "chart/drawing_terms.h"

#include <array>
#include <cstddef>

#include "base/word.h"

namespace myomap {

namespace {

template <class Value, std::size_t count>
const char* pick(const std::array<const char*, count>& words, Value value) {
    return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string numbered(char letter, std::size_t index) { return letter + std::to_string(index + 1); }

const char* words_of(PainQuality quality) {
    static constexpr std::array words{word("aching"),   word("dull"),     word("heavy"),     word("tight"),
                                      word("sore"),     word("cramping"), word("throbbing"), word("burning"),
                                      word("stabbing"), word("sharp"),    word("shooting"),  word("electric"),
                                      word("tingling"), word("numb"),     word("itching"),   word("cold")};
    return pick(words, quality);
}

const char* words_of(PainDepth depth) {
    static constexpr std::array words{word("depth not sure"), word("in the skin"), word("deep")};
    return pick(words, depth);
}

const char* words_of(PainCourse course) {
    static constexpr std::array words{word("constant"), word("comes and goes"), word("with movement"),
                                      word("at night")};
    return pick(words, course);
}

const char* words_of(Examined answer) {
    static constexpr std::array words{word("not examined"), word("no"), word("yes"), word("unsure")};
    return pick(words, answer);
}

const char* words_of(Activity activity) {
    static constexpr std::array words{word("not examined"), word("active"), word("latent"), word("unsure")};
    return pick(words, activity);
}

const char* words_of(NoteSymbol symbol) {
    static constexpr std::array words{word("note"), word("scar"), word("swelling"), word("bruise"),
                                      word("checked and clear")};
    return pick(words, symbol);
}

}  // namespace myomap
