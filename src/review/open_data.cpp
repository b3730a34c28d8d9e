#include "review/open_data.h"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "review/skin_facts.h"

namespace myomap {

namespace {

constexpr const char* readme_head =
    "Myomap: muscle trigger points and where they refer pain, as tables\n"
    "==================================================================\n\n"
    "Dataset version {version}, written by Myomap {program}.\n\n"
    "Educational: zones as commonly drawn, not a diagnosis. The patterns come mostly from clinical observation;\n"
    "examiners agree only moderately on trigger points, and the mechanism is disputed. Mind the confidence columns.\n\n"
    "Licence: {license}. You may use, share and change these tables if you name their origin and pass them on\n"
    "under the same licence. The skin (skin.{suffix}) is derived from the MakeHuman base mesh, which its makers\n"
    "released under CC0 1.0; the licence above asks nothing more of you for those coordinates alone.\n\n"
    "Cite as: Myomap, trigger point and referral pattern dataset, version {version}, {license}.\n"
    "Name also the sources of what you use: the keys in the columns \"sources\" are rows of sources.{suffix}.\n\n"
    "How to read the tables\n"
    "----------------------\n"
    "{format_note}"
    "- Everything is given for the patient's LEFT side. For the right side replace each vertex by its mirror_vertex\n"
    "  and x by -x.\n"
    "- Lengths are centimetres: floor at y = 0, x to the body's left, y up, z to the front.\n"
    "- The two bodies share one mesh: vertex 1234 is the same anatomical place on both.\n"
    "- Words are in columns of their own for each language, English (_en) and French (_fr); what is not translated is\n"
    "  empty.\n"
    "- A field is a number from 0 to 1 per vertex; the drawn border is at 0.5. A vertex that is not listed has 0.\n"
    "- An area is the skin inside the drawn border, a share is that of the whole skin (0 to 1).\n\n";

constexpr const char* csv_note =
    "- CSV as in RFC 4180: UTF-8 without a byte order mark (many programs would take it for a part of the first "
    "column's\n"
    "  name; in a spreadsheet choose UTF-8 when importing), commas, lines end with CR LF, quotes are doubled.\n"
    "- Lists are joined with \"|\"; a bar within an item is \"\\|\", a backslash \"\\\\\".\n"
    "- A text that a spreadsheet would take for a formula has an apostrophe before it.\n";
constexpr const char* json_note =
    "- JSON, UTF-8: each file is an object whose \"rows\" are objects; \"columns\" says what the members mean.\n";

std::int64_t count(std::size_t size) { return static_cast<std::int64_t>(size); }

std::string text_of(BodyId id) { return to_text(id); }

// One column for each body.
void add_per_body(std::vector<Column>& columns, const std::string& name, const std::string& meaning) {
    for (const BodyId id : body_ids) columns.push_back({name + "_" + text_of(id), meaning});
}

void add_place(std::vector<Column>& columns, const std::string& what) {
    for (const BodyId id : body_ids)
        for (const char axis : {'x', 'y', 'z'})
            columns.push_back({fmt::format("{}_cm_{}", axis, text_of(id)), fmt::format("{}, {}, cm", what, axis)});
}

void put_place(std::vector<Cell>& cells, const glm::vec3& place) {
    for (int axis = 0; axis < 3; ++axis) cells.emplace_back(Decimal{place[axis], 3});
}

// One column for each language.
void add_per_language(std::vector<Column>& columns, const std::vector<Language>& languages, const std::string& name,
                      const std::string& meaning) {
    for (const Language& language : languages)
        columns.push_back({fmt::format("{}_{}", name, to_text(language)), meaning});
}

// What both bodies have of one key.
template <typename Key>
using PerBody = std::map<Key, std::array<float, 2>>;

class Export {
public:
    Export(const OpenDataInput& input, TableFormat format) : input_(input), format_(format) {
        for (const auto& [language, texts] : input.texts) {
            languages_.push_back(language);
            apply_texts(texts, {}, words_.emplace_back(input.atlas));
        }
        for (std::size_t b = 0; b < 2; ++b) {
            vertex_area_[b] = vertex_areas(skin(b));
            for (const float area : vertex_area_[b]) skin_area_[b] += area;
        }
    }

