#include "app/context.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "base/folders.h"
#include "base/hash.h"

namespace myomap {

namespace {

std::vector<std::filesystem::path> fields_inputs(const Context& context, BodyId id) {
    return {context.dataset, context.resources.landmarks(), context.resources.skin(id)};
}

// Where what is made of data that is not the shipped one is kept: one file a path of the data and body, "fields" or
// "muscles" by `kind`.
std::filesystem::path own_cache(const std::filesystem::path& dataset, BodyId id, const char* kind) {
    const std::filesystem::path folder = cache_folder();
    if (folder.empty()) return {};
    std::error_code error;
    Hash name;
    name.add(std::filesystem::absolute(dataset, error).string());
    return folder / (std::to_string(name.value()) + "." + to_text(id) + "." + kind);
}

}  // namespace

void Context::keep_fields(BodyId id) {
    const std::filesystem::path file = own_cache(dataset, id, "fields");
    if (file.empty()) return;
    try {
        std::filesystem::create_directories(file.parent_path());
        fields[static_cast<size_t>(id)]->write_cache(file, fields_key(fields_inputs(*this, id)));
    } catch (const std::exception&) {
        // A cache is a convenience; the dataset is open all the same.
    }
}

Problems Context::problems() const {
    Problems all = loaded.problems;
    all.insert(all.end(), other_problems.begin(), other_problems.end());
    return all;
}

Scene Context::scene() const {
    return {loaded.atlas,
            {bodies[0].get(), bodies[1].get()},
            {fields[0].get(), fields[1].get()},
            {muscles[0].get(), muscles[1].get()},
            regions.get(),
            &symptoms,
            &phrases};
}

void Context::set_language(Language language) {
    const Texts& wanted = texts(language);
    apply_texts(wanted, texts(Language::en), loaded.atlas);
    phrases = {};
    if (language == Language::en) return;
    LoadedPhrases read = load_phrases(resources.phrases(language));
    phrases = std::move(read.phrases);
    std::ranges::move(read.problems, std::back_inserter(other_problems));
}

const Texts& Context::texts(Language language) { return texts_in(language, loaded); }

const SearchIndex& Context::search() {
    if (!search_) {
        const Language other = atlas().language == Language::en ? Language::fr : Language::en;
        search_ = std::make_unique<SearchIndex>(atlas(), &texts(other));
    }
    return *search_;
}

namespace {

// What the symptom index may refer to; a dataset of one's own may lack muscles that the shipped index names.
SymptomNames names_in(const Context& context) {
    SymptomNames names;
    for (const SkinRegion& region : context.regions->set().regions) names.regions.insert(region.id);
    return names;
}

}  // namespace

std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>& dataset, Language language) {
    auto context = std::make_unique<Context>();
    context->resources = find_resources();
    const Resources& resources = context->resources;
    const std::filesystem::path data_file = dataset.value_or(resources.dataset());
    context->dataset = data_file;

    // Regions and symptoms are ways in, not the knowledge itself: what is wrong with them is reported, the rest opens.
    const auto keep = [&](auto read) {
        std::ranges::move(read.problems, std::back_inserter(context->other_problems));
        return read;
    };
    LoadedLandmarks landmarks = load_landmarks(resources.landmarks());
    if (has_errors(landmarks.problems)) throw ResourceError(to_text(landmarks.problems.front()));
    for (const BodyId id : body_ids) {
        const std::filesystem::path skin = resources.skin(id);
        if (!std::filesystem::exists(skin)) {
            throw ResourceError("the body model " + skin.string() +
                                " is missing; reinstall Myomap, or build it again with ./run");
        }
        context->bodies[static_cast<size_t>(id)] = std::make_unique<Body>(
            id, [skin] { return read_skin_asset(skin); }, landmarks.landmarks);
    }
    // The body that is shown first and the texts are read side by side.
    auto male = std::async(std::launch::async, [&] { context->bodies[0]->skin(); });
    context->loaded = load_atlas(data_file, landmarks.landmarks.names(), language, resources.texts());
    context->regions =
        std::make_unique<BodyRegions>(keep(load_regions(resources.regions(), landmarks.landmarks.names())).set);
    context->symptoms = keep(load_symptoms(resources.symptoms(), names_in(*context))).index;
    context->set_language(language);
    male.get();
    for (const BodyId id : body_ids) {
        auto& fields = context->fields[static_cast<size_t>(id)];
        fields = std::make_unique<AtlasFields>(context->loaded.atlas, *context->bodies[static_cast<size_t>(id)]);
        context->muscles[static_cast<size_t>(id)] =
            std::make_unique<Muscles>(context->loaded.atlas, *context->bodies[static_cast<size_t>(id)],
                                      [&resources, id, &body = *context->bodies[static_cast<size_t>(id)]] {
                                          std::vector<std::filesystem::path> caches{resources.muscles(id)};
                                          if (auto own = own_cache(resources.data, id, "muscles"); !own.empty())
                                              caches.push_back(std::move(own));
                                          return open_muscles(body, resources.shapes(), resources.bones(),
                                                              resources.landmarks(), resources.skin(id), caches);
                                      });
        fields->use_cache({resources.fields(id), own_cache(data_file, id, "fields")}, fields_inputs(*context, id));
    }
    return context;
}

}  // namespace myomap
