#include "atlas/point_reader.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

namespace myomap {

using nlohmann::json;

namespace {

constexpr int deepest_point = 16;
constexpr std::size_t longest_path = 40;
constexpr NumberRange fraction_range{0, 1, true, word("a number from 0 to 1 (the part of the way)")};
constexpr NumberRange radius_range{0, 40, false, word("a number above 0 and at most 40 (cm)")};
constexpr NumberRange offset_range{-100, 100, true, word("a number from -100 to 100 (cm)")};

}  // namespace

std::optional<PointSpec> PointReader::point(const json& value, const Place& at, int depth) {
    if (depth > deepest_point) {
        log_.error(at, {word("points nested at most {} deep"), {std::to_string(deepest_point)}}, value,
                   word("name a landmark that lies nearer"));
        return std::nullopt;
    }
    if (value.is_string()) return landmark(value, at);
    if (value.is_array()) return between(value, at, depth);
    if (value.is_object()) return object(value, at, depth);
    log_.error(at, word("a point: a landmark's name, [P, P, fraction], {\"at\": P, ...} or {\"mirror\": P}"), value);
    return std::nullopt;
}

std::optional<PointSpec> PointReader::landmark(const json& value, const Place& at) {
    const auto& name = value.get_ref<const std::string&>();
    if (landmarks_.contains(name)) {
        PointSpec spec;
        spec.landmark = name;
        return spec;
    }
    auto [advice, is_new] = suggestions_.try_emplace(name);
    if (is_new) advice->second = did_you_mean(name, {landmarks_.begin(), landmarks_.end()});
    log_.error(at, word("the name of a landmark"), value, advice->second);
    return std::nullopt;
}

std::optional<PointSpec> PointReader::between(const json& value, const Place& at, int depth) {
    if (value.size() != 3) {
        log_.error(at, word("[P, P, fraction]: two points and a number"), value);
        return std::nullopt;
    }
    PointSpec spec;
    spec.kind = PointSpec::Kind::between;
    auto first = point(value[0], Place(at, std::size_t{0}), depth + 1);
    auto second = point(value[1], Place(at, std::size_t{1}), depth + 1);
    const auto fraction = read_number(value[2], Place(at, std::size_t{2}), fraction_range, log_);
    if (!first || !second || !fraction) return std::nullopt;
    spec.of.push_back(std::move(*first));
    spec.of.push_back(std::move(*second));
    spec.fraction = static_cast<float>(*fraction);
    return spec;
}

std::optional<PointSpec> PointReader::object(const json& value, const Place& at, int depth) {
    const bool mirror = value.contains("mirror");
    if (mirror == value.contains("at")) {
        log_.error(at, word("a point with either \"at\" or \"mirror\""), value,
                   mirror ? word("put the one inside the other: {\"mirror\": {\"at\": ...}}") : "");
        return std::nullopt;
    }
    Fields fields =
        mirror ? Fields(value, at, log_, {"mirror", "deep"}) : Fields(value, at, log_, {"at", "offset_cm", "deep"});
    const std::string_view inner = mirror ? "mirror" : "at";
    PointSpec spec;
    spec.kind = mirror ? PointSpec::Kind::mirror : PointSpec::Kind::offset;
    spec.deep = fields.flag("deep", false);
    if (auto of = point(value[inner], fields.place(inner), depth + 1))
        spec.of.push_back(std::move(*of));
    else
        fields.fail();
    if (!mirror)
        if (const json* moved = fields.find("offset_cm", Need::optional))
            if (!offset(*moved, fields.place("offset_cm"), spec.offset)) fields.fail();
    if (!fields.ok()) return std::nullopt;
    return spec;
}

bool PointReader::offset(const json& value, const Place& at, Offset& offset) {
    Fields fields(value, at, log_, {"superior", "inferior", "lateral", "medial", "anterior", "posterior"});
    if (!fields.is_object()) return false;
    struct Axis {
        const char *plus, *minus;
        float* amount;
    };
    for (const Axis& axis :
         std::array{Axis{"superior", "inferior", &offset.superior}, Axis{"lateral", "medial", &offset.lateral},
                    Axis{"anterior", "posterior", &offset.anterior}}) {
        if (value.contains(axis.plus) && value.contains(axis.minus)) {
            log_.error(at, {word("either \"{}\" or \"{}\""), {axis.plus, axis.minus}}, value,
                       word("they are opposite; keep one"));
            fields.fail();
            continue;
        }
        for (const auto key : {axis.plus, axis.minus}) {
            if (!value.contains(key)) continue;
            if (const auto amount = fields.number(key, offset_range))
                *axis.amount = static_cast<float>(key == axis.plus ? *amount : -*amount);
        }
    }
    return fields.ok();
}

std::optional<std::vector<PointSpec>> PointReader::curve(const json& value, const Place& at) {
    if (!value.is_array() || value.empty() || value.size() > longest_path) {
        const std::string most = std::to_string(longest_path);
        log_.error(at,
                   value.is_array() && !value.empty()
                       ? Message(word("1 to {} points, not {}"), {most, std::to_string(value.size())})
                       : Message(word("1 to {} points"), {most}),
                   value);
        return std::nullopt;
    }
    std::vector<PointSpec> points;
    points.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        if (auto spec = point(value[i], Place(at, i))) points.push_back(std::move(*spec));
    if (points.size() != value.size()) return std::nullopt;
    return points;
}

std::optional<Stroke> PointReader::stroke(const json& value, const Place& at) {
    Fields fields(value, at, log_, {"path", "radius_cm", "through"});
    Stroke stroke;
    stroke.through = fields.flag("through", false);
    std::size_t path_length = 0;
    if (const json* path = fields.find("path")) {
        if (path->is_array()) path_length = path->size();
        if (auto points = curve(*path, fields.place("path")))
            stroke.path = std::move(*points);
        else
            fields.fail();
    }
    if (const json* radius = fields.find("radius_cm")) {
        const Place place = fields.place("radius_cm");
        const bool list = radius->is_array();
        if (list && radius->size() != 1 && radius->size() != path_length) {
            log_.error(place,
                       {word("one radius or {}, one for each point of the path, not {}"),
                        {std::to_string(path_length), std::to_string(radius->size())}},
                       *radius);
            fields.fail();
        } else {
            for (std::size_t i = 0; i < (list ? radius->size() : 1); ++i) {
                const auto number = list ? read_number((*radius)[i], Place(place, i), radius_range, log_)
                                         : read_number(*radius, place, radius_range, log_);
                if (number)
                    stroke.radius_cm.push_back(static_cast<float>(*number));
                else
                    fields.fail();
            }
        }
    }
    if (!fields.ok()) return std::nullopt;
    return stroke;
}

}  // namespace myomap