    std::vector<OpenDataFile> run() {
        evaluate_all(input_.atlas, input_.fields);
        muscles();
        points();
        zones();
        zone_vertices();
        skin_table();
        if (has_regions()) {
            regions();
            zone_regions();
        }
        sources();
        files_.push_back({"README.txt", readme()});
        return std::move(files_);
    }

private:
    const OpenDataInput& input_;
    TableFormat format_;
    std::vector<Language> languages_;
    std::vector<Atlas> words_;  // the dataset in each language
    std::array<std::vector<float>, 2> vertex_area_;
    std::array<double, 2> skin_area_{};
    std::vector<OpenDataFile> files_;
    std::string tables_;  // the README's second half

    const SkinAsset& skin(std::size_t b) const { return input_.bodies[b]->skin(); }
    std::string suffix() const { return format_ == TableFormat::csv ? "csv" : "json"; }
    bool has_regions() const { return input_.regions && input_.region_maps[0] && input_.region_maps[1]; }

    void table(const std::string& name, const std::string& about, std::vector<Column> columns,
               const std::function<void(TableWriter&)>& fill) {
        TableWriter writer(format_, std::move(columns),
                           {{"table", name},
                            {"about", about},
                            {"dataset_version", input_.atlas.dataset_version},
                            {"license", input_.atlas.license}});
        fill(writer);
        const std::string file = name + "." + suffix();
        const std::string heading = fmt::format("{} ({} rows): {}", file, writer.rows(), about);
        tables_ += heading + "\n" + std::string(heading.size(), '-') + "\n";
        for (const Column& column : writer.columns())
            tables_ += fmt::format("  {:<28} {}\n", column.name, column.meaning);
        tables_ += "\n";
        files_.push_back({file, writer.take()});
    }

    // A text or a list of each language.
    template <typename Words>
    void put_words(std::vector<Cell>& cells, Words&& words) const {
        for (const Atlas& atlas : words_) cells.emplace_back(words(atlas));
    }

    template <typename Visit>
    void for_each_zone(Visit&& visit) const {
        for (const PointRef ref : input_.atlas.all_points()) {
            const auto& all = input_.atlas.point(ref).zones;
            for (std::size_t z = 0; z < all.size(); ++z)
                visit(fmt::format("{}/{}", input_.atlas.full_id(ref), z + 1), ref, z);
        }
    }

    const SparseField& field(std::size_t b, PointRef ref, std::size_t zone) const {
        return input_.fields[b]->point(ref).zones.at(zone);
    }

    // The words of a muscle, in the order of its card.
    struct MuscleWords {
        const char* name;
        const char* meaning;
        Cell (*get)(const Muscle&);
    };
    static constexpr MuscleWords muscle_words[] = {
        {"name", "name", [](const Muscle& one) -> Cell { return one.name; }},
        {"synonyms", "list of other names", [](const Muscle& one) -> Cell { return one.synonyms; }},
        {"origin", "where it begins", [](const Muscle& one) -> Cell { return one.origin.words; }},
        {"insertion", "where it ends", [](const Muscle& one) -> Cell { return one.insertion.words; }},
        {"action", "what it does", [](const Muscle& one) -> Cell { return one.action; }},
        {"does", "the same for a patient", [](const Muscle& one) -> Cell { return one.does; }},
        {"innervation", "nerve and roots", [](const Muscle& one) -> Cell { return one.innervation; }},
        {"symptoms", "list: what a patient says", [](const Muscle& one) -> Cell { return one.symptoms; }},
        {"overload", "list: activities that strain it", [](const Muscle& one) -> Cell { return one.overload; }},
        {"signs", "list: what an examiner finds", [](const Muscle& one) -> Cell { return one.signs; }},
        {"confused_with", "list: what else may be behind the complaint",
         [](const Muscle& one) -> Cell { return one.confused_with; }},
        {"self_care", "list: gentle things a patient can do", [](const Muscle& one) -> Cell { return one.self_care; }},
        {"needling_caution", "what lies in a needle's way; for trained practitioners only",
         [](const Muscle& one) -> Cell { return one.needling_caution; }},
        {"note", "what a careful reader should know", [](const Muscle& one) -> Cell { return one.note; }},
    };

