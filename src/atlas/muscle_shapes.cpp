#include "atlas/muscle_shapes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/point_reader.h"
#include "base/json_fields.h"
#include "base/schema_check.h"

namespace myomap {

using nlohmann::json;

namespace {

// Each part takes a fifth of a second to be made into a mesh.
constexpr std::size_t most_parts = 40, most_stations = 40, most_parts_of_all = 2000;

constexpr NumberRange thickness_range{0, 30, false, word("a number above 0 and at most 30 (cm)")};
constexpr NumberRange width_range{0, 60, false, word("a number above 0 and at most 60 (cm)")};
constexpr NumberRange depth_range{0, 30, true, word("a number from 0 to 30 (cm under the skin)")};
constexpr NumberRange tendon_range{0, 1, true, word("a number from 0 to 1 (share of the length)")};

class ShapeReader {
public:
    ShapeReader(const LandmarkNames& landmarks, ProblemLog& log) : points_(landmarks, log), log_(log) {}

    std::optional<Shape> shape(const json& value, const Place& at, UniqueIds& ids) {
        Fields fields(value, at, log_, {"id", "confidence", "sheet", "parts"});
        if (!fields.is_object()) return std::nullopt;
        Shape shape;
        shape.pointer = at.pointer();
        shape.id = fields.text("id", is_id, id_form);
        shape.confidence = fields.choice("confidence", {Confidence::high, Confidence::medium, Confidence::low});
        if (value.contains("sheet")) shape.sheet = fields.choice("sheet", {Sheet::none, Sheet::whole, Sheet::tendon});
        if (const json* parts =
                fields.array("parts", 1, word("a list of at least one part"), Need::required, most_parts)) {
            const Place list = fields.place("parts");
            for (std::size_t i = 0; i < parts->size(); ++i) {
                if (auto read = part((*parts)[i], Place(list, i)))
                    shape.parts.push_back(std::move(*read));
                else
                    fields.fail();  // half a muscle would be taken for the whole
            }
        }
        if (!fields.ok() || !ids.add(shape.id, fields.place("id"), log_)) return std::nullopt;
        return shape;
    }

private:
    std::optional<ShapePart> part(const json& value, const Place& at) {
        Fields fields(value, at, log_, {"name", "stations", "drape", "rests", "closed", "tendon", "pennate", "facing"});
        if (!fields.is_object()) return std::nullopt;
        ShapePart part;
        part.pointer = at.pointer();
        part.name = fields.prose("name", Need::optional);
        part.drape = fields.flag("drape", false);
        part.rests = fields.flag("rests", false);
        part.closed = fields.flag("closed", false);
        if (value.contains("pennate"))
            part.pennation = fields.choice("pennate", {Pennation::none, Pennation::uni, Pennation::bi});
        facing(fields, part.facing);
        tendon(fields, part.tendon);
        const std::size_t least = part.closed ? 3 : 2;
        if (const json* stations =
                fields.array("stations", least,
                             part.closed ? word("a list of at least three stations, round the ring")
                                         : word("a list of at least two stations, from origin to insertion"),
                             Need::required, most_stations)) {
            const Place list = fields.place("stations");
            for (std::size_t i = 0; i < stations->size(); ++i) {
                if (auto read = station((*stations)[i], Place(list, i)))
                    part.stations.push_back(std::move(*read));
                else
                    fields.fail();
            }
        }
        if (!fields.ok()) return std::nullopt;
        return part;
    }

    std::optional<ShapeStation> station(const json& value, const Place& at) {
        Fields fields(value, at, log_, {"at", "curve", "width_cm", "thickness_cm", "depth_cm", "facing"});
        if (!fields.is_object()) return std::nullopt;
        ShapeStation station;
        if (value.contains("at") == value.contains("curve")) {
            log_.error(at, word("a station with either \"at\" and \"width_cm\" or \"curve\""), value);
            return std::nullopt;
        }
        if (value.contains("at")) {
            if (auto place = points_.point(value["at"], fields.place("at")))
                station.curve.push_back(std::move(*place));
            else
                fields.fail();
            station.width_cm = static_cast<float>(fields.number("width_cm", width_range).value_or(0));
        } else if (const json* curve =
                       fields.array("curve", 2, word("a curve of at least two points, from edge to edge"))) {
            if (auto read = points_.curve(*curve, fields.place("curve")))
                station.curve = std::move(*read);
            else
                fields.fail();
        }
        thickness(fields, value.contains("curve") && value["curve"].is_array() ? value["curve"].size() : 1, station);
        if (fields.find("depth_cm", Need::optional))
            if (const auto depth = fields.number("depth_cm", depth_range))
                station.depth_cm = static_cast<float>(*depth);
        facing(fields, station.facing);
        if (fields.ok() && station.curve.size() == 1 && station.width_cm < station.thickness_cm[0]) {
            log_.error(fields.place("width_cm"), word("a width that is at least the thickness"), value["width_cm"],
                       word("width is the longer side of the section"));
            fields.fail();
        }
        if (!fields.ok()) return std::nullopt;
        return station;
    }

