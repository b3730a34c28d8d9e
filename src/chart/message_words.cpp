#include "chart/message_words.h"

#include "atlas/message_phrases.h"

namespace myomap {

namespace {

// "temple" or "temple/left"
std::string region_words(const Scene& scene, const std::string& value) {
    const std::size_t slash = value.find('/');
    const int at = scene.regions ? scene.regions->set().find(value.substr(0, slash)) : -1;
    if (at < 0) return value;
    const SkinRegion& region = scene.regions->set().regions[static_cast<std::size_t>(at)];
    const std::string& name = region.in(to_text(scene.atlas.language)).plain;
    if (slash == std::string::npos || region.midline) return name;
    return name + ", " + scene.phrase(value.substr(slash + 1) == "left" ? "patient's left" : "patient's right");
}

// As it stands within a sentence: "muscle piriforme" where a language begins every name with the word for a muscle.
std::string within(const Scene& scene, std::string name) {
    if (scene.list_heads)
        for (const std::string& head : *scene.list_heads)
            if (name.starts_with(head) && name.front() >= 'A' && name.front() <= 'Z') {
                name.front() = static_cast<char>(name.front() - 'A' + 'a');
                break;
            }
    return name;
}

std::string name_of(const Scene& scene, const MessageArgument& argument) {
    using Kind = MessageArgument::Kind;
    switch (argument.kind) {
        case Kind::text:
        case Kind::phrase:
            break;
        case Kind::muscle:
            if (const auto muscle = scene.atlas.find_muscle(argument.value))
                return within(scene, scene.atlas.muscles[static_cast<std::size_t>(*muscle)].name);
            break;
        case Kind::point:
            if (const auto ref = scene.atlas.find_point(argument.value))
                return within(scene, scene.atlas.muscle(*ref).name) + ", " +
                       scene.phrase("Trigger point {}", scene.atlas.point(*ref).label);
            break;
        case Kind::region:
            return region_words(scene, argument.value);
        case Kind::symptom:
            if (const Symptom* symptom = scene.symptoms ? scene.symptoms->find_symptom(argument.value) : nullptr)
                return symptom->in(to_text(scene.atlas.language)).plain;
            break;
    }
    return argument.value;
}

NameOf names(const Scene& scene) {
    return [&scene](const MessageArgument& argument) { return name_of(scene, argument); };
}

}  // namespace

std::string words(const Scene& scene, const Message& message) { return words(scene.phrases(), message, names(scene)); }

std::string words(const Scene& scene, const std::exception& failure) {
    return words(scene.phrases(), failure, names(scene));
}

}  // namespace myomap
