#include "atlas/message_phrases.h"

#include "base/failure.h"
#include "base/text.h"

namespace myomap {

namespace {

std::string words(const Phrases& phrases, const std::string& key, const std::vector<MessageArgument>& arguments,
                  const std::optional<long>& count, const NameOf& name_of) {
    using Kind = MessageArgument::Kind;
    std::vector<std::string> values;
    for (const MessageArgument& each : arguments)
        values.push_back(each.kind == Kind::phrase ? words(phrases, each.value, each.arguments, each.count, name_of)
                         : each.kind == Kind::text || !name_of ? shown(each.value)
                                                               : name_of(each));
    return count ? phrases.count(key, *count, values) : phrases(key, values);
}

}  // namespace

std::string words(const Phrases& phrases, const Message& message, const NameOf& name_of) {
    return words(phrases, message.key, message.arguments, message.count, name_of);
}

std::string words(const Phrases& phrases, const std::exception& failure, const NameOf& name_of) {
    const auto* said = dynamic_cast<const Failure*>(&failure);
    return said ? words(phrases, said->message, name_of) : failure.what();
}

}  // namespace myomap
