#include "review/lint.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include <fmt/format.h>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "atlas/search.h"
#include "base/text.h"
#include "review/skin_facts.h"

namespace myomap {

namespace {

constexpr float landmark_reach_cm = 12;   // an offset that long falls elsewhere on a body of another build
constexpr float midline_cm = 0.3f;        // nearer than this to the midline is on neither side
constexpr float other_side_share = 0.5f;  // of a stroke's skin
constexpr int least_vertices = 6;
constexpr float point_reach_cm = 4;
constexpr float largest_share = 1.f / 3;  // of the body's skin
constexpr float gap_cm = 1.6f;            // samples of a path lie at most a centimetre apart
constexpr float flip_within_cm = 2;
constexpr float flip_cosine = -0.5f;  // 120 degrees
constexpr float spill_cm2 = 3;
constexpr float spill_share = 0.02f;  // of the zone's skin
constexpr float same_place_cm = 0.05f;
constexpr float disagreement = 3;        // factor between the bodies
constexpr float least_compared_cm2 = 1;  // below this the mesh is too coarse to compare shares

constexpr const char* body_words[] = {word("the male body"), word("the female body")};

bool is_mirrored(const PointSpec& spec) {
    return spec.kind == PointSpec::Kind::mirror ||
           std::ranges::any_of(spec.of, [](const PointSpec& of) { return is_mirrored(of); });
}

bool is_mirrored(const Stroke& stroke) {
    return std::ranges::any_of(stroke.path, [](const PointSpec& spec) { return is_mirrored(spec); });
}

struct LaidStroke {
    SkinPath path;
    bool mirrored;
};

// How far the offsets of a place lead away from the landmark it starts from, or from the line between two.
float offset_cm(const PointSpec& spec) {
    float before = 0;
    for (const PointSpec& of : spec.of) before = std::max(before, offset_cm(of));
    return before + glm::length(glm::vec3(spec.offset.superior, spec.offset.lateral, spec.offset.anterior));
}

// What a rule found on one body; the worse one of the two bodies is told.
struct Finding {
    float badness;
    Message got;
};

class Linter {
public:
    explicit Linter(const LintInput& input)
        : input_(input), facts_{SkinFacts(*input.bodies[0]), SkinFacts(*input.bodies[1])} {}

    Problems run() {
        evaluate_all(input_.atlas, input_.fields);
        check_sources();
        check_synonyms();
        for (std::size_t m = 0; m < input_.atlas.muscles.size(); ++m) check_muscle(m);
        return finish();
    }

private:
    const LintInput& input_;
    std::array<SkinFacts, 2> facts_;
    Problems problems_;

    const Body& body(std::size_t b) const { return *input_.bodies[b]; }

    void add(std::string pointer, Message expected, Message got, Message advice) {
        add_to(input_.document, std::move(pointer), std::move(expected), std::move(got), std::move(advice));
    }

    void add_to(const JsonDocument& document, std::string pointer, Message expected, Message got, Message advice) {
        problems_.push_back({Problem::Severity::warning, document.file, 0, std::move(pointer), std::move(expected),
                             std::move(got), std::move(advice)});
    }

    template <typename Rule>
    void on_bodies(const std::string& pointer, const char* expected, const char* advice, Rule&& rule) {
        std::optional<Finding> worst;
        std::size_t worst_body = 0;
        for (std::size_t b = 0; b < 2; ++b) {
            auto found = rule(b);
            if (!found || (worst && worst->badness >= found->badness)) continue;
            worst = std::move(found);
            worst_body = b;
        }
        if (worst)
            add(pointer, expected, {word("{} on {}"), {std::move(worst->got), Message(body_words[worst_body])}},
                advice);
    }

    Problems finish() {
        for (const JsonDocument* document : {&input_.document, &input_.texts}) find_lines(*document);
        problems_.insert(problems_.end(), input_.found.begin(), input_.found.end());
        std::ranges::stable_sort(problems_, {},
                                 [](const Problem& problem) { return std::tie(problem.file, problem.line); });
        return std::move(problems_);
    }

    void find_lines(const JsonDocument& document) {
        std::vector<Problem*> of_file;
        std::vector<std::string> pointers;
        for (Problem& problem : problems_) {
            if (problem.file != document.file) continue;
            of_file.push_back(&problem);
            pointers.push_back(problem.pointer);
        }
        if (of_file.empty()) return;
        const std::vector<int> lines = lines_of(document.text, pointers);
        for (std::size_t i = 0; i < of_file.size(); ++i) of_file[i]->line = lines[i];
    }

