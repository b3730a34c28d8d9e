#pragma once
// What the command line itself says (help, what is wrong with the arguments, why the program cannot work): in which
// language, and its words, before any dataset is loaded.

#include <map>
#include <optional>
#include <string>

#include "atlas/language.h"
#include "atlas/phrases.h"
#include "base/message.h"

namespace myomap {

class Speech {
public:
    // The language of --language where that is among the arguments and there is such a language, else the window's of
    // last time (unless --no-config stands there too), else English.
    Speech(int argc, char** argv);

    const Language& language() const { return language_; }
    // Read when first asked for. English where the program's texts can't be found.
    const Phrases& phrases() const;

    // A text of the help that has blanks to fill: what CLI11 is given for it, and what words() finds it by.
    std::string help(const Message& message);
    // A text of the help, or one that help() gave, in the language.
    std::string words(const std::string& text) const;

private:
    Language language_;
    mutable std::optional<Phrases> phrases_;
    std::map<std::string, Message> composed_;  // by their English
};

}  // namespace myomap
