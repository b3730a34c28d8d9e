#include "export/anki_package.h"

#include <charconv>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <glib.h>
#include <zip.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/word.h"
#include "export/page_error.h"
#include "study/database.h"
#include "study/shuffle.h"

namespace myomap {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto schema = R"(
CREATE TABLE col (id INTEGER PRIMARY KEY, crt INTEGER NOT NULL, mod INTEGER NOT NULL, scm INTEGER NOT NULL,
    ver INTEGER NOT NULL, dty INTEGER NOT NULL, usn INTEGER NOT NULL, ls INTEGER NOT NULL, conf TEXT NOT NULL,
    models TEXT NOT NULL, decks TEXT NOT NULL, dconf TEXT NOT NULL, tags TEXT NOT NULL);
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT NOT NULL, mid INTEGER NOT NULL, mod INTEGER NOT NULL,
    usn INTEGER NOT NULL, tags TEXT NOT NULL, flds TEXT NOT NULL, sfld INTEGER NOT NULL, csum INTEGER NOT NULL,
    flags INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER NOT NULL, did INTEGER NOT NULL, ord INTEGER NOT NULL,
    mod INTEGER NOT NULL, usn INTEGER NOT NULL, type INTEGER NOT NULL, queue INTEGER NOT NULL, due INTEGER NOT NULL,
    ivl INTEGER NOT NULL, factor INTEGER NOT NULL, reps INTEGER NOT NULL, lapses INTEGER NOT NULL,
    left INTEGER NOT NULL, odue INTEGER NOT NULL, odid INTEGER NOT NULL, flags INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER NOT NULL, usn INTEGER NOT NULL, ease INTEGER NOT NULL,
    ivl INTEGER NOT NULL, lastIvl INTEGER NOT NULL, factor INTEGER NOT NULL, time INTEGER NOT NULL,
    type INTEGER NOT NULL);
CREATE TABLE graves (usn INTEGER NOT NULL, oid INTEGER NOT NULL, type INTEGER NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)";

constexpr auto card_css = R"(.card { font-family: sans-serif; font-size: 19px; line-height: 1.35; text-align: center;
    color: #26221e; background-color: #fdfbf8; }
.card.nightMode { color: #eeeae4; background-color: #24211e; }
img { max-width: 100%; max-height: 65vh; border-radius: 6px; }
.answer { font-weight: 600; }
.remember { text-align: left; max-width: 36em; margin: 0.8em auto; }
.sources { font-size: 13px; opacity: 0.75; }
)";

constexpr auto basic_front = R"(<div>{{Question}}</div>
{{#Picture}}<div>{{Picture}}</div>{{/Picture}})";
constexpr auto basic_back = R"({{FrontSide}}
<hr id="answer">
<div class="answer">{{Answer}}</div>
{{#Remember}}<div class="remember">{{Remember}}</div>{{/Remember}}
<div class="sources">{{Sources}}</div>)";

// What Anki looks for: the cloze, the picture and a canvas within a container of these names. Older versions call the
// set-up by another name.
constexpr auto occlusion_css =
    R"(#image-occlusion-canvas { --inactive-shape-color: #d9c9a3; --active-shape-color: #e07a5f;
    --inactive-shape-border: 1px #6b6255; --active-shape-border: 1px #6b6255; }
#image-occlusion-container { position: relative; display: inline-block; }
#image-occlusion-canvas { position: absolute; left: 0; top: 0; }
)";
constexpr auto occlusion_front = R"({{#Header}}<div>{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="err"></div>
<div id="image-occlusion-container">{{Image}}<canvas id="image-occlusion-canvas"></canvas></div>
<script>
(function () {
    try {
        if (anki.imageOcclusion) anki.imageOcclusion.setup();
        else anki.setupImageCloze();
    } catch (error) {
        document.getElementById("err").textContent = String(error);
    }
})();
</script>)";
constexpr auto occlusion_back = R"(
<div class="remember">{{Back Extra}}</div>
<div class="sources">{{Comments}}</div>)";

// Anki takes ids for milliseconds since 1970: these lie between 2001 and 2020, so that none is of the future.
std::int64_t stable_id(std::string_view kind, std::string_view of) {
    constexpr std::int64_t first = 1'000'000'000'000, range = 600'000'000'000;
    const std::string name = fmt::format("{}/{}", kind, of);
    return first + static_cast<std::int64_t>(Chance(0, name).next() % static_cast<std::uint64_t>(range));
}

std::string stable_guid(std::string_view key) { return fmt::format("myomap{:016x}", Chance(1, key).next()); }

std::int64_t model_id(AnkiNoteKind kind) {
    return stable_id("model", kind == AnkiNoteKind::basic ? "basic" : "occlusion");
}