    void check_sources() {
        std::set<std::string> used;
        for (const Muscle& muscle : input_.atlas.muscles) {
            used.insert(muscle.sources.begin(), muscle.sources.end());
            for (const TriggerPoint& point : muscle.trigger_points) {
                used.insert(point.sources.begin(), point.sources.end());
                for (const Zone& zone : point.zones) used.insert(zone.sources.begin(), zone.sources.end());
            }
        }
        for (const auto& [key, source] : input_.atlas.sources) {
            std::string pointer = "/sources";
            append_pointer_token(pointer, key);
            if (!used.contains(key))
                add(pointer, word("a source that a muscle, point or zone names"),
                    {word("\"{}\", which none does"), {key}},
                    word("name it where it supports something, or take it out"));
            else if (source.english_note.empty() && source.url.empty())
                add(pointer, word("where the source is found, or what it does and does not support"),
                    word("neither a url nor a note"), word("add one of them"));
        }
    }

    void check_synonyms() {
        std::map<std::string, std::size_t> names;  // folded name -> muscle
        for (std::size_t m = 0; m < input_.atlas.muscles.size(); ++m) {
            const Muscle& muscle = input_.atlas.muscles[m];
            for (const std::string* name : {&muscle.id, &muscle.name, &muscle.latin}) names.emplace(fold(*name), m);
        }
        for (std::size_t m = 0; m < input_.atlas.muscles.size(); ++m) {
            const std::string& id = input_.atlas.muscles[m].id;
            const auto& synonyms = input_.atlas.muscles[m].synonyms;
            for (std::size_t s = 0; s < synonyms.size(); ++s) {
                const auto found = names.find(fold(synonyms[s]));
                if (found == names.end() || found->second == m) continue;
                add_to(input_.texts, fmt::format("/muscles/{}/synonyms/{}", id, s), word("another name of this muscle"),
                       {word("\"{}\", the name of {}"), {synonyms[s], input_.atlas.muscles[found->second].id}},
                       word("take it out, or say which part is meant"));
            }
        }
    }

    void check_muscle(std::size_t m) {
        const Muscle& muscle = input_.atlas.muscles[m];
        for (std::size_t p = 0; p < muscle.trigger_points.size(); ++p) {
            const std::string pointer = fmt::format("/muscles/{}/trigger_points/{}", m, p);
            const PointRef ref{static_cast<int>(m), static_cast<int>(p)};
            check_place(pointer + "/point", ref);
            const auto& zones = muscle.trigger_points[p].zones;
            for (std::size_t z = 0; z < zones.size(); ++z)
                check_zone(fmt::format("{}/zones/{}", pointer, z), ref, static_cast<int>(z));
        }
    }

    void check_offset(const std::string& pointer, const PointSpec& spec) {
        if (const float far = offset_cm(spec); far > landmark_reach_cm)
            add(pointer, word("a place within 12 cm of its landmark, or of the line between its two"),
                {word("{} cm"), {fmt::format("{:.1f}", far)}},
                word("start from a landmark that is nearer, or from a place between two"));
    }

    void check_place(const std::string& pointer, PointRef ref) {
        const TriggerPoint& point = input_.atlas.point(ref);
        check_offset(pointer, point.point);
        on_bodies(pointer, word("a place within 4 cm of the muscle's own area"),
                  word("compare the point with the muscle's shape: one of them is off"),
                  [&](std::size_t b) { return far_from_area(b, ref); });
        if (!is_mirrored(point.point))
            on_bodies(
                pointer, word("a place on the left side or the midline"),
                word("data are written for the left side; \"lateral\" is away from the midline"), [&](std::size_t b) {
                    const float x = input_.fields[b]->point(ref).place.position.x;
                    if (x >= -midline_cm) return std::optional<Finding>();
                    return std::optional<Finding>({-x, {word("{} cm on the right"), {fmt::format("{:.1f}", -x)}}});
                });
        for (int other = 0; other < ref.point; ++other) {
            const PointRef first{ref.muscle, other};
            const auto apart = [&](std::size_t b) {
                return glm::distance(input_.fields[b]->point(ref).place.position,
                                     input_.fields[b]->point(first).place.position);
            };
            if (apart(0) < same_place_cm && apart(1) < same_place_cm)
                add(pointer, word("a place of its own"), {word("the place of {}"), {input_.atlas.point(first).id}},
                    word("move it, or make the two one point"));
        }
    }

