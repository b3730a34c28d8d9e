#include "bake/pose.h"

#include <cmath>

#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/gtx/dual_quaternion.hpp>
#include <glm/gtx/quaternion.hpp>

namespace myomap {

namespace {

using glm::dquat;
using glm::dvec3;
using DualQuat = glm::tdualquat<double>;

struct RigidMove {
    dquat rotation{1, 0, 0, 0};
    dvec3 translation{0};

    dvec3 operator()(dvec3 p) const { return rotation * p + translation; }
};

class Skeleton {
public:
    Skeleton(const BaseModel& model, const std::vector<glm::vec3>& shaped)
        : bones_(model.bones), moves_(model.bones.size()) {
        for (const auto& indices : model.joint_vertices) {
            dvec3 sum{0};
            for (std::uint32_t v : indices) sum += dvec3(shaped[v]);
            rest_heads_.push_back(sum / static_cast<double>(indices.size()));
        }
    }

    dvec3 head(const std::string& bone) const {
        const std::size_t i = find(bone);
        return moves_[i](rest_heads_[i]);
    }

    // Turns a bone and all that hangs on it about the bone's head.
    void turn(const std::string& bone, const dquat& rotation) {
        const std::size_t top = find(bone);
        const dvec3 pivot = head(bone);
        std::vector<bool> turned(bones_.size(), false);
        for (std::size_t i = top; i < bones_.size(); ++i) {
            const int parent = bones_[i].parent;
            turned[i] = i == top || (parent >= 0 && turned[static_cast<std::size_t>(parent)]);
            if (!turned[i]) continue;
            moves_[i].rotation = glm::normalize(rotation * moves_[i].rotation);
            moves_[i].translation = rotation * (moves_[i].translation - pivot) + pivot;
        }
    }

    void aim(const std::string& bone, const std::string& child, dvec3 direction) {
        turn(bone, glm::rotation(glm::normalize(head(child) - head(bone)), glm::normalize(direction)));
    }

    // Gives a bone and all that hangs on it the orientation it was modelled in.
    void straighten(const std::string& bone) { turn(bone, glm::conjugate(moves_[find(bone)].rotation)); }

    const std::vector<RigidMove>& moves() const { return moves_; }
    const std::vector<Bone>& bones() const { return bones_; }

private:
    std::size_t find(const std::string& name) const {
        for (std::size_t i = 0; i < bones_.size(); ++i) {
            if (bones_[i].name == name) return i;
        }
        throw BakeError("The base mesh has no bone '" + name + "'; its version is not the one this tool knows.");
    }

    const std::vector<Bone>& bones_;
    std::vector<dvec3> rest_heads_;
    std::vector<RigidMove> moves_;
};

dvec3 across(dvec3 v, dvec3 unit_axis) { return v - unit_axis * glm::dot(v, unit_axis); }

void pose_arm(Skeleton& skeleton, double g) {
    const std::string side = g > 0 ? ".L" : ".R";
    skeleton.aim("upperarm01" + side, "lowerarm01" + side, {0.26 * g, -1, -0.07});
    skeleton.aim("lowerarm01" + side, "wrist" + side, {0.33 * g, -1, 0.08});

    // Supination: the twist is spread over the limb as the skin of a real arm spreads it.
    const dvec3 axis = glm::normalize(skeleton.head("wrist" + side) - skeleton.head("lowerarm01" + side));
    const dvec3 knuckles = across(skeleton.head("finger5-1" + side) - skeleton.head("finger2-1" + side), axis);
    const dvec3 wanted = across({-g, 0, -0.2}, axis);
    const double twist = std::atan2(glm::dot(glm::cross(knuckles, wanted), axis), glm::dot(knuckles, wanted));
    const std::pair<const char*, double> shares[]{
        {"upperarm01", 0.30}, {"lowerarm01", 0.25}, {"lowerarm02", 0.30}, {"wrist", 0.15}};
    for (const auto& [bone, share] : shares) skeleton.turn(bone + side, glm::angleAxis(share * twist, axis));

    skeleton.aim("wrist" + side, "finger3-1" + side, {0.26 * g, -1, 0.10});
    for (int f = 2; f <= 5; ++f) {
        const std::string finger = "finger" + std::to_string(f);
        skeleton.aim(finger + "-1" + side, finger + "-2" + side, {(0.40 - 0.09 * (f - 2)) * g, -1, 0.14});
        skeleton.aim(finger + "-2" + side, finger + "-3" + side, {(0.36 - 0.08 * (f - 2)) * g, -1, 0.20});
    }
}

void pose_leg(Skeleton& skeleton, double g) {
    const std::string side = g > 0 ? ".L" : ".R";
    skeleton.aim("upperleg01" + side, "lowerleg01" + side, {0.035 * g, -1, 0.02});
    skeleton.aim("lowerleg01" + side, "foot" + side, {0.02 * g, -1, -0.07});
    skeleton.straighten("foot" + side);
}

dvec3 skin(dvec3 point, const std::array<Influence, 4>& influences, const std::vector<DualQuat>& moves) {
    DualQuat blend(dquat(0, 0, 0, 0), dquat(0, 0, 0, 0));
    const dquat& first = moves[influences[0].bone].real;
    for (const Influence& influence : influences) {
        const DualQuat& move = moves[influence.bone];
        // A rotation has two quaternions; blending those of one hemisphere takes the short way round.
        const double sign = glm::dot(first, move.real) < 0 ? -1.0 : 1.0;
        blend = blend + move * (sign * influence.weight);
    }
    return glm::normalize(blend) * point;
}

}  // namespace

PosedBody pose_anatomical(const BaseModel& model, const std::vector<glm::vec3>& shaped) {
    Skeleton skeleton(model, shaped);
    for (double g : {1.0, -1.0}) {
        pose_arm(skeleton, g);
        pose_leg(skeleton, g);
    }

    std::vector<DualQuat> moves;
    for (const RigidMove& move : skeleton.moves()) moves.emplace_back(move.rotation, move.translation);
    PosedBody posed;
    for (std::size_t v = 0; v < shaped.size(); ++v) {
        posed.vertices.emplace_back(skin(dvec3(shaped[v]), model.influences[v], moves));
    }
    for (const Bone& bone : model.bones) posed.joints[bone.name] = glm::vec3(skeleton.head(bone.name));
    return posed;
}

}  // namespace myomap
