#pragma once
// All that the atlas paints on one body, evaluated: where each trigger point lies, and its zones.
// Evaluated when the program is built and read from a cache; evaluated on demand for a dataset edited since.

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "body/body.h"
#include "body/fields.h"

namespace myomap {

struct PointFields {
    SkinPoint place;                  // left side
    std::vector<SparseField> zones;   // as TriggerPoint::zones, left side
    std::vector<PointFields> levels;  // as TriggerPoint::levels
};

struct MuscleFields {
    std::vector<PointFields> points;  // as Muscle::trigger_points
};

// Several threads may ask at once; whoever asks first evaluates, the others wait for it.
class AtlasFields {
public:
    // `atlas` and `body` must outlive this. Nothing is evaluated yet.
    AtlasFields(const Atlas& atlas, const Body& body);

    // Takes the cached fields if the file is there, of this version, and made from the same dataset, landmarks and
    // body (`key`). False otherwise; then everything is evaluated when first asked for. Before the first question only.
    bool read_cache(const std::filesystem::path& file, std::uint64_t key) const;
    // The same, but only when a field is first asked for, and from the first of the files that fits; `inputs` are the
    // files that make the key.
    void use_cache(std::vector<std::filesystem::path> files, std::vector<std::filesystem::path> inputs);

    // Takes what fits of those files now; otherwise the first question does.
    void read_caches() const;

    // How many muscles are still to be evaluated, and a way to do one at a time, so that a window can show how far it
    // is.
    int missing() const;
    void evaluate_next() const;
    // Evaluates what is missing and writes the cache. Throws FileError when the file can't be written.
    void write_cache(const std::filesystem::path& file, std::uint64_t key);

    const MuscleFields& muscle(int index) const;
    const PointFields& point(PointRef ref) const {
        return muscle(ref.muscle).points.at(static_cast<size_t>(ref.point));
    }

    // For the right side, mirrored on the fly.
    SkinPoint place(PointRef ref, Side side) const;
    SparseField zone(PointRef ref, int zone_index, Side side) const;

private:
    const Atlas& atlas_;
    const Body& body_;
    mutable std::mutex mutex_;  // for all below
    mutable std::vector<std::optional<MuscleFields>> muscles_;
    mutable std::vector<std::filesystem::path> caches_;  // empty once they were tried
    mutable std::vector<std::filesystem::path> cache_inputs_;
    mutable std::vector<std::atomic<const MuscleFields*>> ready_;  // what needs no lock any more

    MuscleFields evaluate(int index) const;
    // With the lock held:
    const MuscleFields& make_ready(int index) const;
    void try_caches() const;
    bool take_cache(const std::filesystem::path& file, std::uint64_t key) const;
};

// Names the inputs a cache was made from: FNV-1a over the bytes of the files.
std::uint64_t fields_key(const std::vector<std::filesystem::path>& files);

}  // namespace myomap
