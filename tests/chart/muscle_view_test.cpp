// How deep the chart looks, and which muscles it shows.

#include "chart/muscle_view.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/compose.h"
#include "chart/hit.h"
#include "chart/palette.h"
#include "chart/standard_views.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

const Muscles& male() { return test::muscles(BodyId::adult_male); }
int muscle(const char* id) { return *test::atlas().find_muscle(id); }

MuscleLook look(const Document& document, const char* id, Side side = Side::left) {
    const UnderSkin under = under_skin_of(test::scene(), document);
    return under.looks.empty()
               ? MuscleLook{}
               : under.looks.at(2 * static_cast<size_t>(male().mesh_of(muscle(id))) + (side == Side::right));
}

Picture picture_of(const Document& document) {
    return compose(test::scene(), document, {{1280, 800}, 1, true}, measure);
}

int shown_muscles(const Document& document) {
    int count = 0;
    for (const MuscleLook& one : under_skin_of(test::scene(), document).looks) count += one.shown && !one.bone;
    return count;
}

TEST(Depth, IsOneScaleFromSkinToBones) {
    Document document;
    EXPECT_EQ(depth_step(test::scene(), document), 0);
    EXPECT_TRUE(under_skin_of(test::scene(), document).looks.empty());
    const int steps = depth_steps(test::scene());
    int last_shown = 1000;
    for (int step = 1; step < steps; ++step) {
        EXPECT_NE(step_depth(document, test::scene(), 1), Message{});
        EXPECT_EQ(depth_step(test::scene(), document), step);
        const int shown = shown_muscles(document);
        if (step >= 2) {
            EXPECT_LT(shown, last_shown) << step;
            last_shown = shown;
        }
    }
    EXPECT_EQ(last_shown, 0) << "the last step leaves the bones";
    EXPECT_EQ(step_depth(document, test::scene(), 1), Message{}) << "there is nothing deeper";
    EXPECT_EQ(to_text(choose_depth(document, test::scene(), -5)), "Depth: Skin");
}

TEST(Depth, ThroughTheSkinShowsTheChosenMuscleOnItsSide) {
    Document document;
    document.view.side = SideChoice::right;
    select_muscle(document, test::scene(), muscle("piriformis"));
    choose_depth(document, test::scene(), 1);
    EXPECT_EQ(shown_muscles(document), 1);
    EXPECT_TRUE(look(document, "piriformis", Side::right).chosen);
    EXPECT_FALSE(look(document, "piriformis", Side::left).shown);
    choose_side(document, SideChoice::both);
    EXPECT_EQ(shown_muscles(document), 2);
}

TEST(Depth, ThroughTheSkinATendonGoesOnFromTheChosenMuscle) {
    const auto& meshes = male().asset().meshes;
    const auto achilles =
        static_cast<size_t>(std::ranges::find(meshes, "achilles_tendon", &MuscleMesh::id) - meshes.begin());
    Document document;
    document.view.side = SideChoice::right;
    select_muscle(document, test::scene(), muscle("soleus"));
    choose_depth(document, test::scene(), 1);
    const UnderSkin under = under_skin_of(test::scene(), document);
    EXPECT_TRUE(under.looks.at(2 * achilles + 1).shown);
    EXPECT_FALSE(under.looks.at(2 * achilles + 1).chosen);
    EXPECT_FALSE(under.looks.at(2 * achilles).shown) << "of the side that is not shown";
    EXPECT_EQ(shown_muscles(document), 2);
}

