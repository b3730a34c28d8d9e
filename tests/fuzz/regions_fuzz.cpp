// data/regions.json.

#include "atlas/regions.h"
#include "json_harness.h"
#include "shipped.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes);
    const LoadedRegions loaded = load_regions(file, landmark_names());
    read_out(loaded.problems, file);
    for (const SkinRegion& region : loaded.set.regions) {
        require(loaded.set.find(region.id) >= 0, "a region that is not found");
        require(!region.seeds.empty(), "a region that grows from nothing");
        region.in("fr");
    }
}

std::vector<std::string> seeds() { return cut("data/regions.json", "/regions", {0, 1, 10, 30}); }

const Registered regions({"regions", run, seeds, "regions.schema.json"});

}  // namespace
}  // namespace myomap::fuzz