    std::optional<Finding> far_from_area(std::size_t b, PointRef ref) const {
        const SkinPoint& place = input_.fields[b]->point(ref).place;
        const std::vector<std::uint32_t> area = painted_vertices(input_.muscles[b]->area(ref.muscle));
        // A muscle without a shape has no area: "check" says so once for the muscle.
        if (area.empty()) return {};
        float nearest = std::numeric_limits<float>::max();
        for (const std::uint32_t vertex : area)
            nearest = std::min(nearest, glm::distance(place.position, body(b).skin().positions[vertex]));
        if (nearest <= point_reach_cm) return {};
        return Finding{nearest, {word("{} cm"), {fmt::format("{:.1f}", nearest)}}};
    }

    void check_zone(const std::string& pointer, PointRef ref, int z) {
        const Zone& zone = input_.atlas.point(ref).zones[static_cast<std::size_t>(z)];
        std::array<std::vector<LaidStroke>, 2> strokes;
        std::array<const SparseField*, 2> field;
        std::array<std::vector<std::uint32_t>, 2> painted;
        for (std::size_t b = 0; b < 2; ++b) {
            for (const Stroke& stroke : zone.strokes)
                strokes[b].push_back({lay_on_skin(body(b), stroke, Side::left), is_mirrored(stroke)});
            field[b] = &input_.fields[b]->point(ref).zones[static_cast<std::size_t>(z)];
            painted[b] = painted_vertices(*field[b]);
        }
        on_bodies(pointer, word("a zone that paints some skin"),
                  word("give its strokes more radius, or move them onto the skin"),
                  [&](std::size_t b) -> std::optional<Finding> {
                      const auto count = static_cast<int>(painted[b].size());
                      if (count >= least_vertices) return {};
                      return Finding{static_cast<float>(least_vertices - count),
                                     {word("{} painted vertices"), {std::to_string(count)}}};
                  });
        if (zone.kind == ZoneKind::essential)
            on_bodies(pointer, word("an essential zone on at most a third of the body"),
                      word("part of it is spillover, or a radius is too large"),
                      [&](std::size_t b) -> std::optional<Finding> {
                          const float share = painted_area_cm2(body(b).skin(), *field[b]) / facts_[b].area_cm2();
                          if (share <= largest_share) return {};
                          return Finding{share, {word("{} % of the skin"), {fmt::format("{:.0f}", 100 * share)}}};
                      });
        on_bodies(pointer, word("paint only on body parts that the strokes touch or that border on them"),
                  word("make the radius smaller, or the path longer"),
                  [&](std::size_t b) { return spill(b, strokes[b], painted[b]); });
        check_disagreement(pointer, field);
        for (std::size_t s = 0; s < zone.strokes.size(); ++s) {
            const std::string stroke = fmt::format("{}/strokes/{}", pointer, s);
            for (std::size_t p = 0; p < zone.strokes[s].path.size(); ++p)
                check_offset(fmt::format("{}/path/{}", stroke, p), zone.strokes[s].path[p]);
            on_bodies(stroke, word("a path without a gap"), word("add path points in between, about one every 8 cm"),
                      [&](std::size_t b) { return gap(strokes[b][s].path); });
            on_bodies(stroke, word("a path that stays on one side of the skin fold"),
                      word("add path points that lead round it, or move the path away from it"),
                      [&](std::size_t b) { return flip(b, strokes[b][s].path); });
            if (!strokes[0][s].mirrored)
                on_bodies(stroke, word("skin of the left side or the midline"),
                          word("data are written for the left side; say \"mirror\" where the other side is meant"),
                          [&](std::size_t b) { return wrong_side(b, strokes[b][s].path, painted[b]); });
        }
    }