// From below the stumps of the thighs would lie before the pelvic floor.
TEST(Depth, ACutThroughTheSkinLeavesOutTheStumps) {
    Document document;
    document.view.layers = LayerMode::glass;
    Camera camera =
        standard_camera(StandardView::inferior, {0, 0.45f * test::body(BodyId::adult_male).height_cm(), 0}, 30);
    const UnderSkin under = under_skin_of(test::scene(), document);
    const auto shown = [&](const char* id) -> bool {  // not a reference into a list that is gone
        return shown_meshes(under, male().asset(), camera)[2 * static_cast<size_t>(male().mesh_of(muscle(id)))];
    };
    EXPECT_TRUE(shown("adductor_longus")) << "nothing is cut";
    camera.reach_cm = 0;
    EXPECT_FALSE(shown("adductor_longus"));
    EXPECT_FALSE(shown("gracilis"));
    EXPECT_TRUE(shown("levator_ani"));
    EXPECT_TRUE(shown("gluteus_medius"));
    const auto femur = std::ranges::find(male().asset().meshes, "femur", &MuscleMesh::id);
    ASSERT_NE(femur, male().asset().meshes.end());
    EXPECT_TRUE(
        shown_meshes(under, male().asset(), camera)[2 * static_cast<size_t>(femur - male().asset().meshes.begin())]);
    document.selection = MuscleSelection{"adductor_longus", ""};
    document.view.side = SideChoice::left;
    EXPECT_TRUE(shown_meshes(under_skin_of(test::scene(), document), male().asset(),
                             camera)[2 * static_cast<size_t>(male().mesh_of(muscle("adductor_longus")))])
        << "it is what the view is about";
}

TEST(Depth, ChoosingAMuscleBringsItToLight) {
    Document document;
    choose_depth(document, test::scene(), 2);
    select_muscle(document, test::scene(), muscle("multifidi_lumbar"));
    EXPECT_GT(document.view.peeled, 0);
    EXPECT_TRUE(look(document, "multifidi_lumbar").shown);
    select_muscle(document, test::scene(), muscle("gluteus_maximus"));
    EXPECT_EQ(document.view.peeled, 0);
    hide_muscle(document, test::scene(), muscle("gluteus_maximus"));
    EXPECT_FALSE(look(document, "gluteus_maximus").shown);
    select_point(document, test::scene(), {muscle("gluteus_maximus"), 0});
    EXPECT_TRUE(look(document, "gluteus_maximus").shown);
}

// On a clear skin they would hang below the pelvis, or behind the calf.
TEST(Depth, ThroughTheSkinMarksLieOnTheirMuscle) {
    for (const char* id : {"levator_ani", "soleus", "piriformis", "psoas_major"}) {
        Document document;
        document.view.side = SideChoice::left;
        document.view.layers = LayerMode::glass;
        document.view.layout = Layout::focus;
        document.selection = MuscleSelection{id, ""};
        const Picture picture = picture_of(document);
        const MuscleAsset& asset = male().asset();
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(male().mesh_of(muscle(id)))];
        int marks = 0;
        for (const Mark& mark : picture.marks) {
            if (!mark.item.starts_with(id)) continue;
            const PictureView& view = picture.views[static_cast<size_t>(mark.view)];
            float off = 1e9f;
            for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v)
                off = std::min(off, glm::distance(project(view, asset.positions[v]), mark.at));
            EXPECT_LT(off / pixels_per_cm(view), 0.8f) << mark.item << " in " << view.title;
            ++marks;
        }
        EXPECT_GT(marks, 0) << id;
    }
}

TEST(Around, ShowsTheMuscleAloneOrWhatLiesOverOrUnderIt) {
    Document document;
    EXPECT_EQ(choose_around(document, Around::alone), "") << "nothing is chosen";
    select_muscle(document, test::scene(), muscle("gluteus_medius"));
    choose_around(document, Around::alone);
    EXPECT_EQ(document.view.layers, LayerMode::muscles);
    EXPECT_EQ(shown_muscles(document), 2);
    choose_around(document, Around::over);
    EXPECT_TRUE(look(document, "gluteus_maximus").shown);
    EXPECT_FALSE(look(document, "gluteus_minimus_anterior").shown);
    choose_around(document, Around::under);
    EXPECT_FALSE(look(document, "gluteus_maximus").shown);
    EXPECT_TRUE(look(document, "gluteus_minimus_posterior").shown || look(document, "gluteus_minimus_anterior").shown);
    EXPECT_NE(show_hidden_muscles(document), "");
    EXPECT_EQ(document.view.around, Around::all);
}