    void muscles() {
        std::vector<Column> columns{
            {"id", "names the muscle in all tables"},
            {"parent", "the whole muscle it is a part of; its own id if it is one row"},
            {"region", "part of the body it is listed under"},
            {"layer", "no muscle over it: superficial; one: intermediate; more: deep. Counted on adult_male"},
            {"fma", "id in the Foundational Model of Anatomy, empty where none is known"},
            {"latin", "name in Terminologia Anatomica 2"},
            {"synergists", "list of muscles that work with it, the most important first"},
            {"antagonists", "list of muscles that work against it"},
            {"satellites", "list of muscles where further points are often found with it"},
            {"segments", "list of segments of the spinal cord; empty for a cranial nerve"},
            {"frequency", "how often points are met in it: common, occasional or rare (rough)"},
            {"sources", "list of keys, see sources"},
            {"trigger_points", "how many trigger points it has"}};
        add_per_body(columns, "area_cm2", "skin over the muscle, cm2");
        add_per_language(columns, languages_, "region_name", "name of the region");
        add_per_language(columns, languages_, "parent_name", "name of the whole muscle");
        for (const MuscleWords& words : muscle_words) add_per_language(columns, languages_, words.name, words.meaning);
        table("muscles", "one row per muscle or part of a muscle", columns, [&](TableWriter& writer) {
            for (std::size_t m = 0; m < input_.atlas.muscles.size(); ++m) {
                const Muscle& one = input_.atlas.muscles[m];
                const auto layer = input_.muscles[0]->layer(static_cast<int>(m));
                std::vector<Cell> cells{one.id,
                                        one.parent,
                                        one.region,
                                        layer ? to_text(*layer) : std::string_view(),
                                        one.fma,
                                        one.latin,
                                        one.synergists,
                                        one.antagonists,
                                        one.satellites,
                                        one.segments,
                                        to_text(one.frequency),
                                        one.sources,
                                        count(one.trigger_points.size())};
                for (std::size_t b = 0; b < 2; ++b)
                    cells.emplace_back(
                        Decimal{painted_area_cm2(skin(b), input_.muscles[b]->area(static_cast<int>(m))), 2});
                put_words(cells, [&](const Atlas& atlas) -> std::string_view {
                    const auto region = std::ranges::find(atlas.regions, one.region, &Region::id);
                    return region == atlas.regions.end() ? std::string_view() : region->name;
                });
                put_words(cells,
                          [&](const Atlas& atlas) -> std::string_view { return atlas.whole_name(atlas.muscles[m]); });
                for (const MuscleWords& words : muscle_words)
                    put_words(cells, [&](const Atlas& atlas) { return words.get(atlas.muscles[m]); });
                writer.row(cells);
            }
        });
    }

    void points() {
        std::vector<Column> columns{{"id", "names the trigger point in all tables: muscle/point"},
                                    {"muscle", "its muscle"},
                                    {"label", "what the chart prints beside the X"},
                                    {"sides", "where it is found: both, left or right"},
                                    {"reached_from",
                                     "where its muscle is not under the skin there: mouth, orbit, "
                                     "pelvis or bone_edge"},
                                    {"response", "what pressing it brings about: pain or autonomic"},
                                    {"confidence", "high, medium or low"},
                                    {"sources", "list of keys, see sources"},
                                    {"zones", "how many zones it has"}};
        add_per_body(columns, "vertex", "the nearest vertex of the skin");
        add_place(columns, "place on the skin");
        add_per_language(columns, languages_, "place", "where a finger finds it");
        add_per_language(columns, languages_, "symptoms", "list: what this very point is known for");
        add_per_language(columns, languages_, "note", "what a careful reader should know");
        table("trigger_points", "one row per trigger point", columns, [&](TableWriter& writer) {
            for (const PointRef ref : input_.atlas.all_points()) {
                const TriggerPoint& one = input_.atlas.point(ref);
                const std::string id = input_.atlas.full_id(ref);
                const std::string_view reached = one.reached_from ? to_text(*one.reached_from) : "";
                std::vector<Cell> cells{id,
                                        input_.atlas.muscle(ref).id,
                                        one.label,
                                        to_text(one.sides),
                                        reached,
                                        to_text(one.response),
                                        to_text(one.confidence),
                                        one.sources,
                                        count(one.zones.size())};
                for (std::size_t b = 0; b < 2; ++b)
                    cells.emplace_back(count(input_.fields[b]->point(ref).place.vertex));
                for (std::size_t b = 0; b < 2; ++b) put_place(cells, input_.fields[b]->point(ref).place.position);
                put_words(cells, [&](const Atlas& atlas) -> Cell { return atlas.point(ref).place; });
                put_words(cells, [&](const Atlas& atlas) -> Cell { return atlas.point(ref).symptoms; });
                put_words(cells, [&](const Atlas& atlas) -> Cell { return atlas.point(ref).note; });
                writer.row(cells);
            }
        });
    }

