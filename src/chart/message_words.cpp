#include "chart/message_words.h"

namespace myomap {

namespace {

std::string words(const Scene& scene, const MessageArgument& argument) {
    using Kind = MessageArgument::Kind;
    const std::string_view language = to_text(scene.atlas.language);
    switch (argument.kind) {
        case Kind::text:
            break;
        case Kind::phrase:
            return scene.phrase(argument.value);
        case Kind::muscle:
            if (const auto muscle = scene.atlas.find_muscle(argument.value))
                return scene.atlas.muscles[static_cast<size_t>(*muscle)].name;
            break;
        case Kind::point:
            if (const auto ref = scene.atlas.find_point(argument.value))
                return scene.atlas.muscle(*ref).name + ", " + scene.phrase("TrP {}", scene.atlas.point(*ref).label);
            break;
        case Kind::region:
            if (const int at = scene.regions ? scene.regions->set().find(argument.value) : -1; at >= 0)
                return scene.regions->set().regions[static_cast<size_t>(at)].in(language).plain;
            break;
        case Kind::symptom:
            if (const Symptom* symptom = scene.symptoms ? scene.symptoms->find_symptom(argument.value) : nullptr)
                return symptom->in(language).plain;
            break;
    }
    return argument.value;
}

}  // namespace

std::string words(const Scene& scene, const Message& message) {
    const std::string key = scene.phrase(message.key);
    std::string text;
    size_t from = 0;
    for (const MessageArgument& argument : message.arguments) {
        const size_t blank = key.find("{}", from);
        if (blank == std::string::npos) break;
        text += key.substr(from, blank - from) + words(scene, argument);
        from = blank + 2;
    }
    return text + key.substr(from);
}

}  // namespace myomap
