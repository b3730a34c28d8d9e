#include "body/muscle_asset.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "base/sealed_file.h"

namespace myomap {

namespace {

constexpr char magic[4] = {'M', 'Y', 'O', 'M'};

// On disk a vertex is small: 16 bit positions within the body's box (0.003 cm), 8 bit directions.
struct DiskVertex {
    std::uint16_t position[3];
    std::int8_t normal[3], fibre[3];
    std::uint8_t tendon, spare;
    std::int16_t grain[2];  // 1/64 cm
};
static_assert(sizeof(DiskVertex) == 18);

struct Header {
    char magic[4];
    std::uint32_t version;
    std::uint64_t key;
    glm::vec3 low, high;
    std::uint32_t meshes, vertices, indices, coarse, shadows, spare;
};

std::int8_t snorm(float v) { return static_cast<std::int8_t>(std::lround(glm::clamp(v, -1.f, 1.f) * 127)); }
glm::vec3 from_snorm(const std::int8_t* v) { return normalize(glm::vec3{v[0], v[1], v[2]}); }
// No coordinate in a body is larger, as in asset.cpp.
constexpr float farthest_cm = 1000;
bool is_in_body(const glm::vec3& p) {
    return std::abs(p.x) <= farthest_cm && std::abs(p.y) <= farthest_cm && std::abs(p.z) <= farthest_cm;  // no NaN is
}
std::int16_t grain_of(float cm) {
    return static_cast<std::int16_t>(std::lround(glm::clamp(cm * 64, -32000.f, 32000.f)));
}

}  // namespace

bool read_muscle_asset(const std::filesystem::path& file, std::uint64_t key, MuscleAsset& into) {
    constexpr std::uintmax_t most_bytes = 1 << 30;
    std::optional<SealedReader> in;
    try {
        in.emplace(file, most_bytes);
    } catch (const ReadError&) {
        return false;
    }
    const auto bad = [&]() { return AssetError(word("{} is damaged; delete it, it is made again"), {file.string()}); };
    const auto read = [&](void* to, size_t bytes) {
        if (in->read_some(to, bytes) != bytes) throw bad();
    };
    // Before it is allocated: a damaged count must not ask for gigabytes.
    const auto make_room = [&](auto& array, size_t count, size_t bytes_each) {
        if (count > in->size() / bytes_each) throw bad();
        array.resize(count);
    };
    Header header{};
    read(&header, sizeof header);
    if (std::memcmp(header.magic, magic, 4) != 0 || header.version != muscle_asset_version) return false;
    if (header.key != key) return false;
    constexpr std::uint32_t most = 50'000'000;
    if (header.meshes > 10'000 || header.vertices > most || header.indices > most || header.coarse > most ||
        (header.shadows != 0 && header.shadows != header.meshes) || !is_in_body(header.low) || !is_in_body(header.high))
        throw bad();

    MuscleAsset asset;
    for (std::uint32_t m = 0; m < header.meshes; ++m) {
        MuscleMesh mesh;
        std::uint8_t length = 0, kind = 0, sheet = 0;
        read(&length, 1);
        mesh.id.resize(length);
        read(mesh.id.data(), length);
        read(&kind, 1);
        read(&sheet, 1);
        if (kind > static_cast<int>(ShapeKind::bone) || sheet > static_cast<int>(Sheet::tendon)) throw bad();
        mesh.kind = static_cast<ShapeKind>(kind);
        mesh.sheet = static_cast<Sheet>(sheet);
        std::int32_t peel = 0, layer = 0, tint = 0;
        std::uint16_t over = 0;
        read(&peel, 4);
        read(&layer, 4);
        read(&tint, 4);
        read(&mesh.depth_cm, 4);
        read(&over, 2);
        mesh.over.resize(over);
        read(mesh.over.data(), over * sizeof(std::uint16_t));
        mesh.peel = peel;
        mesh.layer = layer;
        mesh.tint = tint;
        for (const std::uint16_t other : mesh.over)
            if (other >= header.meshes) throw bad();
        if (tint < 0 || tint >= muscle_tints || peel < 0 || layer < 0) throw bad();
        read(&mesh.first_vertex, 6 * sizeof(std::uint32_t));
        read(&mesh.centroid, sizeof mesh.centroid);
        read(&mesh.volume_cm3, sizeof mesh.volume_cm3);
        if (!is_in_body(mesh.centroid) || !std::isfinite(mesh.depth_cm + mesh.volume_cm3)) throw bad();
        const auto within = [](std::uint64_t first, std::uint64_t count, std::uint64_t size) {
            return first + count <= size;
        };
        if (!within(mesh.first_vertex, mesh.vertex_count, header.vertices) ||
            !within(mesh.first_index, mesh.index_count, header.indices) || mesh.index_count % 3 ||
            !within(mesh.first_coarse, mesh.coarse_count, header.coarse) || mesh.coarse_count % 3)
            throw bad();
        asset.meshes.push_back(std::move(mesh));
    }
    std::vector<DiskVertex> vertices;
    make_room(vertices, header.vertices, sizeof(DiskVertex));
    read(vertices.data(), vertices.size() * sizeof(DiskVertex));
    make_room(asset.triangles, header.indices, sizeof(std::uint32_t));
    read(asset.triangles.data(), asset.triangles.size() * sizeof(std::uint32_t));
    make_room(asset.coarse, header.coarse, sizeof(std::uint32_t));
    read(asset.coarse.data(), asset.coarse.size() * sizeof(std::uint32_t));
    asset.shadows.resize(header.shadows);
    for (SparseField& shadow : asset.shadows) {
        std::uint32_t count = 0;
        read(&count, 4);
        make_room(shadow.vertices, count, sizeof(std::uint32_t) + 1);
        shadow.values.resize(count);
        read(shadow.vertices.data(), count * sizeof(std::uint32_t));
        read(shadow.values.data(), count);
        if (!std::ranges::is_sorted(shadow.vertices)) throw bad();
    }
    if (!in->is_intact()) throw bad();
    for (const MuscleMesh& mesh : asset.meshes) {
        const auto belongs = [&](std::uint32_t v) {
            return v >= mesh.first_vertex && v < mesh.first_vertex + mesh.vertex_count;
        };
        for (std::uint32_t i = 0; i < mesh.index_count; ++i)
            if (!belongs(asset.triangles[mesh.first_index + i])) throw bad();
        for (std::uint32_t i = 0; i < mesh.coarse_count; ++i)
            if (!belongs(asset.coarse[mesh.first_coarse + i])) throw bad();
    }
    const size_t n = vertices.size();
    asset.positions.resize(n), asset.normals.resize(n), asset.fibres.resize(n), asset.grain.resize(n),
        asset.tendon.resize(n);
    for (size_t i = 0; i < n; ++i) {
        const DiskVertex& v = vertices[i];
        asset.positions[i] =
            header.low + (header.high - header.low) * glm::vec3{v.position[0], v.position[1], v.position[2]} / 65535.f;
        asset.normals[i] = from_snorm(v.normal);
        asset.fibres[i] = from_snorm(v.fibre);
        asset.grain[i] = glm::vec2{v.grain[0], v.grain[1]} / 64.f;
        asset.tendon[i] = static_cast<float>(v.tendon) / 255.f;
    }
    into = std::move(asset);
    return true;
}

void write_muscle_asset(const std::filesystem::path& file, std::uint64_t key, const MuscleAsset& asset) {
    Header header{};
    std::memcpy(header.magic, magic, 4);
    header.version = muscle_asset_version;
    header.key = key;
    header.low = glm::vec3{1e9f};
    header.high = glm::vec3{-1e9f};
    for (const glm::vec3& p : asset.positions) {
        header.low = min(header.low, p);
        header.high = max(header.high, p);
    }
    if (asset.positions.empty()) header.low = header.high = glm::vec3{0};
    header.meshes = static_cast<std::uint32_t>(asset.meshes.size());
    header.vertices = static_cast<std::uint32_t>(asset.positions.size());
    header.indices = static_cast<std::uint32_t>(asset.triangles.size());
    header.coarse = static_cast<std::uint32_t>(asset.coarse.size());
    header.shadows = static_cast<std::uint32_t>(asset.shadows.size());

    SealedWriter out(file);
    out.write(&header, sizeof header);
    for (const MuscleMesh& mesh : asset.meshes) {
        const auto length = static_cast<std::uint8_t>(mesh.id.size());
        const auto kind = static_cast<std::uint8_t>(mesh.kind), sheet = static_cast<std::uint8_t>(mesh.sheet);
        const std::int32_t peel = mesh.peel, layer = mesh.layer, tint = mesh.tint;
        const auto over = static_cast<std::uint16_t>(mesh.over.size());
        out.write(&length, 1);
        out.write(mesh.id.data(), length);
        out.write(&kind, 1);
        out.write(&sheet, 1);
        out.write(&peel, 4);
        out.write(&layer, 4);
        out.write(&tint, 4);
        out.write(&mesh.depth_cm, 4);
        out.write(&over, 2);
        out.write(mesh.over.data(), over * sizeof(std::uint16_t));
        out.write(&mesh.first_vertex, 6 * sizeof(std::uint32_t));
        out.write(&mesh.centroid, sizeof mesh.centroid);
        out.write(&mesh.volume_cm3, sizeof mesh.volume_cm3);
    }
    const glm::vec3 span = max(header.high - header.low, glm::vec3{1e-6f});
    for (size_t i = 0; i < asset.positions.size(); ++i) {
        const glm::vec3 at = (asset.positions[i] - header.low) / span * 65535.f + 0.5f;
        const glm::vec3 &n = asset.normals[i], &f = asset.fibres[i];
        const DiskVertex vertex{
            {static_cast<std::uint16_t>(at.x), static_cast<std::uint16_t>(at.y), static_cast<std::uint16_t>(at.z)},
            {snorm(n.x), snorm(n.y), snorm(n.z)},
            {snorm(f.x), snorm(f.y), snorm(f.z)},
            static_cast<std::uint8_t>(std::lround(asset.tendon[i] * 255)),
            0,
            {grain_of(asset.grain[i].x), grain_of(asset.grain[i].y)}};
        out.write(&vertex, sizeof vertex);
    }
    out.write(asset.triangles.data(), asset.triangles.size() * sizeof(std::uint32_t));
    out.write(asset.coarse.data(), asset.coarse.size() * sizeof(std::uint32_t));
    for (const SparseField& shadow : asset.shadows) {
        const auto count = static_cast<std::uint32_t>(shadow.size());
        out.write(&count, 4);
        out.write(shadow.vertices.data(), count * sizeof(std::uint32_t));
        out.write(shadow.values.data(), count);
    }
    out.commit();
}

}  // namespace myomap
