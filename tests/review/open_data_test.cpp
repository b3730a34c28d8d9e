#include "review/open_data.h"

#include "one_muscle.h"
#include "review/skin_facts.h"

namespace myomap::test {
namespace {

using testing::HasSubstr;

TEST(TableWriter, CsvQuotesWhatItMust) {
    TableWriter table(TableFormat::csv, {{"a", ""}, {"b,c", ""}}, {{"license", "x"}});
    table.row({"plain", std::vector<std::string>{"one", "two \"2\""}});
    table.row({"line\nbreak", {}});
    table.row({Decimal{-0.001, 2}, true});
    EXPECT_EQ(table.take(), "a,\"b,c\"\r\nplain,\"one|two \"\"2\"\"\"\r\n\"line\nbreak\",\r\n0.00,true\r\n");
}

TEST(TableWriter, JsonKeepsListsNumbersAndNothing) {
    TableWriter table(TableFormat::json, {{"a", "first"}, {"b", "second"}}, {{"license", "x"}});
    table.row({"say \"é\"", std::vector<std::string>{"one", "two"}});
    table.row({Decimal{1.25, 2}, {}});
    const json read = json::parse(table.take());
    EXPECT_EQ(read, json::parse(R"({"license": "x", "columns": {"a": "first", "b": "second"},
                                    "rows": [{"a": "say \"é\"", "b": ["one", "two"]}, {"a": 1.25, "b": null}]})"));
    EXPECT_THROW(table.row({"one cell"}), std::logic_error);
}

TEST(SkinFacts, PaintedAreaIsThatOfTheDrawnSpot) {
    const Body& male = body(BodyId::adult_male);
    const Stroke spot{{at("umbilicus")}, {5}};
    const float area = painted_area_cm2(male.skin(), paint(male, {&spot, 1}, Side::left));
    EXPECT_NEAR(area, 3.14159f * 25, 6);
    EXPECT_EQ(painted_area_cm2(male.skin(), {}), 0);
}

TEST(SkinFacts, EveryPartIsWhereItIs) {
    for (const BodyId id : body_ids) {
        const SkinFacts facts(body(id));
        const auto part_at = [&](const char* name, Side side) {
            return std::string(to_text(facts.part(body(id).landmark_skin(landmarks().by_name.at(name), side).vertex)));
        };
        EXPECT_EQ(part_at("index_finger_tip", Side::left), "left hand");
        EXPECT_EQ(part_at("index_finger_tip", Side::right), "right hand");
        EXPECT_EQ(part_at("nose_tip", Side::left), "head");
        EXPECT_EQ(part_at("nipple", Side::right), "trunk");
        EXPECT_EQ(part_at("tibial_crest_mid", Side::right), "right leg");
        EXPECT_EQ(part_at("big_toe_tip", Side::left), "left foot");
        EXPECT_TRUE(facts.adjacent({BodyPart::neck}, {BodyPart::head}));
        EXPECT_FALSE(facts.adjacent({BodyPart::hand}, {BodyPart::thigh}));
        EXPECT_FALSE(facts.adjacent({BodyPart::arm, Side::left}, {BodyPart::arm, Side::right}));
        EXPECT_GT(facts.area_cm2(), 10000);
        EXPECT_LT(facts.area_cm2(), 25000);
    }
}

class OpenData : public testing::Test {
protected:
    const Opened opened{one_muscle()};
    std::map<std::string, json> tables;
    std::map<std::string, std::string> texts;

