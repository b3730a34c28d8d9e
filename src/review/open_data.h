#pragma once
// The dataset as tables for researchers: the words, and what is painted on the skin of both bodies.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/texts.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/muscles.h"
#include "body/region_map.h"
#include "review/table_writer.h"

namespace myomap {

struct OpenDataInput {
    const Atlas& atlas;
    const std::map<Language, Texts>& texts;  // each language has columns of its own
    std::array<const Body*, 2> bodies;
    std::array<const AtlasFields*, 2> fields;
    std::array<const Muscles*, 2> muscles;
    // The named skin regions; null where there are none. Then the tables about them are left out.
    const RegionSet* regions = nullptr;
    std::array<const RegionMap*, 2> region_maps{};
    std::string program_version;  // for the README
};

struct OpenDataFile {
    std::string name;  // "muscles.csv"
    std::string text;
};

// All tables, and a README.txt that says what each column means, the licence and how to cite. Evaluates every field.
std::vector<OpenDataFile> open_data(const OpenDataInput& input, TableFormat format);

}  // namespace myomap
