#include "bake/pose.h"

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "baked.h"

namespace myomap {

constexpr float tolerance_cm = 0.05f;

TEST(Pose, MatchesTheReferenceVertices) {
    for (BodyId id : body_ids) {
        const PosedBody posed = baker().posed(id);
        for (const auto& check : reference(id).at("vertices")) {
            const std::size_t v = check.at("base_index");
            EXPECT_LT(glm::distance(posed.vertices.at(v), to_vec3(check.at("posed_cm"))), tolerance_cm)
                << to_text(id) << " " << v;
        }
    }
}

TEST(Pose, MatchesTheReferenceJoints) {
    for (BodyId id : body_ids) {
        const PosedBody posed = baker().posed(id);
        for (const auto& [node, place] : reference(id).at("joints_cm").items()) {
            const std::string bone = node.substr(0, node.find("____head"));
            ASSERT_TRUE(posed.joints.contains(bone)) << bone;
            EXPECT_LT(glm::distance(posed.joints.at(bone), to_vec3(place)), tolerance_cm) << to_text(id) << " " << bone;
        }
    }
}

TEST(Pose, TurnsThePalmsForward) {
    for (BodyId id : body_ids) {
        const PosedBody posed = baker().posed(id);
        // With the palm forward the thumb points away from the trunk.
        EXPECT_GT(posed.joints.at("finger1-2.L").x, posed.joints.at("finger5-1.L").x + 3);
        EXPECT_LT(posed.joints.at("finger1-2.R").x, posed.joints.at("finger5-1.R").x - 3);
    }
}

TEST(Pose, RefusesASkeletonWithoutArms) {
    BaseModel model = baker().model();
    for (Bone& bone : model.bones) {
        if (bone.name == "upperarm01.L") bone.name = "wing";
    }
    EXPECT_THROW(pose_anatomical(model, model.vertices), BakeError);
}

}  // namespace myomap
