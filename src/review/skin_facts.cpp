#include "review/skin_facts.h"

#include <algorithm>
#include <future>
#include <limits>
#include <queue>
#include <string_view>
#include <utility>

#include <glm/geometric.hpp>

namespace myomap {

namespace {

constexpr float border = 0.5f;

struct PartName {
    std::string_view in;  // part of Landmark::of, or of the name of a landmark that lies on no bone
    BodyPart part;
};

// The first that fits counts; what fits none is on the trunk.
constexpr PartName part_names[] = {
    {"cervical vertebra", BodyPart::neck},
    {"Atlas", BodyPart::neck},
    {"Axis", BodyPart::neck},
    {"Hyoid", BodyPart::neck},
    {"laryngeal", BodyPart::neck},
    {"cricoid", BodyPart::neck},
    {"thyroid", BodyPart::neck},
    {"Mandible", BodyPart::head},
    {"Occipital", BodyPart::head},
    {"Frontal", BodyPart::head},
    {"parietal", BodyPart::head},
    {"temporal bone", BodyPart::head},
    {"zygomatic", BodyPart::head},
    {"maxilla", BodyPart::head},
    {"nasal", BodyPart::head},
    {"Sphenoid", BodyPart::head},
    {"lacrimal", BodyPart::head},
    {"mouth", BodyPart::head},
    {"eye", BodyPart::head},
    {"nose", BodyPart::head},
    {"lip_", BodyPart::head},
    {"ear_", BodyPart::head},
    {"tragus", BodyPart::head},
    {"cheek", BodyPart::head},
    {"toe", BodyPart::foot},
    {"foot", BodyPart::foot},
    {"metatarsal", BodyPart::foot},
    {"calcaneus", BodyPart::foot},
    {"talus", BodyPart::foot},
    {"cuboid", BodyPart::foot},
    {"cuneiform", BodyPart::foot},
    {"metacarpal", BodyPart::hand},
    {"halanx", BodyPart::hand},
    {"trapezium", BodyPart::hand},
    {"pisiform", BodyPart::hand},
    {"hamate", BodyPart::hand},
    {"scaphoid", BodyPart::hand},
    {"lunate", BodyPart::hand},
    {"triquetral", BodyPart::hand},
    {"capitate", BodyPart::hand},
    {"humerus", BodyPart::arm},
    {"radius", BodyPart::forearm},
    {"ulna", BodyPart::forearm},
    {"femur", BodyPart::thigh},
    {"tibia", BodyPart::leg},
    {"fibula", BodyPart::leg},
    {"patella", BodyPart::leg},
};

BodyPart part_of(const Landmark& landmark) {
    const std::string_view text = landmark.of == "skin" || landmark.of.empty() ? landmark.name : landmark.of;
    for (const PartName& name : part_names)
        if (text.find(name.in) != std::string_view::npos) return name.part;
    return BodyPart::trunk;
}

bool is_limb(BodyPart part) { return part >= BodyPart::arm; }

std::uint8_t slot_of(SidedPart part) {
    return static_cast<std::uint8_t>(2 * static_cast<int>(part.part) + static_cast<int>(part.side));
}

// The part of a triangle that lies above the border of a field that is linear in it.
float share_above(float a, float b, float c) {
    const int above = (a >= border) + (b >= border) + (c >= border);
    if (above == 0) return 0;
    if (above == 3) return 1;
    // One corner is on its own side; the cut is a small triangle at it.
    const bool lone_is_above = above == 1;
    if ((b >= border) == lone_is_above)
        std::swap(a, b);
    else if ((c >= border) == lone_is_above)
        std::swap(a, c);
    const float cut = (a - border) / (a - b) * ((a - border) / (a - c));
    return lone_is_above ? cut : 1 - cut;
}

}  // namespace

void evaluate_all(const Atlas& atlas, const std::array<const AtlasFields*, 2>& fields) {
    const auto evaluate = [&](const AtlasFields* of) {
        for (int muscle = 0; muscle < static_cast<int>(atlas.muscles.size()); ++muscle) of->muscle(muscle);
    };
    auto first = std::async(std::launch::async, evaluate, fields[0]);
    evaluate(fields[1]);
    first.get();
}

float painted_area_cm2(const SkinAsset& skin, const SparseField& field) {
    std::vector<float> values(skin.positions.size(), 0.f);
    for (std::size_t i = 0; i < field.size(); ++i)
        values[field.vertices[i]] = static_cast<float>(field.values[i]) / 255;
    double area = 0;
    for (std::size_t t = 0; t < skin.triangles.size(); t += 3) {
        const auto* corner = &skin.triangles[t];
        const float share = share_above(values[corner[0]], values[corner[1]], values[corner[2]]);
        if (share > 0) area += share * triangle_area(skin, t);
    }
    return static_cast<float>(area);
}

std::vector<std::uint32_t> painted_vertices(const SparseField& field) {
    std::vector<std::uint32_t> painted;
    for (std::size_t i = 0; i < field.size(); ++i)
        if (field.values[i] >= 128) painted.push_back(field.vertices[i]);
    return painted;
}

const char* to_text(SidedPart part) {
    // In the order of BodyPart. Whole, since a language may have the side behind.
    constexpr const char* names[][2] = {{word("head"), "head"},
                                        {word("neck"), "neck"},
                                        {word("trunk"), "trunk"},
                                        {word("left upper arm"), word("right upper arm")},
                                        {word("left forearm"), word("right forearm")},
                                        {word("left hand"), word("right hand")},
                                        {word("left thigh"), word("right thigh")},
                                        {word("left leg"), word("right leg")},
                                        {word("left foot"), word("right foot")}};
    return names[static_cast<std::size_t>(part.part)][part.side == Side::right ? 1 : 0];
}

SkinFacts::SkinFacts(const Body& body)
    : vertex_area_(vertex_areas(body.skin())), slot_(body.skin().positions.size(), slot_of({})) {
    for (const float area : vertex_area_) area_cm2_ += area;

    const SkinAsset& skin = body.skin();
    std::vector<float> reached(skin.positions.size(), std::numeric_limits<float>::max());
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto start = [&](std::uint32_t vertex, SidedPart part) {
        reached[vertex] = 0;
        slot_[vertex] = slot_of(part);
        queue.emplace(0.f, vertex);
    };
    for (const auto& [name, landmark] : body.landmarks().by_name) {
        const BodyPart part = part_of(landmark);
        start(landmark.vertex, {part, Side::left});
        if (!landmark.midline) start(skin.mirror[landmark.vertex], {part, is_limb(part) ? Side::right : Side::left});
    }
    while (!queue.empty()) {
        const auto [distance, vertex] = queue.top();
        queue.pop();
        if (distance > reached[vertex]) continue;
        for (const std::uint32_t next : body.neighbours(vertex)) {
            const float through = distance + glm::distance(skin.positions[vertex], skin.positions[next]);
            if (through >= reached[next]) continue;
            reached[next] = through;
            slot_[next] = slot_[vertex];
            queue.emplace(through, next);
        }
    }
    for (std::uint32_t vertex = 0; vertex < slot_.size(); ++vertex)
        for (const std::uint32_t next : body.neighbours(vertex)) adjacent_[slot_[vertex]][slot_[next]] = true;
}

SidedPart SkinFacts::part(std::uint32_t vertex) const {
    return {static_cast<BodyPart>(slot_[vertex] / 2), static_cast<Side>(slot_[vertex] % 2)};
}

bool SkinFacts::adjacent(SidedPart a, SidedPart b) const { return adjacent_[slot_of(a)][slot_of(b)]; }

}  // namespace myomap
