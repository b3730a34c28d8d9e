// The cache file of AtlasFields: a header, then every field as counts and raw arrays, in atlas order.

#include <cstring>
#include <fstream>
#include <utility>

#include "base/replace_file.h"
#include "body/atlas_fields.h"

namespace myomap {

namespace {

constexpr char magic[4] = {'M', 'Y', 'O', 'F'};
constexpr std::uint32_t cache_version = 2;

// Reads from the whole file in memory; `ok` turns false instead of reading past its end.
struct Reader {
    const char* at;
    const char* end;
    bool ok = true;

    template <class T>
    void read(T* into, size_t count) {
        const size_t bytes = count * sizeof(T);
        if (!ok || bytes > static_cast<size_t>(end - at)) {
            ok = false;
            return;
        }
        if (bytes > 0) std::memcpy(into, at, bytes);
        at += bytes;
    }
    template <class T>
    T value() {
        T v{};
        read(&v, 1);
        return v;
    }
    SparseField field(size_t vertex_count) {
        SparseField f;
        const auto count = value<std::uint32_t>();
        if (count > vertex_count) ok = false;
        if (!ok) return f;
        f.vertices.resize(count);
        f.values.resize(count);
        read(f.vertices.data(), count);
        read(f.values.data(), count);
        for (const std::uint32_t vertex : f.vertices) ok = ok && vertex < vertex_count;
        return f;
    }
};

template <class T>
void write(std::ostream& out, const T* from, size_t count) {
    out.write(reinterpret_cast<const char*>(from), static_cast<std::streamsize>(count * sizeof(T)));
}

void write_field(std::ostream& out, const SparseField& field) {
    const auto count = static_cast<std::uint32_t>(field.size());
    write(out, &count, 1);
    write(out, field.vertices.data(), count);
    write(out, field.values.data(), count);
}

}  // namespace

void AtlasFields::use_cache(std::vector<std::filesystem::path> files, std::vector<std::filesystem::path> inputs) {
    caches_ = std::move(files);
    cache_inputs_ = std::move(inputs);
}

void AtlasFields::read_caches() const {
    if (caches_.empty()) return;
    const std::uint64_t key = fields_key(cache_inputs_);
    for (const auto& file : std::exchange(caches_, {})) {
        if (read_cache(file, key)) return;
    }
}

bool AtlasFields::read_cache(const std::filesystem::path& file, std::uint64_t key) const {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return false;
    std::vector<char> bytes(static_cast<size_t>(in.tellg()));
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    Reader reader{bytes.data(), bytes.data() + bytes.size()};

    char found[4];
    reader.read(found, 4);
    if (!reader.ok || std::memcmp(found, magic, 4) != 0) return false;
    if (reader.value<std::uint32_t>() != cache_version || reader.value<std::uint64_t>() != key) return false;

    const size_t vertex_count = body_.skin().positions.size();
    std::vector<std::optional<MuscleFields>> muscles;
    for (const Muscle& muscle : atlas_.muscles) {
        MuscleFields fields;
        for (const TriggerPoint& trigger_point : muscle.trigger_points) {
            PointFields point;
            point.place = reader.value<SkinPoint>();
            if (point.place.vertex >= vertex_count) return false;
            for (size_t i = 0; i < trigger_point.zones.size(); ++i) point.zones.push_back(reader.field(vertex_count));
            fields.points.push_back(std::move(point));
        }
        if (!reader.ok) return false;
        muscles.emplace_back(std::move(fields));
    }
    if (reader.at != reader.end) return false;
    muscles_ = std::move(muscles);
    return true;
}

void AtlasFields::write_cache(const std::filesystem::path& file, std::uint64_t key) {
    const std::string flaw = replace_file(file, [&](std::ostream& out) {
        write(out, magic, 4);
        write(out, &cache_version, 1);
        write(out, &key, 1);
        for (int i = 0; i < static_cast<int>(atlas_.muscles.size()); ++i) {
            const MuscleFields& fields = muscle(i);
            for (const PointFields& point : fields.points) {
                write(out, &point.place, 1);
                for (const SparseField& zone : point.zones) write_field(out, zone);
            }
        }
    });
    if (!flaw.empty()) throw AssetError("cannot write " + file.string() + ": " + flaw);
}

std::uint64_t fields_key(const std::vector<std::filesystem::path>& files) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        char block[65536];
        while (in.read(block, sizeof block), in.gcount() > 0) {
            // Eight bytes a step: the plain byte-wise hash would cost more than reading the cache does.
            for (std::streamsize i = 0; i < in.gcount(); i += 8) {
                std::uint64_t word = 0;
                std::memcpy(&word, block + i, static_cast<size_t>(std::min<std::streamsize>(8, in.gcount() - i)));
                hash = (hash ^ word) * 1099511628211ull;
            }
        }
    }
    return hash;
}

}  // namespace myomap
