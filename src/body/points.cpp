#include "body/points.h"

namespace myomap {

namespace {

// Offsets are written for the reference male; a smaller body has them in proportion.
constexpr float reference_height_cm = 173.4f;

const Landmark& find(const Body& body, const std::string& name) {
    const auto& all = body.landmarks().by_name;
    const auto found = all.find(name);
    if (found == all.end()) throw UnknownLandmark(word("there is no landmark \"{}\" on this body"), {name});
    return found->second;
}

glm::vec3 direction(const Offset& offset, Side side) {
    return {side == Side::left ? offset.lateral : -offset.lateral, offset.superior, offset.anterior};
}

}  // namespace

SkinPoint resolve_on_skin(const Body& body, const PointSpec& spec, Side side) {
    switch (spec.kind) {
        case PointSpec::Kind::landmark:
            return body.landmark_skin(find(body, spec.landmark), side);
        case PointSpec::Kind::between: {
            const glm::vec3 a = resolve_on_skin(body, spec.of.at(0), side).position;
            const glm::vec3 b = resolve_on_skin(body, spec.of.at(1), side).position;
            return body.query().closest(a + spec.fraction * (b - a));
        }
        case PointSpec::Kind::offset: {
            const SkinPoint from = resolve_on_skin(body, spec.of.at(0), side);
            if (spec.offset == Offset{}) return from;
            const float scale = body.height_cm() / reference_height_cm;
            return body.query().closest(from.position + scale * direction(spec.offset, side));
        }
        case PointSpec::Kind::mirror:
            return resolve_on_skin(body, spec.of.at(0), other(side));
    }
    return {};
}

glm::vec3 resolve_deep(const Body& body, const PointSpec& spec, Side side) {
    switch (spec.kind) {
        case PointSpec::Kind::landmark:
            return body.landmark_bone(find(body, spec.landmark), side);
        case PointSpec::Kind::between: {
            const glm::vec3 a = resolve_deep(body, spec.of.at(0), side);
            const glm::vec3 b = resolve_deep(body, spec.of.at(1), side);
            return a + spec.fraction * (b - a);
        }
        case PointSpec::Kind::offset:
            return resolve_deep(body, spec.of.at(0), side) +
                   body.height_cm() / reference_height_cm * direction(spec.offset, side);
        case PointSpec::Kind::mirror:
            return resolve_deep(body, spec.of.at(0), other(side));
    }
    return {};
}

}  // namespace myomap
