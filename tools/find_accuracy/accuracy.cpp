#include "find_accuracy/accuracy.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "body/areas.h"
#include "find_accuracy/redraw.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

constexpr float as_one = 0.9f;  // Dice
constexpr float moved_cm = 1;

SparseField drawn_zone(const Body& body, const SparseField& zone, Drawn drawn) {
    switch (drawn) {
        case Drawn::as_is:
            return zone;
        case Drawn::smaller:
            return grown(body, zone, -moved_cm);
        case Drawn::larger:
            return grown(body, zone, moved_cm);
        case Drawn::up:
            return shifted(body, zone, Toward::up, moved_cm);
        case Drawn::down:
            return shifted(body, zone, Toward::down, moved_cm);
        case Drawn::left:
            return shifted(body, zone, Toward::left, moved_cm);
        case Drawn::right:
            return shifted(body, zone, Toward::right, moved_cm);
    }
    return zone;
}

BodyId other(BodyId body) { return body == BodyId::adult_male ? BodyId::adult_female : BodyId::adult_male; }

const char* name_of(BodyId body) { return body == BodyId::adult_male ? "male" : "female"; }

Side side_of(const TriggerPoint& point) { return point.sides == OnSides::right ? Side::right : Side::left; }

}  // namespace

const char* to_text(Drawn drawn) {
    static constexpr const char* names[] = {"as it is",  "1 cm smaller",     "1 cm larger",      "1 cm up",
                                            "1 cm down", "1 cm to the left", "1 cm to the right"};
    return names[static_cast<int>(drawn)];
}

AccuracyCheck::AccuracyCheck(const Scene& scene, BodyId body) : scene_(scene), body_(body), finder_(scene, body) {
    const std::vector<float> area = seen_vertex_areas(scene.body(body).skin());
    const std::vector<PointRef> all = scene.atlas.all_points();
    std::vector<SparseField> zones;
    for (const PointRef ref : all) zones.push_back(pattern_of(scene, body, ref).essential);
    for (size_t i = 0; i < all.size(); ++i) {
        muscles_[all[i]].push_back(all[i].muscle);
        for (size_t j = i + 1; j < all.size(); ++j) {
            if (dice(zones[i], zones[j], area) < as_one) continue;
            muscles_[all[i]].push_back(all[j].muscle);
            muscles_[all[j]].push_back(all[i].muscle);
        }
    }
}

std::vector<PointRef> AccuracyCheck::points() const {
    std::vector<PointRef> points = scene_.atlas.all_points();
    std::erase_if(points, [&](PointRef ref) {
        return scene_.atlas.point(ref).response != Response::pain || pattern_of(scene_, body_, ref).essential.empty() ||
               pattern_of(scene_, other(body_), ref).essential.empty();
    });
    return points;
}

int AccuracyCheck::rank(const Query& query, PointRef ref, Weigh weigh, std::string* first) const {
    const std::vector<Found> found = finder_.find(query, std::nullopt, std::numeric_limits<int>::max(), weigh);
    if (first && !found.empty()) *first = scene_.atlas.full_id(found.front().ref);
    const std::vector<int>& own = muscles_.at(ref);
    std::vector<int> before;
    for (const Found& one : found) {
        if (std::ranges::find(own, one.ref.muscle) != own.end()) return static_cast<int>(before.size());
        if (std::ranges::find(before, one.ref.muscle) == before.end()) before.push_back(one.ref.muscle);
    }
    return -1;
}

PointRanks AccuracyCheck::ranks(PointRef ref) const {
    const SparseField zone = pattern_of(scene_, other(body_), ref, side_of(scene_.atlas.point(ref))).essential;
    PointRanks ranks{.ref = ref, .body = body_, .rank = {}, .by_fit = {}, .first = {}};
    for (int i = 0; i < drawn_count; ++i) {
        const auto drawn = static_cast<Drawn>(i);
        const Query query{.field = drawn_zone(scene_.body(body_), zone, drawn), .words = {}, .whole = true};
        ranks.rank[drawn] = rank(query, ref, Weigh::fit_and_frequency, &ranks.first[drawn]);
        ranks.by_fit[drawn] = rank(query, ref, Weigh::fit, nullptr);
    }
    return ranks;
}

double share_among(const std::vector<PointRanks>& all, BodyId body, Drawn drawn, int most, Weigh weigh) {
    int asked = 0, good = 0;
    for (const PointRanks& one : all) {
        if (one.body != body) continue;
        const int rank = (weigh == Weigh::fit ? one.by_fit : one.rank).at(drawn);
        ++asked;
        good += rank >= 0 && rank < most;
    }
    return asked > 0 ? static_cast<double>(good) / asked : 0;
}

std::string to_markdown(const Scene& scene, const std::vector<PointRanks>& all) {
    std::string text =
        "| asked on | zone drawn | weight of frequency | points | first | among three | among five |\n"
        "|---|---|---|---|---|---|---|\n";
    std::string misses;
    for (const BodyId body : body_ids) {
        const auto asked = std::ranges::count(all, body, &PointRanks::body);
        if (asked == 0) continue;
        for (int i = 0; i < drawn_count; ++i) {
            const auto drawn = static_cast<Drawn>(i);
            for (const Weigh weigh : {Weigh::fit_and_frequency, Weigh::fit}) {
                const auto percent = [&](int most) {
                    return fmt::format("{:.1f} %", 100 * share_among(all, body, drawn, most, weigh));
                };
                text +=
                    fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", name_of(body), to_text(drawn),
                                weigh == Weigh::fit ? "without" : "with", asked, percent(1), percent(3), percent(5));
            }
            for (const PointRanks& one : all) {
                const int rank = one.rank.at(drawn), most = drawn == Drawn::as_is ? 3 : 5;
                if (one.body != body || (rank >= 0 && rank < most)) continue;
                misses += fmt::format("- {} ({}, {}): {}; first came {}\n", scene.atlas.full_id(one.ref), name_of(body),
                                      to_text(drawn), rank < 0 ? "not found" : fmt::format("muscle {}", rank + 1),
                                      one.first.at(drawn));
            }
        }
    }
    text +=
        "\nNot among the first three, drawn as it is, or the first five, drawn otherwise (with the weight of "
        "frequency):\n\n";
    return text + (misses.empty() ? "none.\n" : misses);
}

}  // namespace myomap
