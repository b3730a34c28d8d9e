#include "body/asset.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string>
#include <type_traits>

#include "base/sealed_file.h"

namespace myomap {

namespace {

// The arrays are written as they lie in memory, which is only the documented layout on such a machine.
static_assert(std::endian::native == std::endian::little);
static_assert(sizeof(glm::vec3) == 12 && sizeof(Dot) == 12 && sizeof(DotLevel) == 8 && sizeof(Cluster) == 56);

constexpr std::array<char, 8> magic{'M', 'Y', 'O', 'S', 'K', 'I', 'N', '\n'};

struct Header {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t vertices;
    std::uint32_t triangles;
    std::uint32_t coarse_triangles;
    std::uint32_t dots;
    std::uint32_t dot_levels;
    std::uint32_t clusters;
    std::uint32_t coarse_clusters;
    std::uint64_t topology;
};
static_assert(sizeof(Header) == 48 && std::is_trivially_copyable_v<Header>);

std::uint64_t file_size_for(const Header& header) {
    // Positions, normals, occlusion, visible_from and mirror make 12 + 12 + 4 + 1 + 4 bytes a vertex.
    return sizeof(Header) + std::uint64_t{33} * header.vertices + std::uint64_t{12} * header.triangles +
           std::uint64_t{12} * header.coarse_triangles + sizeof(Dot) * std::uint64_t{header.dots} +
           sizeof(DotLevel) * std::uint64_t{header.dot_levels} +
           sizeof(Cluster) * (std::uint64_t{header.clusters} + header.coarse_clusters);
}

// Calls visit(array, count) for every array in file order, so that reading and writing can't disagree about it.
template <class Skin, class Visit>
void for_each_array(Skin& skin, const Header& header, Visit&& visit) {
    visit(skin.positions, header.vertices);
    visit(skin.normals, header.vertices);
    visit(skin.occlusion, header.vertices);
    visit(skin.mirror, header.vertices);
    visit(skin.triangles, std::size_t{header.triangles} * 3);
    visit(skin.coarse, std::size_t{header.coarse_triangles} * 3);
    visit(skin.dots, header.dots);
    visit(skin.dot_levels, header.dot_levels);
    visit(skin.clusters, header.clusters);
    visit(skin.coarse_clusters, header.coarse_clusters);
    visit(skin.visible_from, header.vertices);  // last: bytes, so everything before stays aligned to four
}

bool all_below(const std::vector<std::uint32_t>& indices, std::size_t end) {
    return std::all_of(indices.begin(), indices.end(), [end](std::uint32_t i) { return i < end; });
}

// No coordinate of a body is larger. Larger ones are damage, and more than Embree takes.
constexpr float farthest_cm = 1000;

bool all_within(const std::vector<glm::vec3>& points, float most) {
    return std::all_of(points.begin(), points.end(), [most](glm::vec3 p) {
        return std::abs(p.x) <= most && std::abs(p.y) <= most && std::abs(p.z) <= most;  // no NaN is
    });
}

bool cover(const std::vector<Cluster>& clusters, std::size_t indices) {
    std::size_t next = 0;
    for (const Cluster& cluster : clusters) {
        if (cluster.first != next || cluster.count % 3 != 0) return false;
        next += cluster.count;
    }
    return next == indices;
}

// What is wrong with the contents, or null.
const char* find_flaw(const SkinAsset& skin) {
    const std::size_t vertices = skin.positions.size();
    if (vertices == 0 || skin.triangles.empty()) return word("it holds no skin");
    if (skin.normals.size() != vertices || skin.occlusion.size() != vertices || skin.visible_from.size() != vertices ||
        skin.mirror.size() != vertices)
        return word("its vertex lists differ in length");
    if (skin.triangles.size() % 3 != 0 || skin.coarse.size() % 3 != 0) return word("a triangle lacks a corner");
    if (!all_within(skin.positions, farthest_cm) || !all_within(skin.normals, 2))
        return word("a vertex lies where no body is");
    if (!all_below(skin.triangles, vertices) || !all_below(skin.coarse, vertices)) {
        return word("a triangle names a vertex that is not there");
    }
    if (!cover(skin.clusters, skin.triangles.size()) || !cover(skin.coarse_clusters, skin.coarse.size()))
        return word("its clusters do not add up to the triangles");
    if (!all_below(skin.mirror, vertices)) return word("a vertex is mirrored to one that is not there");
    const std::size_t triangles = skin.triangles.size() / 3;
    for (const Dot& dot : skin.dots) {
        if (dot.triangle >= triangles) return word("a dot lies on a triangle that is not there");
        if (!(dot.u >= 0 && dot.v >= 0 && dot.u + dot.v <= 1.0001f)) return word("a dot lies outside its triangle");
    }
    for (std::size_t i = 0; i < skin.dot_levels.size(); ++i) {
        const DotLevel& level = skin.dot_levels[i];
        if (!(level.spacing_cm > 0)) return word("a dot level has no spacing");
        if (i > 0 &&
            (level.spacing_cm >= skin.dot_levels[i - 1].spacing_cm || level.count < skin.dot_levels[i - 1].count))
            return word("the dot levels are out of order");
    }
    if ((skin.dot_levels.empty() ? 0 : skin.dot_levels.back().count) != skin.dots.size()) {
        return word("the dot levels do not add up to the dots");
    }
    return nullptr;
}

[[noreturn]] void fail_read(const std::filesystem::path& file, const Message& why) {
    throw AssetError(
        word("The body file '{}' can't be used because {}; install Myomap again, or bake the body anew with "
             "'myomap-bake body'."),
        {file.string(), why});
}

}  // namespace

const char* to_text(BodyId id) {
    switch (id) {
        case BodyId::adult_male:
            return "adult_male";
        case BodyId::adult_female:
            return "adult_female";
    }
    return "";
}

SkinAsset read_skin_asset(const std::filesystem::path& file) {
    constexpr std::uintmax_t most_bytes = 1 << 30;
    std::optional<SealedReader> in;
    try {
        in.emplace(file, most_bytes);
    } catch (const ReadError& error) {
        fail_read(file, {word("it can't be read ({})"), {error.got}});
    }
    Header header;
    if (in->read_some(&header, sizeof header) != sizeof header) fail_read(file, word("it is cut short"));
    if (header.magic != magic) fail_read(file, word("it is not a Myomap body"));
    if (header.version != skin_asset_version) {
        fail_read(file, {word("it is of version {} and this program reads version {}"),
                         {std::to_string(header.version), std::to_string(skin_asset_version)}});
    }
    // Checked before anything is allocated: a damaged count must not ask for gigabytes.
    const std::uint64_t expected = file_size_for(header);
    if (in->size() < expected) fail_read(file, word("it is cut short"));
    if (in->size() > expected) fail_read(file, word("it is longer than its header says"));

    SkinAsset skin;
    for_each_array(skin, header, [&](auto& array, std::size_t count) {
        array.resize(count);
        if (in->read_some(array.data(), count * sizeof array[0]) != count * sizeof array[0])
            fail_read(file, word("it could not be read to its end"));
    });
    if (!in->is_intact()) fail_read(file, word("it is damaged: its checksum is another one"));
    skin.topology = header.topology;
    if (const char* flaw = find_flaw(skin)) fail_read(file, {word("it is damaged: {}"), {Message(flaw)}});
    return skin;
}

void write_skin_asset(const std::filesystem::path& file, const SkinAsset& skin) {
    if (const char* flaw = find_flaw(skin))
        throw AssetError(word("The body file '{}' can't be written because the body is inconsistent: {}"),
                         {file.string(), Message(flaw)});
    const Header header{magic,
                        skin_asset_version,
                        static_cast<std::uint32_t>(skin.positions.size()),
                        static_cast<std::uint32_t>(skin.triangles.size() / 3),
                        static_cast<std::uint32_t>(skin.coarse.size() / 3),
                        static_cast<std::uint32_t>(skin.dots.size()),
                        static_cast<std::uint32_t>(skin.dot_levels.size()),
                        static_cast<std::uint32_t>(skin.clusters.size()),
                        static_cast<std::uint32_t>(skin.coarse_clusters.size()),
                        skin.topology};

    SealedWriter out(file);
    out.write(&header, sizeof header);
    for_each_array(skin, header,
                   [&out](const auto& array, std::size_t count) { out.write(array.data(), count * sizeof array[0]); });
    out.commit();
}

}  // namespace myomap