TEST(Around, ADeselectedMuscleLeavesNothingIsolated) {
    Document document;
    select_muscle(document, test::scene(), muscle("soleus"));
    choose_around(document, Around::alone);
    clear_selection(document);
    EXPECT_GT(shown_muscles(document), 100);
}

TEST(MuscleColours, TheChosenOneLeadsAndNeighboursDiffer) {
    Document document;
    choose_depth(document, test::scene(), 2);
    const std::uint32_t before = look(document, "soleus").rgba;
    EXPECT_NE(look(document, "gastrocnemius_lateral").rgba, before);
    EXPECT_NE(look(document, "gastrocnemius_lateral").rgba, look(document, "gastrocnemius_medial").rgba);
    document.view.side = SideChoice::left;
    select_muscle(document, test::scene(), muscle("soleus"));
    EXPECT_EQ(look(document, "soleus").rgba, chart_palette(Theme::light).chosen_muscle.rgba);
    EXPECT_NE(look(document, "soleus", Side::right).rgba, chart_palette(Theme::light).chosen_muscle.rgba);
}

TEST(MuscleHit, NamesWhatIsSeen) {
    Document document;
    show_standard_view(document, test::scene(), StandardView::posterior);
    const auto buttock = [&](const Picture& picture) {
        const SkinPoint place =
            test::body(BodyId::adult_male)
                .landmark_skin(test::landmarks().by_name.at("ischial_tuberosity_upper"), Side::left);
        return project(picture.views[0], place.position + glm::vec3{0, 4, 0});
    };
    choose_depth(document, test::scene(), 2);
    Picture picture = picture_of(document);
    Hit hit = hit_test(test::scene(), document, picture, buttock(picture));
    ASSERT_EQ(hit.muscles.size(), 1u);
    EXPECT_EQ(hit.muscles[0], muscle("gluteus_maximus"));
    EXPECT_EQ(hit.side, Side::left);
    // With it hidden the pointer meets what lies below.
    hide_muscle(document, test::scene(), muscle("gluteus_maximus"));
    picture = picture_of(document);
    hit = hit_test(test::scene(), document, picture, buttock(picture));
    EXPECT_THAT(hit.muscles, testing::Not(testing::Contains(muscle("gluteus_maximus"))));
    EXPECT_TRUE(hit.bone || !hit.muscles.empty());
}

TEST(MuscleHit, ContextIsNamedAsSuchAndIsNoMuscle) {
    Document document;
    show_standard_view(document, test::scene(), StandardView::posterior);
    choose_depth(document, test::scene(), 2);
    const Picture picture = picture_of(document);
    const SkinPoint place =
        test::body(BodyId::adult_male).landmark_skin(test::landmarks().by_name.at("s1_median_crest"), Side::left);
    const Hit hit =
        hit_test(test::scene(), document, picture, project(picture.views[0], place.position + glm::vec3{2, 0, 0}));
    EXPECT_EQ(hit.structure, "thoracolumbar_fascia");
    EXPECT_THAT(hit.muscles, testing::IsEmpty());
    EXPECT_THAT(describe(test::scene(), hit), testing::HasSubstr("Thoracolumbar fascia (context)"));
}

TEST(MuscleLabels, NameWhatTheViewShowsAndDoNotOverlap) {
    Document document;
    document.view.side = SideChoice::left;
    document.view.show_all_points = false;
    show_standard_view(document, test::scene(), StandardView::anterior);
    choose_depth(document, test::scene(), 2);
    const Picture picture = picture_of(document);
    std::vector<std::string> names;
    for (const Label& label : picture.labels) {
        std::string text;
        for (const std::string& line : label.lines) text += (text.empty() ? "" : " ") + line;
        names.push_back(text);
    }
    EXPECT_GE(names.size(), 8u);
    EXPECT_THAT(names, testing::Contains(testing::HasSubstr("Vastus medialis")));
    EXPECT_THAT(names, testing::Not(testing::Contains(testing::HasSubstr("Soleus"))));
    for (size_t i = 0; i < picture.labels.size(); ++i)
        for (size_t k = i + 1; k < picture.labels.size(); ++k)
            EXPECT_FALSE(picture.labels[i].box.overlaps(picture.labels[k].box)) << names[i] << " / " << names[k];
}

