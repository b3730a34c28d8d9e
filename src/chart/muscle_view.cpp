#include "chart/muscle_view.h"

#include <algorithm>
#include <iterator>

#include "chart/palette.h"
#include "chart/standard_views.h"
#include "chart/view.h"
#include "chart/views.h"

namespace myomap {

namespace {

constexpr int first_muscle_step = 2;
constexpr const char* step_words[] = {"Skin",         "Through the skin", "Muscles",      "1 layer off",
                                      "2 layers off", "3 layers off",     "4 layers off", "Bones"};
static_assert(std::size(step_words) == first_muscle_step + muscle_layers + 1);

bool in(const std::vector<std::uint16_t>& list, int mesh) {
    return std::ranges::find(list, static_cast<std::uint16_t>(mesh)) != list.end();
}

// Towards the paper, so that the chosen muscle leads.
std::uint32_t quieter(std::uint32_t rgba, float amount, std::uint32_t towards) {
    std::uint32_t mixed = rgba & 0xff;
    for (int shift = 8; shift < 32; shift += 8) {
        const auto a = static_cast<float>(rgba >> shift & 0xff), b = static_cast<float>(towards >> shift & 0xff);
        mixed |= static_cast<std::uint32_t>(a + amount * (b - a)) << shift;
    }
    return mixed;
}

}  // namespace

int depth_steps(const Scene& scene) { return scene.muscles[0] ? static_cast<int>(std::size(step_words)) : 1; }

int depth_step(const Scene& scene, const Document& document) {
    switch (document.view.layers) {
        case LayerMode::skin:
            return 0;
        case LayerMode::glass:
            return 1;
        case LayerMode::muscles:
            break;
    }
    return std::min(first_muscle_step + document.view.peeled, depth_steps(scene) - 1);
}

void set_depth(Document& document, int step) {
    document.view.layers = step <= 0 ? LayerMode::skin : step == 1 ? LayerMode::glass : LayerMode::muscles;
    document.view.peeled = std::max(0, step - first_muscle_step);
}

const char* depth_words(int step) {
    return step_words[std::clamp<size_t>(static_cast<size_t>(std::max(step, 0)), 0, std::size(step_words) - 1)];
}

Document muscle_portrait(const Document& document) {
    Document portrait;
    portrait.view.body = document.view.body;
    portrait.view.side = document.view.side;
    portrait.view.theme = document.view.theme;
    portrait.view.style = document.view.style;
    portrait.selection = MuscleSelection{chosen_muscle(document.selection), ""};
    portrait.view.layout = Layout::focus;
    portrait.view.layers = LayerMode::glass;
    portrait.view.around = Around::alone;
    portrait.view.show_labels = portrait.view.show_all_points = false;
    return portrait;
}

UnderSkin under_skin_of(const Scene& scene, const Document& document) {
    UnderSkin under;
    const Muscles* muscles = scene.body_muscles(document.view.body);
    if (document.view.layers == LayerMode::skin || !muscles) return under;
    under.layers = document.view.layers;
    const auto& meshes = muscles->asset().meshes;
    const ChartPalette& palette = chart_palette(document.view.theme);
    const auto selected = scene.atlas.find_muscle(chosen_muscle(document.selection));
    const int chosen = selected ? muscles->mesh_of(*selected) : -1;
    const std::vector<Side> sides = shown_sides(scene.atlas, document);

    // By itself a muscle would end in mid-air.
    std::vector<int> its_tendons;
    if (chosen >= 0 && document.view.layers == LayerMode::glass) its_tendons = muscles->tendons_of(chosen);

    std::vector<int> hidden;
    for (const std::string& id : document.view.hidden)
        if (const auto muscle = scene.atlas.find_muscle(id)) hidden.push_back(muscles->mesh_of(*muscle));

    const auto shown = [&](int m) {
        const MuscleMesh& mesh = meshes[static_cast<size_t>(m)];
        if (mesh.kind == ShapeKind::bone) return true;
        const bool tendon = mesh.kind == ShapeKind::tendon;
        if ((!tendon && muscles->muscle_of(m) < 0) || std::ranges::find(hidden, m) != hidden.end()) return false;
        if (document.view.layers == LayerMode::glass)
            return m == chosen || chosen < 0 || std::ranges::find(its_tendons, m) != its_tendons.end();
        if (chosen >= 0 && document.view.around != Around::all) {
            if (m == chosen) return true;
            if (document.view.around == Around::over) return in(meshes[static_cast<size_t>(chosen)].over, m);
            if (document.view.around == Around::under) return in(mesh.over, chosen);
            return false;
        }
        return mesh.peel >= document.view.peeled;
    };
    under.looks.resize(2 * meshes.size());
    for (int m = 0; m < static_cast<int>(meshes.size()); ++m) {
        const MuscleMesh& mesh = meshes[static_cast<size_t>(m)];
        for (const Side side : {Side::left, Side::right}) {
            MuscleLook& look = under.looks[2 * static_cast<size_t>(m) + (side == Side::right ? 1 : 0)];
            look.bone = mesh.kind == ShapeKind::bone;
            look.shown = shown(m);
            look.chosen = m == chosen && std::ranges::find(sides, side) != sides.end();
            // Layers are taken off around the chosen muscle; it stays.
            if (look.chosen && std::ranges::find(hidden, m) == hidden.end()) look.shown = true;
            if (look.bone)
                look.rgba = palette.bone.rgba;
            else if (look.chosen)
                look.rgba = palette.chosen_muscle.rgba;
            else
                look.rgba = quieter(palette.muscles[static_cast<size_t>(mesh.tint)].rgba, chosen >= 0 ? 0.3f : 0.f,
                                    palette.bone.rgba);
            // The chosen muscle shines through on its own side only.
            if (document.view.layers == LayerMode::glass && chosen >= 0 && !look.bone &&
                std::ranges::find(sides, side) == sides.end())
                look.shown = false;
        }
    }
    return under;
}

std::vector<bool> shown_meshes(const UnderSkin& under_skin) {
    std::vector<bool> shown;
    for (const MuscleLook& look : under_skin.looks) shown.push_back(look.shown);
    return shown;
}

std::vector<bool> shown_meshes(const UnderSkin& under_skin, const MuscleAsset& asset, const Camera& camera) {
    std::vector<bool> shown = shown_meshes(under_skin);
    if (under_skin.layers != LayerMode::glass || camera.reach_cm >= Camera::far_cm || !looks_along_limbs(camera))
        return shown;
    constexpr float most_before = 0.1f;
    const glm::vec3 viewer = toward_viewer(camera);
    const glm::vec3 on_the_cut = camera.target + camera.reach_cm * viewer;
    for (size_t i = 0; i < shown.size(); ++i) {
        const MuscleLook& look = under_skin.looks[i];
        if (shown[i] && !look.chosen && !look.bone)
            shown[i] = share_before(asset, asset.meshes[i / 2], i % 2 ? Side::right : Side::left, on_the_cut, viewer) <=
                       most_before;
    }
    return shown;
}

}  // namespace myomap
