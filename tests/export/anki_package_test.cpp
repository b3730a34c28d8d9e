// Packages for Anki, unpacked and read with SQLite and, where it was fetched, by anki-reader.

#include "export/anki_package.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <map>
#include <regex>
#include <set>

#include "export/anki_notes.h"
#include "exported.h"
#include "report/words.h"
#include "study/database.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Unpacked {
    std::map<std::string, std::string> files;  // by their names in the zip
    std::filesystem::path collection;          // written out

    json media() const { return json::parse(files.at("media")); }
};

void write(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

Unpacked unpack(const std::vector<std::uint8_t>& bytes) {
    const auto file = test::output_file("package." + std::to_string(::getpid()) + ".apkg");
    write(file, bytes);
    Unpacked all;
    zip_t* const zip = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    EXPECT_NE(zip, nullptr);
    if (!zip) return all;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t facts;
        zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &facts);
        std::string text(facts.size, '\0');
        zip_file_t* const entry = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
        EXPECT_EQ(zip_fread(entry, text.data(), facts.size), static_cast<zip_int64_t>(facts.size));
        zip_fclose(entry);
        all.files[facts.name] = text;
    }
    zip_close(zip);
    all.collection = test::output_file("collection.anki2");
    std::ofstream(all.collection, std::ios::binary) << all.files["collection.anki2"];
    return all;
}

// Every row of a query, its columns as text.
std::vector<std::vector<std::string>> rows(const std::filesystem::path& file, const char* sql, int columns) {
    const Database database(file);
    Statement statement(database, sql);
    std::vector<std::vector<std::string>> all;
    while (statement.step()) {
        std::vector<std::string>& row = all.emplace_back();
        for (int i = 0; i < columns; ++i) row.push_back(statement.text(i));
    }
    return all;
}

std::vector<std::string> fields_of(const std::string& text) {
    std::vector<std::string> fields(1);
    for (const char c : text)
        if (c == '\x1f')
            fields.emplace_back();
        else
            fields.back() += c;
    return fields;
}

AnkiPackage sample() {
    return {.deck_id = "sample",
            .deck_name = "Myomap::Sample",
            .notes = {{AnkiNoteKind::basic,
                       "nerve:temporalis",
                       {"nerve:temporalis", "Which?", "", html_text("a < b & \"c\"\nnext"), "", "Book"},
                       {"myomap::region::head_neck", "myomap::muscle::temporalis"}},
                      {AnkiNoteKind::occlusion,
                       "paint_zone:temporalis/TrP1",
                       {occlusion_text({{0.1f, 0.2f, 0.3f, 0.4f}, {0.5f, 0, 0.5f, 1}}), html_picture("a-b.jpg"),
                        "Where?", "There", "Book"},
                       {}}},
            .media = {{"a-b.jpg", {1, 2, 3}}}};
}