template <std::size_t N>
Json fields_json(const std::array<const char*, N>& names, bool tagged) {
    Json all = Json::array();
    for (std::size_t i = 0; i < names.size(); ++i) {
        Json field{{"name", names[i]}, {"ord", i},   {"sticky", false},        {"rtl", false},
                   {"font", "Arial"},  {"size", 20}, {"media", Json::array()}, {"description", ""}};
        // Anki finds the fields of this kind by number, however they are called.
        if (tagged) {
            field["tag"] = i;
            field["preventDeletion"] = i + 1 < names.size();
        }
        all.push_back(std::move(field));
    }
    return all;
}

Json model_json(AnkiNoteKind kind, std::int64_t deck, std::int64_t modified) {
    const bool basic = kind == AnkiNoteKind::basic;
    const std::string front = basic ? basic_front : occlusion_front;
    const std::string back =
        basic ? std::string(basic_back) : front + "\n<div><button id=\"toggle\">\u25d0</button></div>" + occlusion_back;
    Json model{{"id", model_id(kind)},
               {"name", basic ? "Myomap" : "Myomap Image Occlusion"},
               {"type", basic ? 0 : 1},
               {"mod", modified},
               {"usn", -1},
               {"sortf", basic ? 0 : 2},
               {"did", deck},
               {"vers", Json::array()},
               {"tags", Json::array()},
               {"flds", basic ? fields_json(basic_fields, false) : fields_json(occlusion_fields, true)},
               {"tmpls", Json::array({Json{{"name", basic ? "Card 1" : "Image Occlusion"},
                                           {"ord", 0},
                                           {"qfmt", front},
                                           {"afmt", back},
                                           {"bqfmt", ""},
                                           {"bafmt", ""},
                                           {"did", nullptr}}})},
               {"css", basic ? std::string(card_css) : std::string(card_css) + occlusion_css},
               {"latexPre", "\\documentclass[12pt]{article}\n\\begin{document}\n"},
               {"latexPost", "\\end{document}"},
               {"req", Json::array({Json::array({0, "any", Json::array({basic ? 1 : 0})})})}};
    if (!basic) model["originalStockKind"] = 6;
    return model;
}

Json deck_json(std::int64_t id, const std::string& name, std::int64_t modified) {
    const Json none = Json::array({0, 0});
    return {
        {"id", id},         {"name", name},      {"mod", modified},    {"usn", -1},        {"desc", ""},
        {"dyn", 0},         {"conf", 1},         {"collapsed", false}, {"newToday", none}, {"revToday", none},
        {"lrnToday", none}, {"timeToday", none}, {"extendNew", 0},     {"extendRev", 0},   {"browserCollapsed", false}};
}

Json options_json() {
    return {{"id", 1},
            {"name", "Default"},
            {"mod", 0},
            {"usn", 0},
            {"maxTaken", 60},
            {"autoplay", true},
            {"timer", 0},
            {"replayq", true},
            {"dyn", false},
            {"new",
             {{"bury", true},
              {"delays", {1, 10}},
              {"initialFactor", 2500},
              {"ints", {1, 4, 7}},
              {"order", 1},
              {"perDay", 20},
              {"separate", true}}},
            {"rev",
             {{"bury", true}, {"ease4", 1.3}, {"ivlFct", 1}, {"maxIvl", 36500}, {"perDay", 200}, {"hardFactor", 1.2}}},
            {"lapse", {{"delays", {10}}, {"leechAction", 1}, {"leechFails", 8}, {"minInt", 1}, {"mult", 0}}}};
}

// The first 32 bits of the SHA-1 of the first field, by which Anki finds notes that begin alike.
std::int64_t checksum(const std::string& text) {
    const std::unique_ptr<gchar, decltype(&g_free)> digest(
        g_compute_checksum_for_data(G_CHECKSUM_SHA1, reinterpret_cast<const guchar*>(text.data()), text.size()),
        &g_free);
    std::uint32_t first = 0;
    std::from_chars(digest.get(), digest.get() + 8, first, 16);
    return first;
}