TEST(MuscleLabels, OfTheSoleNameNoMuscleOfTheBackOfTheFoot) {
    Document document;
    document.selection = MuscleSelection{"flexor_digitorum_brevis", ""};
    show_standard_view(document, test::scene(), StandardView::inferior);
    choose_depth(document, test::scene(), 2);
    std::string names;
    for (const Label& label : picture_of(document).labels)
        for (const std::string& line : label.lines) names += line + " ";
    EXPECT_THAT(names, testing::HasSubstr("Abductor hallucis"));
    EXPECT_THAT(names, testing::Not(testing::HasSubstr("Extensor")));
}

// The names in the view with that title.
std::string names_in(const Picture& picture, std::string_view title) {
    std::string names;
    for (const Label& label : picture.labels) {
        if (picture.views[static_cast<size_t>(label.view)].title != title) continue;
        for (const std::string& line : label.lines) names += line + " ";
        names += "| ";
    }
    return names;
}

TEST(MuscleLabels, NameNoMuscleOfTheFarSideOrOfTheRim) {
    const auto names = [](const char* id, const char* point, const char* title) {
        Document document;
        document.selection = MuscleSelection{id, point};
        document.view.layout = Layout::focus;
        document.view.layers = LayerMode::muscles;
        return names_in(picture_of(document), title);
    };
    for (const char* point : {"TrP1", "TrP2"}) {
        EXPECT_THAT(names("infraspinatus", point, "Anterior"), testing::Not(testing::HasSubstr("Infraspinatus")));
        EXPECT_THAT(names("infraspinatus", point, "Anterior"), testing::HasSubstr("Pectoralis major"));
    }
    EXPECT_THAT(names("infraspinatus", "TrP1", "Posterior"), testing::HasSubstr("Infraspinatus"));
    const std::string shoulder = names("biceps_brachii", "long_head", "Posterior");
    EXPECT_THAT(shoulder, testing::HasSubstr("Trapezius"));
    EXPECT_THAT(shoulder, testing::Not(testing::HasSubstr("Biceps")));
    EXPECT_THAT(shoulder, testing::Not(testing::HasSubstr("clavicular part")));
    const std::string front = names("coracobrachialis", "TrP1", "Anterior");
    EXPECT_THAT(front, testing::HasSubstr("Coracobrachialis")) << "shines through pectoralis major";
    EXPECT_THAT(front, testing::Not(testing::HasSubstr("spinal part")));
    EXPECT_THAT(front, testing::Not(testing::HasSubstr("Triceps")));
    EXPECT_THAT(names("coracobrachialis", "TrP1", "Posterior"), testing::Not(testing::HasSubstr("Coracobrachialis")));
}

TEST(Portrait, FramesTheMuscleAndNothingElse) {
    Document document;
    document.selection = MuscleSelection{"orbicularis_oculi", ""};
    document.view.side = SideChoice::left;
    const Document portrait = muscle_portrait(document);
    const Picture picture = compose(test::scene(), portrait, {{300, 200}, 1, false, false}, measure);
    ASSERT_EQ(picture.views.size(), 1u);
    EXPECT_TRUE(picture.marks.empty());
    EXPECT_TRUE(picture.labels.empty());
    EXPECT_TRUE(picture.layers.empty());
    const MuscleMesh& mesh = male().asset().meshes[static_cast<size_t>(male().mesh_of(muscle("orbicularis_oculi")))];
    EXPECT_TRUE(picture.views[0].rect.contains(project(picture.views[0], mesh.centroid)));
    EXPECT_LT(picture.views[0].camera.height_cm, 40);
}

}  // namespace
}  // namespace myomap