TEST(AnkiPackage, IsACollectionOfSchema11WithItsPictures) {
    const Unpacked package = unpack(anki_file(sample(), 1'700'000'000));
    EXPECT_EQ(rows(package.collection, "PRAGMA integrity_check", 1), (std::vector<std::vector<std::string>>{{"ok"}}));
    std::set<std::string> tables;
    for (const auto& row : rows(package.collection, "SELECT name FROM sqlite_master WHERE type = 'table'", 1))
        tables.insert(row[0]);
    EXPECT_THAT(tables, ElementsAre("cards", "col", "graves", "notes", "revlog"));
    const auto col = rows(package.collection, "SELECT ver, mod, models, decks, dconf, conf FROM col", 6);
    ASSERT_EQ(col.size(), 1u);
    EXPECT_EQ(col[0][0], "11");
    EXPECT_EQ(col[0][1], "1700000000000") << "milliseconds";
    std::map<std::string, std::size_t> fields;  // of each model, by id
    const json models = json::parse(col[0][2]), decks = json::parse(col[0][3]);
    for (const auto& [id, model] : models.items()) {
        EXPECT_EQ(std::to_string(model["id"].get<std::int64_t>()), id);
        fields[id] = model["flds"].size();
        const bool occlusion = model["name"] == "Myomap Image Occlusion";
        EXPECT_EQ(model["type"], occlusion ? 1 : 0);
        if (!occlusion) continue;
        EXPECT_EQ(model["originalStockKind"], 6);
        std::vector<std::string> names;
        for (const json& field : model["flds"]) names.push_back(field["name"]);
        EXPECT_THAT(names, ElementsAre("Occlusion", "Image", "Header", "Back Extra", "Comments"));
        EXPECT_THAT(model["tmpls"][0]["qfmt"].get<std::string>(),
                    AllOf(HasSubstr("{{cloze:Occlusion}}"), HasSubstr("image-occlusion-container"),
                          HasSubstr("image-occlusion-canvas")));
    }
    EXPECT_EQ(fields.size(), 2u);
    std::set<std::string> deck_names, deck_ids;
    for (const auto& [id, deck] : decks.items()) {
        deck_names.insert(deck["name"]);
        deck_ids.insert(id);
    }
    EXPECT_THAT(deck_names, ElementsAre("Default", "Myomap", "Myomap::Sample"));
    const auto notes =
        rows(package.collection, "SELECT id, mid, flds, tags, sfld, csum, mod FROM notes ORDER BY sfld", 7);
    ASSERT_EQ(notes.size(), 2u);
    for (const auto& note : notes) {
        EXPECT_EQ(fields_of(note[2]).size(), fields.at(note[1]));
        EXPECT_EQ(note[6], "1700000000");
    }
    EXPECT_EQ(notes[1][3], " myomap::region::head_neck myomap::muscle::temporalis ");
    EXPECT_THAT(notes[1][2], HasSubstr("a &lt; b &amp; &quot;c&quot;<br>next"));
    EXPECT_THAT(notes[0][2],
                HasSubstr("{{c1::image-occlusion:rect:left=0.1000:top=0.2000:width=0.3000:height=0.4000:oi=1}}"));
    const auto cards = rows(package.collection, "SELECT nid, did, due, type FROM cards ORDER BY due", 4);
    ASSERT_EQ(cards.size(), 2u);
    for (const auto& card : cards) EXPECT_TRUE(deck_ids.contains(card[1]));
    EXPECT_EQ(cards[0][0], notes[1][0]) << "in the order of the deck";
    EXPECT_EQ(package.media(), (json{{"0", "a-b.jpg"}}));
    EXPECT_EQ(package.files.at("0"), std::string("\1\2\3"));
    EXPECT_EQ(package.files.size(), 3u);
    EXPECT_EQ(anki_file(sample(), 5), anki_file(sample(), 5)) << "byte for byte";
}

TEST(AnkiPackage, KeepsItsIdsWhateverElseIsInItAndWhenever) {
    const auto ids = [](const AnkiPackage& package, std::int64_t at) {
        std::map<std::string, std::vector<std::string>> all;  // by the first field
        const Unpacked unpacked = unpack(anki_file(package, at));
        for (const auto& row :
             rows(unpacked.collection,
                  "SELECT notes.flds, guid, notes.id, mid, cards.id, did FROM notes JOIN cards ON nid = "
                  "notes.id",
                  6))
            all[fields_of(row[0])[0]] = {row.begin() + 1, row.end()};
        return all;
    };
    AnkiPackage later = sample();
    std::ranges::reverse(later.notes);
    later.notes.push_back({AnkiNoteKind::basic, "nerve:soleus", {"nerve:soleus", "", "", "", "", ""}, {}});
    later.notes[1].fields[3] = "said otherwise";
    const auto before = ids(sample(), 1'700'000'000), after = ids(later, 1'800'000'000);
    ASSERT_EQ(before.size(), 2u);
    ASSERT_EQ(after.size(), 3u);
    for (const auto& [note, numbers] : before) EXPECT_EQ(after.at(note), numbers) << note;
    std::set<std::string> guids;
    for (const auto& [note, numbers] : after) guids.insert(numbers[0]);
    EXPECT_EQ(guids.size(), 3u);
    // What a learner has in Anki is found by these, so they stay for good.
    EXPECT_EQ(before.at("nerve:temporalis")[0], "myomap2e1c33be1242bbde");
    EXPECT_EQ(before.at("nerve:temporalis")[1], "1577487105819");
}

class AnkiNotes : public test::Exported {
protected:
    const Scene scene = context->scene();

    AnkiPackage made(const std::vector<std::string>& muscles) {
        std::vector<QuestionKind> kinds(all_question_kinds.begin(), all_question_kinds.end());
        AnkiRequest request{chosen_deck(scene, muscles), kinds};
        request.deck.complaints = {scene.symptoms->symptoms.front().id};
        return anki_notes(*context, renderer, request);
    }
};

TEST_F(AnkiNotes, HaveEveryCardOfADeckWithPicturesThatAreThere) {
    const AnkiPackage package = made({"temporalis", "extensor_carpi_radialis_brevis"});
    std::map<std::string, const AnkiNote*> notes;
    std::set<std::string> used;
    const std::regex picture("<img src=\"([^\"]+)\">");
    for (const AnkiNote& note : package.notes) {
        notes[note.key] = &note;
        EXPECT_EQ(note.fields.size(), note.kind == AnkiNoteKind::basic ? basic_fields.size() : occlusion_fields.size());
        for (const std::string& field : note.fields)
            for (std::sregex_iterator it(field.begin(), field.end(), picture), end; it != end; ++it)
                used.insert((*it)[1]);
        EXPECT_THAT(note.fields.back(), HasSubstr("Myomap")) << note.key;
        for (const std::string& tag : note.tags) EXPECT_THAT(tag, Not(HasSubstr(" ")));
    }
    for (const std::string& name : used) {
        ASSERT_TRUE(package.media.contains(name)) << name;
        const auto& bytes = package.media.at(name);
        EXPECT_GT(bytes.size(), 5000u) << name;
        EXPECT_LT(bytes.size(), 150000u) << name;
        EXPECT_EQ(bytes[0], 0xff) << "JPEG";
        EXPECT_EQ(bytes[1], 0xd8);
    }
    EXPECT_EQ(used.size(), package.media.size()) << "only what is used";
    ASSERT_TRUE(notes.contains("whose_pattern:temporalis/TrP1"));
    const AnkiNote& whose = *notes.at("whose_pattern:temporalis/TrP1");
    EXPECT_THAT(whose.tags, testing::Contains("myomap::region::head_neck"));
    EXPECT_THAT(whose.tags, testing::Contains("myomap::muscle::temporalis"));
    EXPECT_THAT(whose.fields[3], HasSubstr("Temporalis"));
    EXPECT_THAT(whose.fields[1] + whose.fields[2], Not(HasSubstr("Temporalis")));
    EXPECT_THAT(whose.fields[5], AllOf(HasSubstr("confidence"), HasSubstr("Travell")));
    EXPECT_EQ(notes.at("nerve:temporalis")->fields[2], "") << "words need no picture";
    EXPECT_TRUE(notes.contains("complaint:" + scene.symptoms->symptoms.front().id));
    EXPECT_EQ(notes.at("paint_zone:temporalis/TrP1")->kind, AnkiNoteKind::occlusion);
    EXPECT_EQ(notes.at("locate_point:temporalis/TrP1")->kind, AnkiNoteKind::occlusion);
}

TEST_F(AnkiNotes, HideTheZoneOrThePlaceAndMoreThanThat) {
    const AnkiPackage package = made({"extensor_carpi_radialis_brevis", "trapezius_upper"});
    int seen = 0;
    for (const AnkiNote& note : package.notes) {
        if (note.kind != AnkiNoteKind::occlusion) continue;
        ++seen;
        const std::regex mask("left=([0-9.]+):top=([0-9.]+):width=([0-9.]+):height=([0-9.]+)");
        int masks = 0;
        for (std::sregex_iterator it(note.fields[0].begin(), note.fields[0].end(), mask), end; it != end; ++it) {
            ++masks;
            const float left = std::stof((*it)[1]), top = std::stof((*it)[2]), width = std::stof((*it)[3]),
                        height = std::stof((*it)[4]);
            EXPECT_GE(left, 0);
            EXPECT_GE(top, 0);
            EXPECT_LE(left + width, 1.0002f);
            EXPECT_LE(top + height, 1.0002f);
            EXPECT_GT(width * height, 0.01f) << note.key;
        }
        EXPECT_GE(masks, 1) << note.key;
        EXPECT_NE(note.fields[3], "") << note.key;
    }
    EXPECT_GE(seen, 4);
}

TEST_F(AnkiNotes, CanBeStopped) {
    std::size_t all = 0;
    const AnkiPackage package = anki_notes(
        *context, renderer,
        {chosen_deck(scene, std::array<std::string, 1>{"temporalis"}), {QuestionKind::nerve, QuestionKind::action}},
        [&](std::size_t done, std::size_t of) {
            all = of;
            return done < 1;
        });
    EXPECT_EQ(package.notes.size(), 1u);
    EXPECT_EQ(all, 2u);
}

// Another program's eyes.
TEST_F(AnkiNotes, AreReadBackByAnkiReader) {
    const std::filesystem::path reader = MYOMAP_SOURCE_DIR "/build/anki_reader";
    if (!std::filesystem::exists(reader / "node_modules/anki-reader")) GTEST_SKIP() << "./test fetches anki-reader";
    const AnkiPackage package = made({"temporalis"});
    const auto file = test::output_file("read_back." + std::to_string(::getpid()) + ".apkg");
    write(file, anki_file(package, 1'700'000'000));
    const Outcome read =
        run_shell("node '" MYOMAP_SOURCE_DIR "/tests/anki/read.mjs' '" + reader.string() + "' '" + file.string() + "'");
    ASSERT_EQ(read.code, 0) << read.err;
    const json found = json::parse(read.out);
    std::multiset<std::vector<std::string>> expected, got;
    for (const AnkiNote& note : package.notes) expected.insert(note.fields);
    for (const json& deck : found["decks"])
        for (const json& fields : deck["cards"]) {
            EXPECT_EQ(deck["name"], "Myomap::My own choice");
            got.insert(fields.get<std::vector<std::string>>());
        }
    EXPECT_EQ(got, expected);
    ASSERT_EQ(found["media"].size(), package.media.size());
    for (const auto& [name, bytes] : package.media) EXPECT_EQ(found["media"][name], bytes.size()) << name;
}

}  // namespace
}  // namespace myomap