    void write(const RegionSet* regions, std::array<const RegionMap*, 2> maps) {
        const OpenDataInput input{opened.loaded.atlas,
                                  opened.loaded.texts,
                                  opened.bodies,
                                  opened.fields(),
                                  opened.muscles_of(),
                                  regions,
                                  maps,
                                  "1.2.3"};
        for (const OpenDataFile& file : open_data(input, TableFormat::json)) {
            texts[file.name] = file.text;
            if (file.name.ends_with(".json")) tables[file.name] = json::parse(file.text);
        }
    }
};

TEST_F(OpenData, TablesHoldTheDataset) {
    write(nullptr, {});
    const Atlas& atlas = opened.loaded.atlas;
    EXPECT_EQ(tables.at("muscles.json")["rows"].size(), 1u);
    EXPECT_EQ(tables.at("trigger_points.json")["rows"].size(), atlas.muscles[0].trigger_points.size());
    EXPECT_EQ(tables.at("sources.json")["rows"].size(), atlas.sources.size());
    EXPECT_EQ(tables.at("muscles.json")["license"], atlas.license);
    EXPECT_FALSE(tables.contains("zone_regions.json"));

    // A reader can rebuild a field, and its point, from the tables alone.
    const std::string id = atlas.full_id({0, 0}) + "/1";
    const SparseField& field = opened.female.point({0, 0}).zones.at(0);
    size_t found = 0;
    for (const json& row : tables.at("zone_vertices.json")["rows"]) {
        if (row["zone"] != id) continue;
        EXPECT_NEAR(row["value_adult_female"], field.at(row["vertex"]), 0.001);
        found += row["value_adult_female"] > 0;
    }
    EXPECT_EQ(found, field.size());
    const SkinPoint& place = opened.male.point({0, 0}).place;
    const json& point = tables.at("trigger_points.json")["rows"][0];
    EXPECT_EQ(point["vertex_adult_male"], place.vertex);
    EXPECT_NEAR(point["x_cm_adult_male"], place.position.x, 0.001);
    const json& skin = tables.at("skin.json")["rows"];
    ASSERT_EQ(skin.size(), body(BodyId::adult_male).skin().positions.size());
    EXPECT_NEAR(skin[place.vertex]["y_cm_adult_male"], place.position.y, 2);
}

TEST_F(OpenData, WordsAreInBothLanguages) {
    write(nullptr, {});
    Sample sample = one_muscle();
    const json& muscle = tables.at("muscles.json")["rows"][0];
    EXPECT_EQ(muscle["name_en"], sample.words()["name"]);
    EXPECT_EQ(muscle["name_fr"], sample.french()["name"]);
    EXPECT_EQ(muscle["self_care_fr"], sample.french()["self_care"]);
    EXPECT_EQ(muscle["segments"], sample["muscles"][0]["segments"]);
    EXPECT_EQ(muscle["frequency"], sample["muscles"][0]["frequency"]);
    const std::string point = sample["muscles"][0]["trigger_points"][0]["id"];
    // French blanks before high signs come out non-breaking.
    const auto plain_blanks = [](std::string text) {
        for (const std::string blank : {"\u00a0", "\u202f"}) {
            for (size_t at; (at = text.find(blank)) != std::string::npos;) text.replace(at, blank.size(), " ");
        }
        return text;
    };
    const json& french = sample.french()["points"][point];
    EXPECT_EQ(plain_blanks(tables.at("trigger_points.json")["rows"][0]["place_fr"]), french["place"]);
    EXPECT_EQ(plain_blanks(tables.at("zones.json")["rows"][0]["words_fr"]), french["zones"][0]);
}

TEST_F(OpenData, RegionsAreSharesOfZones) {
    RegionSet set;
    set.regions.push_back({.id = "front",
                           .midline = true,
                           .names = {{"en", {"front", "Anterior"}}},
                           .seeds = {{{at("umbilicus")}, {2}}}});
    set.regions.push_back({.id = "side_of_head",
                           .midline = false,
                           .names = {{"en", {"side", "Lateral"}}},
                           .seeds = {{{at("tragus")}, {2}}}});
    const RegionMap male(set, body(BodyId::adult_male)), female(set, body(BodyId::adult_female));
    write(&set, {&male, &female});
    std::map<std::string, double> sums;
    for (const json& row : tables.at("zone_regions.json")["rows"]) {
        sums[row["zone"]] += row["share_of_zone_adult_male"].get<double>();
        EXPECT_EQ(row["side"] == "midline", row["skin_region"] == "front");
    }
    EXPECT_EQ(sums.size(), tables.at("zones.json")["rows"].size());
    for (const auto& [zone, sum] : sums) EXPECT_NEAR(sum, 1, 0.001) << zone;
    EXPECT_TRUE(tables.at("skin.json")["rows"][0].contains("skin_region"));
}

TEST_F(OpenData, ReadmeExplainsEveryColumn) {
    write(nullptr, {});
    const std::string& readme = texts.at("README.txt");
    for (const auto& [name, table] : tables) {
        EXPECT_THAT(readme, HasSubstr(name + " ("));
        for (const auto& [column, meaning] : table["columns"].items()) {
            EXPECT_THAT(readme, HasSubstr("  " + column + " ")) << name;
            EXPECT_FALSE(meaning.get<std::string>().empty()) << name << " " << column;
        }
    }
    EXPECT_THAT(readme, testing::AllOf(HasSubstr("Licence: " + opened.loaded.atlas.license), HasSubstr("Cite as"),
                                       HasSubstr("1.2.3"), testing::Not(HasSubstr("{"))));
}

}  // namespace
}  // namespace myomap::test
