#include "study/muscle_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"

namespace myomap {

namespace {

// What is often spelled otherwise becomes one: "diaphragm" and "diafragm", "pollicis" and "policis".
std::string spelled(std::string_view folded) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs{
        {{"ph", "f"}, {"th", "t"}, {"rh", "r"}, {"ae", "e"}, {"oe", "e"}, {"y", "i"}, {"k", "c"}, {"w", "v"}}};
    std::string text;
    for (std::size_t i = 0; i < folded.size();) {
        const auto pair =
            std::ranges::find_if(pairs, [&](const auto& p) { return folded.substr(i).starts_with(p.first); });
        const std::string_view next = pair == pairs.end() ? folded.substr(i, 1) : pair->second;
        if (text.empty() || text.back() != next.front()) text += next;
        i += pair == pairs.end() ? 1 : pair->first.size();
    }
    return text;
}

std::string stem_of(std::string_view folded) {
    static constexpr std::array<std::string_view, 13> endings{"eus", "ius", "us", "um", "is", "ei", "es",
                                                              "e",   "i",   "s",  "a",  "en", "x"};
    constexpr std::size_t least = 5;
    std::string word = spelled(folded);
    for (const std::string_view ending : endings)
        if (word.size() >= least + ending.size() && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    return word;
}

// Each line: words of one meaning. A word may have several: French has one word for minor and minimus.
constexpr std::array telling{"adductor adducteur",
                             "abductor abducteur",
                             "flexor flechisseur",
                             "extensor extenseur",
                             "pronator pronateur",
                             "supinator supinateur",
                             "levator elevator elevateur releveur",
                             "depressor abaisseur",
                             "rotator rotateur",
                             "tensor tenseur",
                             "constrictor constricteur",
                             "dilator dilatateur",
                             "major majeur greater grand big",
                             "magnus great grand",
                             "maximus max grand largest",
                             "minor mineur lesser petit small little",
                             "minimus minimi min minime smallest petit",
                             "medius med middle moyen",
                             "intermedius intermediate intermediaire",
                             "longus longum long longue longi",
                             "longissimus",
                             "brevis breve short court courte",
                             "anterior anticus anterieur front",
                             "posterior posticus posterieur rear back",
                             "superior superieur upper",
                             "inferior inferieur lower",
                             "medialis medial inner",
                             "lateralis lateral outer",
                             "internus internal interne inner",
                             "externus external externe outer",
                             "superficialis superficial superficiel superficielle",
                             "profundus profunda profond profonde deep",
                             "ascendens ascending ascendant ascendante",
                             "descendens descending descendant descendante",
                             "transversus transverse transversa",
                             "obliquus oblique",
                             "rectus droit straight",
                             "primus first premier",
                             "secundus second deuxieme",
                             "tertius third troisieme",
                             "quartus fourth quatrieme",
                             "dorsalis dorsal dorsi",
                             "palmaris palmar palmaire",
                             "plantaris plantar plantaire",
                             "radialis radial",
                             "ulnaris ulnar ulnaire cubital",
                             "supra sus",
                             "infra",
                             "sub sous",
                             "capitis tete",
                             "cervicis cou neck",
                             "thoracis thoracic thoracique",
                             "lumborum lumbar lombaire",
                             "hand main manus",
                             "foot pied pedis",
                             "hallucis hallux",
                             "pollicis pollux pouce thumb",
                             "digitorum fingers doigts",
                             "carpi carpe wrist"};

// Likewise, but they tell no muscles apart: what people say for a part of a name.
constexpr std::array one_word{"trapezius trapeze trap traps",
                              "deltoideus deltoid deltoide delt delts",
                              "gluteus gluteal glute glutes fessier fessiers glutealis",
                              "fibularis fibulaire peroneus peroneal peronier",
                              "scapula scapulae omoplate",
                              "semi demi",
                              "pectoralis pectoral pec pecs",
                              "gastrocnemius gastrocnemien gastroc",
                              "spinatus epineux"};

// Of muscles that the atlas may lack, so that a name of theirs is no slip in one that it has.
constexpr const char* others =
    "labii palpebrae veli palatini anguli oris nasi nasalis nasal risorius procerus mentalis auricularis "
    "geniohyoid hyoglossus styloglossus genioglossus palatoglossus palatopharyngeus stylopharyngeus cricothyroid "
    "thyrohyoid sternohyoid sternothyroid stapedius tympani subclavius subcostales intercostales interspinales "
    "intertransversarii spinalis iliocostalis cremaster obturator gemellus articularis genus cubiti opponens indicis "
    "temporoparietalis epicranius orbicularis dartos subanconeus palmaris plantaris subscapularis supraspinatus "
    "infraspinatus semispinalis semitendinosus semimembranosus iliacus psoas piriformis pyramidalis pubococcygeus "
    "iliococcygeus puborectalis brachialis brachioradialis coracobrachialis ulnaris radialis popliteus";

// Two words that mean one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> together{{{" gros orteil ", " hallux "},
                                                                                 {" great toe ", " hallux "},
                                                                                 {" big toe ", " hallux "},
                                                                                 {" great toes ", " hallux "}}};

struct Vocabulary {
    std::map<std::string, std::set<int>> meanings;
    std::vector<std::string> telling_words;
    std::set<std::string> anatomical;

    Vocabulary() {
        int meaning = 0;
        const auto add = [&](const char* line, bool tells) {
            for (const std::string& form : parts_of(line, ' ')) {
                const std::string stem = stem_of(form);
                meanings[stem].insert(meaning);
                if (tells && anatomical.insert(stem).second) telling_words.push_back(stem);
            }
            ++meaning;
        };
        for (const char* line : telling) add(line, true);
        for (const char* line : one_word) add(line, false);
        for (const std::string& word : parts_of(others, ' ')) anatomical.insert(stem_of(word));
    }
};

const Vocabulary& vocabulary() {
    static const Vocabulary all;
    return all;
}

}  // namespace

std::vector<std::string> name_words(std::string_view text) {
    static const std::set<std::string, std::less<>> empty_words{
        "muscle", "muscles", "musculus", "musculi", "m",      "the",  "of",   "le",     "la",      "les",     "du",
        "de",     "des",     "d",        "l",       "fibres", "pars", "part", "partie", "variant", "variante"};
    std::string folded = " " + fold(text) + " ";
    for (const auto& [two, one] : together)
        if (const auto at = folded.find(two); at != std::string::npos) folded.replace(at, two.size(), one);
    std::vector<std::string> words;
    for (const std::string& word : parts_of(folded, ' '))
        if (!word.empty() && !empty_words.contains(word)) words.push_back(stem_of(word));
    return words;
}

bool same_word(const std::string& a, const std::string& b) {
    if (a == b) return true;
    const auto& meanings = vocabulary().meanings;
    const auto one = meanings.find(a), two = meanings.find(b);
    if (one == meanings.end() || two == meanings.end()) return false;
    return std::ranges::any_of(one->second, [&](int meaning) { return two->second.contains(meaning); });
}

bool is_anatomical(const std::string& word) { return vocabulary().anatomical.contains(word); }

const std::vector<std::string>& telling_words() { return vocabulary().telling_words; }

}  // namespace myomap
