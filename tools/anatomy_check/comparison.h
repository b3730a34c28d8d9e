#pragma once
// How close our muscles come to measured ones. The measurements are a folder with muscles_measured.json (138 pieces on
// the adult male, left side: ends, centre line, widths, volume; `atlas_ids` says whose) and first_under_skin.tsv (skin
// points with the muscle that lies first under them).

#include <filesystem>
#include <string>
#include <vector>

#include "body/muscle_packing.h"

namespace myomap {

struct MuscleComparison {
    std::string ids;         // of the atlas, joined by "+" where the measurement covers several
    float centroid_cm = -1;  // between the centroids of the volumes; -1 where there is nothing of ours
    float volume_ratio = 0;  // ours / measured
    float width_ratio = 0, thickness_ratio = 0;  // of the greatest, ours / measured
    struct End {
        std::string piece;
        float cm;  // from the measured end to our attachment curve
    };
    std::vector<End> ends;  // of pieces that are no broad sheets: their ends are slices, not attachments
};

struct FirstUnderSkin {
    std::string expected;
    int points = 0, agree = 0;
    std::vector<std::pair<std::string, int>> instead;  // what we have there, most often first
};

struct Placement {  // of one body
    std::string body;
    int vertices = 0, outside = 0;                   // of the skin
    int of_muscles = 0;                              // vertices; the rest is context
    int inside_another = 0;                          // of muscles: deeper than a millimetre in another one
    std::vector<std::pair<std::string, int>> pairs;  // "a in b", most often first
};

struct AnatomyReport {
    std::vector<MuscleComparison> muscles;
    std::vector<FirstUnderSkin> first;  // reference muscles only: ours that the reference lacks are looked through
    std::vector<Placement> placement;
    std::vector<PackingNote> notes;  // of the reference body

    std::vector<float> centroids() const;
    std::vector<float> ends() const;
    float first_agreement() const;  // 0..1
};

// Throws std::runtime_error when a file of the reference can't be read.
AnatomyReport compare_anatomy(const std::filesystem::path& reference, const Body& male, const PackedMuscles& packed,
                              const std::vector<Shape>& shapes);

Placement placement_of(const Body& body, const PackedMuscles& packed);

}  // namespace myomap
