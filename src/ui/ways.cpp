#include "ui/ways.h"

namespace myomap {

namespace {

constexpr float name_weight = 0.9f, synonym_weight = 0.8f;  // below a muscle's own name
constexpr int most_hits = 12;

}  // namespace

std::vector<SearchHit> Ways::find_symptoms(const Scene& scene, std::string_view query) {
    if (!scene.symptoms) return {};
    if (!symptoms_) {
        std::vector<SearchText> texts;
        for (int i = 0; i < static_cast<int>(scene.symptoms->symptoms.size()); ++i)
            for (const auto& [language, text] : scene.symptoms->symptoms[static_cast<size_t>(i)].text) {
                texts.push_back({i, name_weight, text.plain});
                texts.push_back({i, name_weight, text.clinical});
                for (const auto& words : text.synonyms) texts.push_back({i, synonym_weight, words});
            }
        symptoms_ = std::make_unique<SearchIndex>(texts);
    }
    return symptoms_->find(query, most_hits);
}

std::vector<SearchHit> Ways::find_regions(const Scene& scene, std::string_view query) {
    if (!scene.regions) return {};
    if (!regions_) {
        std::vector<SearchText> texts;
        const auto& regions = scene.regions->set().regions;
        for (int i = 0; i < static_cast<int>(regions.size()); ++i)
            for (const auto& [language, names] : regions[static_cast<size_t>(i)].names) {
                texts.push_back({i, name_weight, names.plain});
                texts.push_back({i, name_weight, names.clinical});
            }
        regions_ = std::make_unique<SearchIndex>(texts);
    }
    return regions_->find(query, most_hits);
}

}  // namespace myomap
