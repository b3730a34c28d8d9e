#include "bake/shape.h"

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "baked.h"

namespace myomap {

TEST(Shape, MatchesTheReferenceVertices) {
    for (BodyId id : body_ids) {
        const auto shaped = shape_body(baker().model(), body_package, id);
        ASSERT_FALSE(reference(id).at("vertices").empty());
        for (const auto& check : reference(id).at("vertices")) {
            const std::size_t v = check.at("base_index");
            EXPECT_LT(glm::distance(shaped.at(v), to_vec3(check.at("shaped"))), 5e-3f) << to_text(id) << " " << v;
        }
    }
}

TEST(Shape, RefusesAnUnknownTarget) {
    EXPECT_THROW(read_targets(body_package, {"macrodetails/no-such-thing"}, baker().model().vertices.size()),
                 BakeError);
}

TEST(Shape, NamesTheMissingFile) {
    try {
        read_base_model("/nowhere");
        FAIL() << "read a model from nowhere";
    } catch (const BakeError& error) {
        EXPECT_NE(std::string(error.what()).find("/nowhere/public/data/models/human_full_size.json"),
                  std::string::npos);
    }
}

TEST(Shape, RefusesATargetFileOfAnotherSize) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(testing::TempDir()) / "myomap_short_targets";
    fs::create_directories(folder / "public/data/targets");
    fs::create_directories(folder / "src/json/targets");
    const char* list = "src/json/targets/target-list.json";
    fs::copy_file(body_package / list, folder / list, fs::copy_options::overwrite_existing);
    std::ofstream(folder / "public/data/targets/targets.bin") << "too short";
    EXPECT_THROW(read_targets(folder, {"macrodetails/caucasian-male-young"}, baker().model().vertices.size()),
                 BakeError);
    fs::remove_all(folder);
}

}  // namespace myomap