    void thickness(Fields& fields, std::size_t points, ShapeStation& station) {
        const json* value = fields.find("thickness_cm");
        if (!value) return;
        const Place at = fields.place("thickness_cm");
        if (value->is_array() && value->size() != points) {
            log_.error(at, {word("one thickness or {}, one for each point of the curve"), {std::to_string(points)}},
                       *value);
            fields.fail();
            return;
        }
        for (std::size_t i = 0; i < (value->is_array() ? value->size() : 1); ++i) {
            const auto number = value->is_array() ? read_number((*value)[i], Place(at, i), thickness_range, log_)
                                                  : read_number(*value, at, thickness_range, log_);
            if (number)
                station.thickness_cm.push_back(static_cast<float>(*number));
            else
                fields.fail();
        }
    }

    void facing(Fields& fields, std::optional<Offset>& facing) {
        const json* value = fields.find("facing", Need::optional);
        if (!value) return;
        Offset read;
        const Place at = fields.place("facing");
        if (!points_.offset(*value, at, read)) return fields.fail();
        if (read == Offset{}) {
            log_.error(at, word("a direction, such as {\"anterior\": 1}"), *value);
            return fields.fail();
        }
        facing = read;
    }

    void tendon(Fields& fields, std::array<float, 2>& tendon) {
        const json* value = fields.find("tendon", Need::optional);
        if (!value) return;
        const Place at = fields.place("tendon");
        if (!value->is_array() || value->size() != 2) {
            log_.error(at, word("two shares of the length: [at the origin, at the insertion]"), *value);
            return fields.fail();
        }
        for (std::size_t i = 0; i < 2; ++i) {
            if (const auto share = read_number((*value)[i], Place(at, i), tendon_range, log_))
                tendon[i] = static_cast<float>(*share);
            else
                fields.fail();
        }
    }

    PointReader points_;
    ProblemLog& log_;
};

LoadedShapes read_shapes(const JsonDocument& document, const LandmarkNames& landmarks) {
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedShapes loaded;
    const Place top;
    Fields fields(*document.root, top, log, {"$schema", "format", "format_version", "license", "source", "shapes"});
    if (read_format(fields, "myomap-muscle-shapes", 1)) {
        if (const json* items = fields.array("shapes", 0, word("a list of shapes"))) {
            const Place at = fields.place("shapes");
            ShapeReader reader(landmarks, log);
            UniqueIds ids(word("a shape id that is not used yet"));
            std::size_t parts = 0;
            for (std::size_t i = 0; i < items->size(); ++i) {
                if (auto shape = reader.shape((*items)[i], Place(at, i), ids)) {
                    if ((parts += shape->parts.size()) > most_parts_of_all) {
                        log.add(Problem::Severity::error, Place(at, i).pointer(),
                                {word("at most {} parts in a file"), {std::to_string(most_parts_of_all)}},
                                word("more, from here on"));
                        break;
                    }
                    shape->file = document.file;
                    loaded.shapes.push_back(std::move(*shape));
                }
            }
        }
    }
    loaded.problems = log.finish();
    return loaded;
}

void append(Problems& to, Problems from) { to.insert(to.end(), from.begin(), from.end()); }

ShapeKind kind_of(const std::filesystem::path& file) {
    if (file.filename() == "bones.json") return ShapeKind::bone;
    return file.filename() == "tendons.json" ? ShapeKind::tendon : ShapeKind::muscle;
}

LoadedShapes read_documents(const std::vector<JsonDocument>& documents, const LandmarkNames& landmarks) {
    LoadedShapes all;
    std::set<std::string> seen;
    for (const JsonDocument& document : documents) {
        LoadedShapes loaded = read_shapes(document, landmarks);
        append(all.problems, std::move(loaded.problems));
        for (Shape& shape : loaded.shapes) {
            shape.kind = kind_of(shape.file);
            if (!seen.insert(shape.id).second) {
                const std::string pointer = shape.pointer + "/id";
                all.problems.push_back(
                    {Problem::Severity::error, document.file, lines_of(document.text, {pointer}).front(), pointer,
                     word("a shape that no other file has"), in_quotes(shape.id), word("keep one of them")});
                continue;
            }
            all.shapes.push_back(std::move(shape));
        }
    }
    return all;
}

std::vector<JsonDocument> read_all(const std::vector<std::filesystem::path>& files) {
    std::vector<JsonDocument> documents;
    for (const auto& file : files) documents.push_back(read_json(file));
    return documents;
}

}  // namespace

std::vector<std::filesystem::path> shape_files(const std::filesystem::path& muscles,
                                               const std::filesystem::path& bones) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(muscles, ignored))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    if (std::filesystem::exists(bones, ignored)) files.push_back(bones);
    return files;
}

