// The context with the shipped data: what a language switch changes, and what it leaves alone.

#include "app/context.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(Context, SwitchesTheLanguageLive) {
    const auto context = open_context();
    const Atlas& atlas = context->atlas();
    const auto ref = atlas.find_point("trapezius_upper/TrP1");
    ASSERT_TRUE(ref);
    const std::string english = atlas.muscle(*ref).name;
    const PointFields& fields = context->fields[0]->point(*ref);
    const auto vertices = fields.zones.at(0).vertices;
    const Scene scene = context->scene();

    context->set_language(Language("fr"));
    EXPECT_EQ(atlas.language, Language("fr"));
    EXPECT_TRUE(context->loaded.problems.empty());
    EXPECT_EQ(atlas.find_point("trapezius_upper/TrP1"), ref);
    EXPECT_EQ(scene.atlas.muscle(*ref).name, "Muscle trapèze, partie descendante");
    EXPECT_EQ(&fields, &context->fields[0]->point(*ref));
    EXPECT_EQ(fields.zones.at(0).vertices, vertices);

    context->set_language(Language());
    EXPECT_EQ(atlas.muscle(*ref).name, english);
}

TEST(Context, OpensInFrenchAndFindsEnglish) {
    const auto context = open_context({}, Language("fr"));
    const Atlas& atlas = context->atlas();
    EXPECT_EQ(atlas.language, Language("fr"));
    for (const char* query : {"carré des lombes", "quadratus lumborum", "QL"}) {
        const auto hits = context->search().find(query);
        ASSERT_FALSE(hits.empty()) << query;
        EXPECT_EQ(atlas.muscles.at(static_cast<size_t>(hits[0].item)).id, "quadratus_lumborum") << query;
    }
}

TEST(Context, EveryUserFacingTextIsThereInEveryLanguage) {
    const auto context = open_context();
    for (const LanguageEntry& one : context->languages.all()) {
        context->set_language(one.language);
        for (const Muscle& m : context->atlas().muscles) {
            for (const std::string* text : {&m.name, &m.latin, &m.origin.words, &m.insertion.words, &m.action,
                                            &m.innervation, &m.needling_caution})
                EXPECT_FALSE(text->empty()) << m.id;
            for (const auto* list : {&m.symptoms, &m.overload, &m.signs, &m.confused_with, &m.self_care})
                EXPECT_FALSE(list->empty()) << m.id;
            for (const TriggerPoint& point : m.trigger_points) {
                EXPECT_FALSE(point.place.empty()) << m.id << "/" << point.id;
                EXPECT_TRUE(std::ranges::none_of(point.zones, [](const Zone& zone) { return zone.words.empty(); }))
                    << m.id << "/" << point.id;
            }
        }
    }
}

}  // namespace
}  // namespace myomap