    void zones() {
        std::vector<Column> columns{{"id", "names the zone in all tables: muscle/point/number"},
                                    {"trigger_point", "its trigger point"},
                                    {"muscle", "its muscle"},
                                    {"kind", "essential (nearly everyone feels it) or spillover (some do)"},
                                    {"bodies", "which figure it is drawn on: both, male or female"},
                                    {"confidence", "high, medium or low"},
                                    {"sources", "list of keys, see sources"}};
        add_per_body(columns, "area_cm2", "its skin, cm2");
        add_per_body(columns, "skin_share", "its share of the whole skin, 0 to 1");
        add_per_language(columns, languages_, "words", "where it is felt");
        table("zones", "one row per referral zone", columns, [&](TableWriter& writer) {
            for_each_zone([&](const std::string& id, PointRef ref, std::size_t z) {
                const Zone& one = input_.atlas.point(ref).zones[z];
                const std::string point = input_.atlas.full_id(ref);
                std::vector<Cell> cells{id,
                                        point,
                                        input_.atlas.muscle(ref).id,
                                        to_text(one.kind),
                                        to_text(one.bodies),
                                        to_text(one.confidence),
                                        one.sources};
                std::array<double, 2> area;
                for (std::size_t b = 0; b < 2; ++b) area[b] = painted_area_cm2(skin(b), field(b, ref, z));
                for (std::size_t b = 0; b < 2; ++b) cells.emplace_back(Decimal{area[b], 2});
                for (std::size_t b = 0; b < 2; ++b) cells.emplace_back(Decimal{area[b] / skin_area_[b], 6});
                put_words(cells, [&](const Atlas& atlas) -> Cell { return atlas.point(ref).zones[z].words; });
                writer.row(cells);
            });
        });
    }

    void zone_vertices() {
        std::vector<Column> columns{{"zone", "id of the zone"}, {"vertex", "vertex of the skin"}};
        add_per_body(columns, "value", "the zone's field there, 0 to 1; 0.5 is the drawn border");
        table("zone_vertices", "the zones' fields, every vertex above 0", columns, [&](TableWriter& writer) {
            for_each_zone([&](const std::string& id, PointRef ref, std::size_t z) {
                PerBody<std::uint32_t> values;
                for (std::size_t b = 0; b < 2; ++b) {
                    const SparseField& one = field(b, ref, z);
                    for (std::size_t i = 0; i < one.size(); ++i)
                        values[one.vertices[i]][b] = static_cast<float>(one.values[i]) / 255;
                }
                for (const auto& [vertex, value] : values)
                    writer.row({id, count(vertex), Decimal{value[0], 3}, Decimal{value[1], 3}});
            });
        });
    }

    void skin_table() {
        std::vector<Column> columns{{"vertex", "number of the vertex, from 0"},
                                    {"mirror_vertex", "the vertex on the other side; itself on the midline"}};
        if (has_regions()) {
            columns.push_back(
                {"skin_region", "the named region it belongs to (borders as on adult_male), see skin_regions"});
            columns.push_back({"side", "side of that region: left, right or midline"});
        }
        add_place(columns, "where it lies");
        add_per_body(columns, "area_cm2", "the skin around it, cm2; over all vertices the whole skin");
        table("skin", "the vertices of the skin, the same on both bodies", columns, [&](TableWriter& writer) {
            for (std::uint32_t v = 0; v < skin(0).positions.size(); ++v) {
                std::vector<Cell> cells{count(v), count(skin(0).mirror[v])};
                if (has_regions()) {
                    // Seeds lie by landmarks of each body; the first body's borders are what this column says.
                    const RegionRef ref = input_.region_maps[0]->at(v);
                    if (ref.region < 0) {
                        cells.insert(cells.end(), 2, Cell{});
                    } else {
                        cells.emplace_back(region_id(ref));
                        cells.emplace_back(side_text(ref));
                    }
                }
                for (std::size_t b = 0; b < 2; ++b) put_place(cells, skin(b).positions[v]);
                for (std::size_t b = 0; b < 2; ++b) cells.emplace_back(Decimal{vertex_area_[b][v], 4});
                writer.row(cells);
            }
        });
    }