LoadedShapes load_shapes(const std::vector<std::filesystem::path>& files, const LandmarkNames& landmarks) {
    return read_documents(read_all(files), landmarks);
}

Problems check_shapes(const std::vector<std::filesystem::path>& files, const LandmarkNames& landmarks,
                      const std::filesystem::path& schema) {
    const std::vector<JsonDocument> documents = read_all(files);
    Problems problems = read_documents(documents, landmarks).problems;
    for (const JsonDocument& document : documents) {
        if (!document.root) continue;
        Problems own;
        std::ranges::copy_if(problems, std::back_inserter(own),
                             [&](const Problem& p) { return p.file == document.file; });
        const size_t known = own.size();
        add_schema_problems(document, schema, own);
        if (own.size() == known) continue;
        std::erase_if(problems, [&](const Problem& p) { return p.file == document.file; });
        append(problems, std::move(own));
    }
    return problems;
}

Problems unmatched_shapes(const std::vector<Shape>& shapes, const Atlas& atlas) {
    Problems problems;
    for (const Shape& shape : shapes) {
        const bool tendon = shape.kind == ShapeKind::tendon;
        if (shape.kind == ShapeKind::bone ||
            (tendon ? atlas.structures.contains(shape.id) : atlas.find_muscle(shape.id).has_value()))
            continue;
        const std::string pointer = shape.pointer + "/id";
        problems.push_back(
            {Problem::Severity::warning, shape.file.string(), lines_of(read_json(shape.file).text, {pointer}).front(),
             pointer,
             tendon ? word("an id that \"structures\" of the texts names") : word("the id of a muscle of the dataset"),
             in_quotes(shape.id),
             tendon ? word("add its name to the texts") : word("the shape is not drawn until a muscle has that id")});
    }
    return problems;
}

Problems unshaped_muscles(const std::vector<Shape>& shapes, const Atlas& atlas, const std::filesystem::path& dataset) {
    std::set<std::string, std::less<>> shaped;
    for (const Shape& shape : shapes)
        if (shape.kind == ShapeKind::muscle) shaped.insert(shape.id);
    Problems problems;
    for (const Muscle& muscle : atlas.muscles) {
        if (shaped.contains(muscle.id)) continue;
        problems.push_back({Problem::Severity::warning,
                            dataset.string(),
                            0,
                            "",
                            word("a shape for every muscle"),
                            {word("none for \"{}\""), {muscle.id}},
                            word("the muscle is listed, but has no body to show and no tint on the skin")});
    }
    return problems;
}

const char* to_text(Sheet sheet) {
    switch (sheet) {
        case Sheet::none:
            return "none";
        case Sheet::whole:
            return "whole";
        case Sheet::tendon:
            return "tendon";
    }
    return "";
}

const char* to_text(Pennation pennation) {
    switch (pennation) {
        case Pennation::none:
            return "none";
        case Pennation::uni:
            return "uni";
        case Pennation::bi:
            return "bi";
    }
    return "";
}

}  // namespace myomap
