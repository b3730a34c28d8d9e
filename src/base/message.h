#pragma once
// What an action did or what went wrong, before it is put into words: a key of the catalogue and what fills its blanks.
// It is put into words where it is shown, in the language that is shown then: atlas/message_phrases.h with a catalogue
// alone, chart/message_words.h where there is a scene.

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace myomap {

struct Message;

struct MessageArgument {
    enum class Kind {
        text,    // a file, a number, what a file holds: shown() as a message may
        phrase,  // another message
        muscle,  // the rest are ids; the words are the atlas's
        point,   // "trapezius_upper/TrP1"
        region,  // "temple" or "temple/left"
        symptom,
    };

    MessageArgument(std::string text) : value(std::move(text)) {}
    MessageArgument(const char* text) : value(text) {}
    MessageArgument(Message phrase);
    MessageArgument(Kind of, std::string id) : kind(of), value(std::move(id)) {}
    bool operator==(const MessageArgument&) const = default;

    Kind kind = Kind::text;
    std::string value;                       // of a phrase its key
    std::vector<MessageArgument> arguments;  // of a phrase
    std::optional<long> count;               // likewise
};

struct Message {
    Message() = default;  // nothing to say
    Message(std::string says, std::vector<MessageArgument> filled_with = {})
        : key(std::move(says)), arguments(std::move(filled_with)) {}
    Message(const char* says, std::vector<MessageArgument> filled_with = {})
        : Message(std::string(says), std::move(filled_with)) {}

    bool empty() const { return key.empty(); }
    bool operator==(const Message&) const = default;

    std::string key;  // English, with {} for each argument: "Select {}"
    std::vector<MessageArgument> arguments;
    std::optional<long> count;  // chooses the plural form
};

inline MessageArgument::MessageArgument(Message phrase)
    : kind(Kind::phrase), value(std::move(phrase.key)), arguments(std::move(phrase.arguments)), count(phrase.count) {}

// The key with its arguments, in English: language-free, for scripts and tests. "Select trapezius_upper/TrP1".
std::string to_text(const Message& message);

}  // namespace myomap
