#include "app/context.h"

#include <future>

namespace myomap {

Scene Context::scene() const {
    return {loaded.atlas, {bodies[0].get(), bodies[1].get()}, {fields[0].get(), fields[1].get()}};
}

void Context::set_language(Language language) {
    const Texts& wanted = texts(language);
    apply_texts(wanted, texts(Language::en), loaded.atlas);
}

const Texts& Context::texts(Language language) { return texts_in(language, loaded); }

std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>& dataset, Language language) {
    auto context = std::make_unique<Context>();
    context->resources = find_resources();
    const Resources& resources = context->resources;
    const std::filesystem::path data_file = dataset.value_or(resources.dataset());

    // The three slow reads side by side: two bodies, and the texts.
    auto female = std::async(std::launch::async, [&] { return read_skin_asset(resources.skin(BodyId::adult_female)); });
    auto male = std::async(std::launch::async, [&] { return read_skin_asset(resources.skin(BodyId::adult_male)); });
    LoadedLandmarks landmarks = load_landmarks(resources.landmarks());
    if (has_errors(landmarks.problems)) throw ResourceError(to_text(landmarks.problems.front()));
    context->loaded = load_atlas(data_file, landmarks.landmarks.names(), language, resources.texts());

    for (const BodyId id : body_ids) {
        const auto i = static_cast<size_t>(id);
        context->bodies[i] = std::make_unique<Body>(id, id == BodyId::adult_male ? male.get() : female.get(),
                                                    landmarks.landmarks);
        context->fields[i] = std::make_unique<AtlasFields>(context->loaded.atlas, *context->bodies[i]);
        context->fields[i]->read_cache(resources.fields(id), fields_key({data_file, resources.landmarks(), resources.skin(id)}));
    }
    return context;
}

}  // namespace myomap
