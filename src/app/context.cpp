#include "app/context.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

#include "atlas/search_texts.h"
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
            &phrases,
            &list_heads,
            drawn.get()};
}

void Context::set_language(const Language& asked) {
    const bool there = languages.has(asked);
    if (!there)
        other_problems.push_back({Problem::Severity::warning,
                                  resources.texts().string(),
                                  0,
                                  "",
                                  {word("the language \"{}\""), {asked.code()}},
                                  languages.codes(),
                                  word("English is shown")});
    const Language language = there ? asked : Language();
    apply_texts(texts(language), texts(Language()), loaded.atlas);
    const Texts& own = own_texts(language);
    list_heads = own.list_heads;
    phrases = own.phrases;
    if (!language.is_english()) phrases.fall_back_on(std::make_shared<const Phrases>(own_texts(Language()).phrases));
}

const Texts& Context::texts(const Language& language) {
    const bool first = !loaded.texts.contains(language);
    const Texts& read = texts_in(language, loaded);
    if (first) add_own_words(language);
    return read;
}

void Context::read_all_texts() {
    for (const LanguageEntry& one : languages.all()) texts(one.language);
}

// The words of regions, complaints and the program are the program's own, whatever dataset is open.
const Texts& Context::own_texts(const Language& language) {
    if (loaded.word_ids) return texts_in(language, loaded);
    auto found = own_texts_.find(language);
    if (found == own_texts_.end()) {
        const WordIds ids = word_ids(regions->set(), symptoms);
        const Texts* english = language.is_english() ? nullptr : &own_texts(Language());
        LoadedTexts read = load_texts(text_file(resources.texts(), language), {nullptr, english, true, &ids});
        std::ranges::move(read.problems, std::back_inserter(other_problems));
        found = own_texts_.emplace(language, std::move(read.texts)).first;
    }
    return found->second;
}

void Context::add_own_words(const Language& language) {
    const Texts& own = own_texts(language);
    regions->add_words(own);
    add_words(own, symptoms);
}

const SearchIndex& Context::search() {
    if (!search_) {
        read_all_texts();
        std::vector<const Texts*> all;
        for (const auto& [language, texts] : loaded.texts) all.push_back(&texts);
        std::vector<SearchText> texts;
        add_muscle_texts(atlas(), all, texts);
        add_complaint_texts(symptoms, texts);
        add_region_texts(regions->set(), texts);
        const std::filesystem::path shipped = resources.texts();
        const std::vector<Vocabulary> words = load_vocabularies(shipped, languages_in(shipped), other_problems);
        for (const Vocabulary& each : words) add_phrases(each, atlas(), &symptoms, &regions->set(), texts);
        search_ = std::make_unique<SearchIndex>(texts, words, sign_rules(symptoms));
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

std::unique_ptr<Context> open_context(const std::optional<std::filesystem::path>& dataset, const Language& language) {
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
    if (has_errors(landmarks.problems)) throw ResourceError(message_of(landmarks.problems.front()));
    for (const BodyId id : body_ids) {
        const std::filesystem::path skin = resources.skin(id);
        if (!std::filesystem::exists(skin)) {
            throw ResourceError(word("{} is missing ({}); {}"),
                                {Message(word("the body model")), skin.string(),
                                 Message(word("reinstall Myomap, or build it again with ./run"))});
        }
        context->bodies[static_cast<size_t>(id)] = std::make_unique<Body>(
            id, [skin] { return read_skin_asset(skin); }, landmarks.landmarks);
    }
    // The body that is shown first and the texts are read side by side.
    auto male = std::async(std::launch::async, [&] { context->bodies[0]->skin(); });
    context->languages = Languages(resources.texts());
    context->regions =
        std::make_unique<BodyRegions>(keep(load_regions(resources.regions(), landmarks.landmarks.names())).set);
    context->symptoms = keep(load_symptoms(resources.symptoms(), names_in(*context))).index;
    const WordIds ids = word_ids(context->regions->set(), context->symptoms);
    const Language shown = context->languages.has(language) ? language : Language();
    context->loaded = load_atlas(data_file, landmarks.landmarks.names(), shown, resources.texts(), &ids);
    context->add_own_words({});
    if (!shown.is_english()) context->add_own_words(shown);
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