std::vector<std::uint8_t> collection(const AnkiPackage& package, std::int64_t modified) {
    Database database{std::filesystem::path{}};
    database.run(schema);
    Transaction transaction(database);
    const std::int64_t deck = stable_id("deck", package.deck_id), parent = stable_id("deck", "");
    Json models = Json::object(), decks = Json::object();
    for (const AnkiNoteKind kind : {AnkiNoteKind::basic, AnkiNoteKind::occlusion})
        models[std::to_string(model_id(kind))] = model_json(kind, deck, modified);
    decks["1"] = deck_json(1, "Default", 0);
    if (const auto end = package.deck_name.find("::"); end != std::string::npos)
        decks[std::to_string(parent)] = deck_json(parent, package.deck_name.substr(0, end), modified);
    decks[std::to_string(deck)] = deck_json(deck, package.deck_name, modified);
    const Json settings{{"nextPos", package.notes.size() + 1},
                        {"curDeck", deck},
                        {"activeDecks", Json::array({deck})},
                        {"curModel", std::to_string(model_id(AnkiNoteKind::basic))},
                        {"sortType", "noteFld"},
                        {"sortBackwards", false},
                        {"addToCur", true},
                        {"collapseTime", 1200},
                        {"timeLim", 0},
                        {"estTimes", true},
                        {"dueCounts", true},
                        {"newSpread", 0}};
    Statement(database, "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
        .bind(1, modified)
        .bind(2, modified * 1000)
        .bind(3, modified * 1000)
        .bind(4, settings.dump())
        .bind(5, models.dump())
        .bind(6, decks.dump())
        .bind(7, Json{{"1", options_json()}}.dump())
        .run();
    Statement note(database, "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
    Statement card(database, "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
    for (std::size_t i = 0; i < package.notes.size(); ++i) {
        const AnkiNote& one = package.notes[i];
        const std::int64_t id = stable_id("note", one.key);
        const std::string& sorted = one.fields[one.kind == AnkiNoteKind::basic ? 0 : 2];
        note.bind(1, id)
            .bind(2, stable_guid(one.key))
            .bind(3, model_id(one.kind))
            .bind(4, modified)
            .bind(5, one.tags.empty() ? std::string() : " " + join(one.tags, " ") + " ")
            .bind(6, join(one.fields, "\x1f"))
            .bind(7, sorted)
            .bind(8, checksum(one.fields[0]))
            .run();
        card.bind(1, stable_id("card", one.key))
            .bind(2, id)
            .bind(3, deck)
            .bind(4, modified)
            .bind(5, static_cast<std::int64_t>(i + 1))
            .run();
    }
    transaction.commit();
    return database.image();
}

// Zip files in memory.
class Zip {
public:
    Zip() {
        zip_error_t error;
        zip_error_init(&error);
        buffer_ = zip_source_buffer_create(nullptr, 0, 0, &error);
        if (buffer_) zip_ = zip_open_from_source(buffer_, ZIP_TRUNCATE, &error);
        if (!zip_) {
            if (buffer_) zip_source_free(buffer_);
            fail(error);
        }
        zip_source_keep(buffer_);
    }
    ~Zip() {
        if (zip_) zip_discard(zip_);
        if (buffer_) zip_source_free(buffer_);
    }
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;

    // The bytes must stay until take(). Pictures are packed already.
    void add(const std::string& name, std::span<const std::uint8_t> bytes, bool is_packed, std::int64_t modified) {
        zip_source_t* const source = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = source ? zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            fail(*zip_get_error(zip_));
        }
        const auto at = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(zip_, at, is_packed ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
        zip_file_set_mtime(zip_, at, static_cast<time_t>(modified), 0);
    }
    std::vector<std::uint8_t> take() {
        if (zip_close(zip_) != 0) fail(*zip_get_error(zip_));
        zip_ = nullptr;
        zip_stat_t facts;
        if (zip_source_stat(buffer_, &facts) != 0 || zip_source_open(buffer_) != 0) fail(*zip_source_error(buffer_));
        std::vector<std::uint8_t> bytes(facts.size);
        const zip_int64_t got = zip_source_read(buffer_, bytes.data(), bytes.size());
        zip_source_close(buffer_);
        if (got != static_cast<zip_int64_t>(bytes.size())) fail(*zip_source_error(buffer_));
        return bytes;
    }

private:
    zip_source_t* buffer_ = nullptr;
    zip_t* zip_ = nullptr;

    [[noreturn]] static void fail(zip_error_t& error) {
        throw PageError(word("cannot make the Anki package: {}"), {zip_error_strerror(&error)});
    }
};

std::span<const std::uint8_t> bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string html;
    for (const char c : text) switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\n':
                html += "<br>";
                break;
            default:
                html += c;
        }
    return html;
}

std::string html_picture(const std::string& name) { return fmt::format("<img src=\"{}\">", name); }

std::string occlusion_text(const std::vector<AnkiMask>& masks) {
    std::string text;
    for (const AnkiMask& mask : masks)
        text +=
            fmt::format("{{{{c1::image-occlusion:rect:left={:.4f}:top={:.4f}:width={:.4f}:height={:.4f}:oi=1}}}}<br>",
                        mask.left, mask.top, mask.width, mask.height);
    return text;
}

std::vector<std::uint8_t> anki_file(const AnkiPackage& package, std::int64_t modified) {
    const std::vector<std::uint8_t> notes = collection(package, modified);
    Json names = Json::object();
    Zip zip;
    zip.add("collection.anki2", notes, false, modified);
    std::size_t number = 0;
    for (const auto& [name, bytes] : package.media) {
        const std::string inside = std::to_string(number++);
        names[inside] = name;
        zip.add(inside, bytes, true, modified);
    }
    const std::string map = names.dump();
    zip.add("media", bytes_of(map), false, modified);
    return zip.take();
}

}  // namespace myomap
