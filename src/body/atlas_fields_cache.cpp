// The cache file of AtlasFields: a header, then every field as counts and raw arrays, in atlas order.

#include <cmath>
#include <cstring>
#include <utility>

#include "base/hash.h"
#include "base/sealed_file.h"
#include "body/atlas_fields.h"

namespace myomap {

namespace {

constexpr char magic[4] = {'M', 'Y', 'O', 'F'};
constexpr std::uint32_t cache_version = 4;
constexpr std::uintmax_t most_bytes = 256 << 20;

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
        // Rising, so that each is there once: whoever asks for one looks it up so.
        for (size_t i = 0; i < f.vertices.size(); ++i)
            ok = ok && f.vertices[i] < vertex_count && (i == 0 || f.vertices[i - 1] < f.vertices[i]);
        return f;
    }
};

template <class T>
void write(SealedWriter& out, const T* from, size_t count) {
    out.write(from, count * sizeof(T));
}

bool is_on_skin(const SkinPoint& point, const SkinAsset& skin) {
    return point.vertex < skin.positions.size() && point.triangle < skin.triangles.size() / 3 &&
           std::isfinite(point.position.x + point.position.y + point.position.z) &&
           std::isfinite(point.normal.x + point.normal.y + point.normal.z) && point.u >= 0 && point.v >= 0 &&
           point.u + point.v <= 1.0001f;
}

void write_field(SealedWriter& out, const SparseField& field) {
    const auto count = static_cast<std::uint32_t>(field.size());
    write(out, &count, 1);
    write(out, field.vertices.data(), count);
    write(out, field.values.data(), count);
}

void write_point(SealedWriter& out, const PointFields& point) {
    write(out, &point.place, 1);
    for (const SparseField& zone : point.zones) write_field(out, zone);
}

}  // namespace

void AtlasFields::use_cache(std::vector<std::filesystem::path> files, std::vector<std::filesystem::path> inputs) {
    caches_ = std::move(files);
    cache_inputs_ = std::move(inputs);
}

void AtlasFields::read_caches() const {
    const std::lock_guard lock(mutex_);
    try_caches();
}

void AtlasFields::try_caches() const {
    if (caches_.empty()) return;
    const std::uint64_t key = fields_key(cache_inputs_);
    for (const auto& file : std::exchange(caches_, {})) {
        if (take_cache(file, key)) return;
    }
}

bool AtlasFields::read_cache(const std::filesystem::path& file, std::uint64_t key) const {
    const std::lock_guard lock(mutex_);
    return take_cache(file, key);
}

bool AtlasFields::take_cache(const std::filesystem::path& file, std::uint64_t key) const {
    std::string bytes;
    try {
        SealedReader in(file, most_bytes);
        bytes.resize(static_cast<size_t>(in.size()));
        if (in.read_some(bytes.data(), bytes.size()) != bytes.size() || !in.is_intact()) return false;
    } catch (const ReadError&) {
        return false;
    }
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
            const auto read_point = [&] {
                PointFields point;
                point.place = reader.value<SkinPoint>();
                if (!is_on_skin(point.place, body_.skin())) reader.ok = false;
                for (size_t i = 0; i < trigger_point.zones.size(); ++i)
                    point.zones.push_back(reader.field(vertex_count));
                return point;
            };
            fields.points.push_back(read_point());
            for (size_t i = 0; i < trigger_point.levels.size() && reader.ok; ++i)
                fields.points.back().levels.push_back(read_point());
        }
        if (!reader.ok) return false;
        muscles.emplace_back(std::move(fields));
    }
    if (reader.at != reader.end) return false;
    muscles_ = std::move(muscles);
    return true;
}

void AtlasFields::write_cache(const std::filesystem::path& file, std::uint64_t key) {
    SealedWriter out(file);
    write(out, magic, 4);
    write(out, &cache_version, 1);
    write(out, &key, 1);
    for (int i = 0; i < static_cast<int>(atlas_.muscles.size()); ++i) {
        const MuscleFields& fields = muscle(i);
        for (const PointFields& point : fields.points) {
            write_point(out, point);
            for (const PointFields& level : point.levels) write_point(out, level);
        }
    }
    out.commit();
}

std::uint64_t fields_key(const std::vector<std::filesystem::path>& files) {
    Hash hash;
    std::vector<char> block(65536);
    for (const auto& file : files) {
        try {
            FileReader in(file, {most_bytes});
            while (const size_t count = in.read_some(block.data(), block.size())) hash.add(block.data(), count);
        } catch (const ReadError&) {
            // Whoever needs the file says so.
        }
    }
    return hash.value();
}

}  // namespace myomap