    std::string_view region_id(RegionRef ref) const {
        return input_.regions->regions[static_cast<std::size_t>(ref.region)].id;
    }

    std::string_view side_text(RegionRef ref) const {
        return input_.regions->regions[static_cast<std::size_t>(ref.region)].midline ? "midline" : to_text(ref.side);
    }

    void regions() {
        std::vector<Column> columns{{"id", "names the skin region in all tables"},
                                    {"midline", "one region over both halves; otherwise a left and a right one"}};
        add_per_body(columns, "area_cm2", "its skin, of one side where there are two, cm2");
        add_per_language(columns, languages_, "plain", "what a patient calls it");
        add_per_language(columns, languages_, "clinical", "what a chart calls it");
        table("skin_regions", "named regions; together they cover the skin without gaps", columns,
              [&](TableWriter& writer) {
                  for (std::size_t r = 0; r < input_.regions->regions.size(); ++r) {
                      const SkinRegion& one = input_.regions->regions[r];
                      const RegionRef left{static_cast<int>(r), Side::left};
                      std::vector<Cell> cells{one.id, one.midline, Decimal{input_.region_maps[0]->area_cm2(left), 2},
                                              Decimal{input_.region_maps[1]->area_cm2(left), 2}};
                      for (const auto name : {&SkinRegion::Names::plain, &SkinRegion::Names::clinical})
                          for (const Language& language : languages_) {
                              const auto names = one.names.find(to_text(language));
                              cells.emplace_back(names == one.names.end() ? std::string_view() : names->second.*name);
                          }
                      writer.row(cells);
                  }
              });
    }

    void zone_regions() {
        std::vector<Column> columns{{"zone", "id of the zone"},
                                    {"skin_region", "a skin region it touches"},
                                    {"side", "left, right or midline"}};
        add_per_body(columns, "share_of_zone", "how much of the zone lies there, 0 to 1; 1 in sum over a zone");
        add_per_body(columns, "share_of_region", "how much of the region the zone covers, 0 to 1");
        table("zone_regions", "the zones as shares of skin regions, weighted by value and skin area", columns,
              [&](TableWriter& writer) {
                  for_each_zone([&](const std::string& id, PointRef ref, std::size_t z) {
                      PerBody<RegionRef> of_zone, of_region;
                      for (std::size_t b = 0; b < 2; ++b)
                          for (const auto& share : input_.region_maps[b]->shares(field(b, ref, z))) {
                              of_zone[share.ref][b] = share.of_field;
                              of_region[share.ref][b] = share.of_region;
                          }
                      for (const auto& [region, share] : of_zone) {
                          const auto& covered = of_region[region];
                          writer.row({id, region_id(region), side_text(region), Decimal{share[0], 4},
                                      Decimal{share[1], 4}, Decimal{covered[0], 4}, Decimal{covered[1], 4}});
                      }
                  });
              });
    }

    void sources() {
        table("sources", "where the knowledge comes from",
              {{"key", "names the source in the columns \"sources\""},
               {"title", "what it is"},
               {"rank", "textbook, study, teaching or compared (with which a pattern was only compared)"},
               {"url", "empty for a printed book"},
               {"note", "what it does and does not support"}},
              [&](TableWriter& writer) {
                  for (const auto& [key, one] : input_.atlas.sources)
                      writer.row({key, one.title, to_text(one.rank), one.url, one.english_note});
              });
    }

    std::string readme() const {
        return fmt::format(readme_head, fmt::arg("version", input_.atlas.dataset_version),
                           fmt::arg("program", input_.program_version), fmt::arg("license", input_.atlas.license),
                           fmt::arg("suffix", suffix()),
                           fmt::arg("format_note", format_ == TableFormat::csv ? csv_note : json_note)) +
               tables_;
    }
};

}  // namespace

std::vector<OpenDataFile> open_data(const OpenDataInput& input, TableFormat format) {
    return Export(input, format).run();
}

}  // namespace myomap
