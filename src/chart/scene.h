#pragma once
// What a chart is drawn from: the knowledge and the bodies, read-only.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/phrases.h"
#include "atlas/symptoms.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/body_regions.h"
#include "body/muscles.h"

namespace myomap {

class DrawingFields;

struct Scene {
    const Atlas& atlas;
    std::array<const Body*, 2> bodies;         // by BodyId; null only for a caller of mere words (report/)
    std::array<const AtlasFields*, 2> fields;  // likewise
    std::array<const Muscles*, 2> muscles{};   // by BodyId; null where a caller has none
    const BodyRegions* regions = nullptr;      // named skin regions; null where a caller has none
    const SymptomIndex* symptoms = nullptr;    // complaints; null where a caller has none
    const Phrases* translations = nullptr;     // of the chart's own words; null is English
    // What every muscle's name begins with in the language that is shown, and lists leave out; null where none does.
    const std::vector<std::string>* list_heads = nullptr;
    DrawingFields* drawn = nullptr;  // keeps what pain areas cover; null where a caller draws once

    const Body& body(BodyId id) const { return *bodies[static_cast<size_t>(id)]; }
    const Phrases& phrases() const {
        static const Phrases english;
        return translations ? *translations : english;
    }
    // The chart's own words in the language that is shown; see Phrases.
    std::string phrase(std::string_view english) const { return std::string(phrases()(english)); }
    std::string phrase(std::string_view english, std::string_view value) const { return phrases()(english, value); }
    std::string phrase(std::string_view english, const std::vector<std::string>& values) const {
        return phrases()(english, values);
    }
    // The form of a phrase that goes with a number, which fills its first blank; see Phrases::count.
    std::string phrase_count(std::string_view english, size_t number) const {
        return phrases().count(english, static_cast<long>(number));
    }
    const Muscles* body_muscles(BodyId id) const { return muscles[static_cast<size_t>(id)]; }
    const AtlasFields& body_fields(BodyId id) const { return *fields[static_cast<size_t>(id)]; }
};

}  // namespace myomap