    std::optional<Finding> spill(std::size_t b, const std::vector<LaidStroke>& strokes,
                                 const std::vector<std::uint32_t>& painted) const {
        std::vector<SidedPart> visited;
        const auto knows = [](const std::vector<SidedPart>& parts, SidedPart part) {
            return std::ranges::find(parts, part) != parts.end();
        };
        for (const LaidStroke& stroke : strokes)
            for (const SkinPoint& sample : stroke.path.points)
                if (const auto part = facts_[b].part(sample.vertex); !knows(visited, part)) visited.push_back(part);

        float all = 0;
        std::map<const char*, float, std::less<std::string_view>> beyond;
        for (const std::uint32_t vertex : painted) {
            const SidedPart part = facts_[b].part(vertex);
            const float area = facts_[b].vertex_area_cm2(vertex);
            all += area;
            if (std::ranges::none_of(visited, [&](SidedPart other) { return facts_[b].adjacent(part, other); }))
                beyond[to_text(part)] += area;
        }
        std::optional<Finding> worst;
        for (const auto& [part, area] : beyond)
            if (area > spill_cm2 && area > spill_share * all && (!worst || area > worst->badness))
                worst = Finding{area, {word("{} cm2 on the {}"), {fmt::format("{:.0f}", area), Message(part)}}};
        return worst;
    }

    void check_disagreement(const std::string& pointer, const std::array<const SparseField*, 2>& field) {
        std::array<float, 2> area, share;
        for (std::size_t b = 0; b < 2; ++b) {
            area[b] = painted_area_cm2(body(b).skin(), *field[b]);
            share[b] = area[b] / facts_[b].area_cm2();
        }
        if (std::max(area[0], area[1]) < least_compared_cm2) return;
        if (std::max(share[0], share[1]) <= disagreement * std::min(share[0], share[1])) return;
        add(pointer, word("about the same share of the skin on both bodies"),
            {word("{} cm2 on {}, {} cm2 on {}"),
             {fmt::format("{:.1f}", area[0]), Message(body_words[0]), fmt::format("{:.1f}", area[1]),
              Message(body_words[1])}},
            word("a path takes another way on one of them: add path points"));
    }

    static std::optional<Finding> gap(const SkinPath& path) {
        float widest = 0;
        for (std::size_t i = 1; i < path.points.size(); ++i)
            widest = std::max(widest, glm::distance(path.points[i - 1].position, path.points[i].position));
        if (widest <= gap_cm) return {};
        return Finding{widest, {word("a jump of {} cm"), {fmt::format("{:.1f}", widest)}}};
    }

    // Fingers, toes, nose and ears are thinner than the distance that counts.
    bool is_fine_part(std::size_t b, std::uint32_t vertex) const {
        const BodyPart part = facts_[b].part(vertex).part;
        return part == BodyPart::hand || part == BodyPart::foot || part == BodyPart::head;
    }

    std::optional<Finding> flip(std::size_t b, const SkinPath& path) const {
        std::optional<Finding> worst;
        for (std::size_t i = 0; i < path.points.size(); ++i) {
            if (is_fine_part(b, path.points[i].vertex)) continue;
            float along = 0;
            for (std::size_t j = i + 1; j < path.points.size(); ++j) {
                along += glm::distance(path.points[j - 1].position, path.points[j].position);
                if (along > flip_within_cm || is_fine_part(b, path.points[j].vertex)) break;
                const float cosine = glm::dot(path.points[i].normal, path.points[j].normal);
                if (cosine >= flip_cosine || (worst && worst->badness >= -cosine)) continue;
                const float degrees = glm::degrees(std::acos(std::max(cosine, -1.f)));
                worst = Finding{
                    -cosine,
                    {word("a turn of {} degrees on the {}"),
                     {fmt::format("{:.0f}", degrees), Message(to_text(facts_[b].part(path.points[i].vertex)))}}};
            }
        }
        return worst;
    }

    std::optional<Finding> wrong_side(std::size_t b, const SkinPath& path,
                                      const std::vector<std::uint32_t>& zone) const {
        const auto& positions = body(b).skin().positions;
        // Painting one stroke alone is dear; a zone that stays on the left needs no look at its strokes.
        if (std::ranges::none_of(zone, [&](std::uint32_t vertex) { return positions[vertex].x < -midline_cm; }))
            return {};
        float all = 0, right = 0;
        for (const std::uint32_t vertex : painted_vertices(paint(body(b), {&path, 1}))) {
            all += facts_[b].vertex_area_cm2(vertex);
            if (positions[vertex].x < -midline_cm) right += facts_[b].vertex_area_cm2(vertex);
        }
        if (right <= other_side_share * all) return {};
        return Finding{right / all, {word("{} % of it on the right side"), {fmt::format("{:.0f}", 100 * right / all)}}};
    }
};

}  // namespace

Problems lint(const LintInput& input) { return Linter(input).run(); }

}  // namespace myomap
