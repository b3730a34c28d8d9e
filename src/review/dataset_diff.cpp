#include "review/dataset_diff.h"

#include <algorithm>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "base/word.h"
#include "review/skin_facts.h"

namespace myomap {

namespace {

constexpr float redrawn_share = 0.01f;
constexpr float moved_cm = 0.2f;

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }

std::string listed(const std::vector<std::string>& texts) { return fmt::format("[{}]", fmt::join(texts, ", ")); }

// Of the vertices that either paints, the share that only one does.
float changed_share(const SparseField& a, const SparseField& b) {
    const auto before = painted_vertices(a), after = painted_vertices(b);
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(before, after, std::back_inserter(both));
    const std::size_t either = before.size() + after.size() - both.size();
    return either == 0 ? 0 : 1 - static_cast<float>(both.size()) / static_cast<float>(either);
}

Message percent(float share) {
    if (share == 0) return {word("{} %"), {"0"}};
    if (share < 0.001f) return word("less than 0.1 %");
    return {word("{} %"), {fmt::format("{:.{}f}", 100 * share, share < 0.1f ? 1 : 0)}};
}

// As the data file has it.
Message verbatim(std::string text) { return {"{}", {std::move(text)}}; }

// What of an item is compared: a key of the file, or words.
struct Field {
    Field(const char* key) : said(verbatim(key)) {}
    Field(std::string key) : said(verbatim(std::move(key))) {}
    Field(Message words) : said(std::move(words)) {}

    Message said;
};

// A version in a language beside English; what that language lacks is empty.
struct Translation {
    std::string prefix;  // "fr "
    Atlas before, after;
};

std::vector<Translation> translations(const DatasetVersion& before, const DatasetVersion& after) {
    std::vector<Translation> all;
    for (const auto& [language, texts] : before.texts) {
        const auto b = after.texts.find(language);
        if (language.is_english() || b == after.texts.end()) continue;
        all.push_back({std::string(to_text(language)) + " ", before.atlas, after.atlas});
        apply_texts(texts, {}, all.back().before);
        apply_texts(b->second, {}, all.back().after);
    }
    return all;
}

// Zones have no id: a zone keeps its strokes, or else its words, or else its kind.
struct ZonePairs {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<std::size_t> removed, added;
};

ZonePairs pair_zones(const std::vector<Zone>& before, const std::vector<Zone>& after) {
    ZonePairs result;
    std::vector<bool> old_taken(before.size()), new_taken(after.size());
    const auto match = [&](auto&& alike) {
        for (std::size_t j = 0; j < after.size(); ++j)
            for (std::size_t i = 0; i < before.size() && !new_taken[j]; ++i)
                if (!old_taken[i] && alike(before[i], after[j])) {
                    old_taken[i] = new_taken[j] = true;
                    result.pairs.emplace_back(i, j);
                }
    };
    match(
        [](const Zone& a, const Zone& b) { return a.words == b.words && a.kind == b.kind && a.strokes == b.strokes; });
    match([](const Zone& a, const Zone& b) { return a.strokes == b.strokes && a.kind == b.kind; });
    match([](const Zone& a, const Zone& b) { return a.words == b.words && a.kind == b.kind; });
    match([](const Zone& a, const Zone& b) { return a.words == b.words || a.strokes == b.strokes; });
    match([](const Zone& a, const Zone& b) { return a.kind == b.kind; });
    std::ranges::sort(result.pairs, {}, &std::pair<std::size_t, std::size_t>::second);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!old_taken[i]) result.removed.push_back(i);
    for (std::size_t j = 0; j < after.size(); ++j)
        if (!new_taken[j]) result.added.push_back(j);
    return result;
}

class Comparison {
public:
    Comparison(const DatasetVersion& before, const DatasetVersion& after, const Language& told_in)
        : before_(before), after_(after), translations_(translations(before, after)) {
        const std::string prefix = std::string(to_text(told_in)) + " ";
        const auto told = std::ranges::find(translations_, prefix, &Translation::prefix);
        told_before_ = told == translations_.end() ? &before.atlas : &told->before;
        told_after_ = told == translations_.end() ? &after.atlas : &told->after;
    }

    DatasetDiff run() {
        compare_heads();
        const Atlas &old_atlas = before_.atlas, &new_atlas = after_.atlas;
        for (int m = 0; m < static_cast<int>(new_atlas.muscles.size()); ++m) {
            const Muscle& muscle = new_atlas.muscles[static_cast<std::size_t>(m)];
            if (const auto old = old_atlas.find_muscle(muscle.id)) {
                compare_muscle(*old, m);
                continue;
            }
            add(Change::Kind::added, muscle.id,
                {word("{}, trigger points: {}"),
                 {told(told_after_->muscles[static_cast<std::size_t>(m)].name, muscle.name),
                  std::to_string(muscle.trigger_points.size())}});
            for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p)
                diff_.points.push_back({{}, PointRef{m, p}, word("new muscle")});
        }
        for (int m = 0; m < static_cast<int>(old_atlas.muscles.size()); ++m) {
            const Muscle& muscle = old_atlas.muscles[static_cast<std::size_t>(m)];
            if (new_atlas.find_muscle(muscle.id)) continue;
            add(Change::Kind::removed, muscle.id,
                {word("{}, trigger points: {}"),
                 {told(told_before_->muscles[static_cast<std::size_t>(m)].name, muscle.name),
                  std::to_string(muscle.trigger_points.size())}});
            for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p)
                diff_.points.push_back({PointRef{m, p}, {}, word("muscle removed")});
        }
        compare_order("", word("the order of its muscles"), old_atlas.muscles, new_atlas.muscles);
        return std::move(diff_);
    }

private:
    const DatasetVersion& before_;
    const DatasetVersion& after_;
    std::vector<Translation> translations_;
    const Atlas *told_before_, *told_after_;  // in the language that names things
    DatasetDiff diff_;

    // In that language where it has words for it.
    static const std::string& told(const std::string& in_it, const std::string& otherwise) {
        return in_it.empty() ? otherwise : in_it;
    }

    // English first, then the other languages: visit(prefix, before, after).
    template <typename Visit>
    void in_each_language(Visit&& visit) const {
        visit(std::string(), before_.atlas, after_.atlas);
        for (const Translation& each : translations_) visit(each.prefix, each.before, each.after);
    }

    void add(Change::Kind kind, std::string id, Message what) {
        diff_.changes.push_back({kind, std::move(id), std::move(what)});
    }

    void text(const std::string& id, const Field& field, std::string_view before, std::string_view after) {
        if (before != after)
            add(Change::Kind::changed, id, {"{}: {} -> {}", {field.said, in_quotes(before), in_quotes(after)}});
    }

    void list(const std::string& id, const Field& field, const std::vector<std::string>& before,
              const std::vector<std::string>& after) {
        if (before != after)
            add(Change::Kind::changed, id, {"{}: {} -> {}", {field.said, listed(before), listed(after)}});
    }

    // What both have comes in the same order?
    template <typename Item>
    void compare_order(const std::string& id, const char* what, const std::vector<Item>& before,
                       const std::vector<Item>& after) {
        const auto common = [](const std::vector<Item>& items, const std::vector<Item>& other) {
            std::vector<std::string_view> ids;
            for (const Item& item : items)
                if (std::ranges::find(other, item.id, &Item::id) != other.end()) ids.push_back(item.id);
            return ids;
        };
        if (common(before, after) != common(after, before)) add(Change::Kind::changed, id, what);
    }

    void compare_heads() {
        const Atlas &old_atlas = before_.atlas, &new_atlas = after_.atlas;
        text("", "dataset_version", old_atlas.dataset_version, new_atlas.dataset_version);
        text("", "license", old_atlas.license, new_atlas.license);
        for (const Region& region : new_atlas.regions) {
            const auto old = std::ranges::find(old_atlas.regions, region.id, &Region::id);
            if (old == old_atlas.regions.end()) add(Change::Kind::added, "region " + region.id, verbatim(region.name));
        }
        in_each_language(
            [&](const std::string& prefix, const Atlas& a, const Atlas& b) { compare_names(prefix, a, b); });
        for (const Region& region : old_atlas.regions)
            if (std::ranges::find(new_atlas.regions, region.id, &Region::id) == new_atlas.regions.end())
                add(Change::Kind::removed, "region " + region.id, verbatim(region.name));
        compare_order("", word("the order of its regions"), old_atlas.regions, new_atlas.regions);
        for (const auto& [key, source] : new_atlas.sources) {
            const std::string id = "source " + key;
            const auto old = old_atlas.sources.find(key);
            if (old == old_atlas.sources.end()) {
                add(Change::Kind::added, id, verbatim(source.title));
                continue;
            }
            text(id, "title", old->second.title, source.title);
            text(id, "url", old->second.url, source.url);
            text(id, "note", old->second.english_note, source.english_note);
            text(id, "rank", to_text(old->second.rank), to_text(source.rank));
        }
        for (const auto& [key, source] : old_atlas.sources)
            if (!new_atlas.sources.contains(key)) add(Change::Kind::removed, "source " + key, verbatim(source.title));
    }

    void compare_names(const std::string& prefix, const Atlas& old_atlas, const Atlas& new_atlas) {
        for (const Region& region : new_atlas.regions) {
            const auto old = std::ranges::find(old_atlas.regions, region.id, &Region::id);
            if (old != old_atlas.regions.end()) text("region " + region.id, prefix + "name", old->name, region.name);
        }
        for (const auto& [id, name] : new_atlas.parents) {
            const auto old = old_atlas.parents.find(id);
            if (old != old_atlas.parents.end()) text("parent " + id, prefix + "name", old->second, name);
        }
    }

    void compare_words(const std::string& prefix, const Muscle& a, const Muscle& b) {
        text(b.id, prefix + "name", a.name, b.name);
        list(b.id, prefix + "synonyms", a.synonyms, b.synonyms);
        text(b.id, prefix + "origin", a.origin.words, b.origin.words);
        text(b.id, prefix + "insertion", a.insertion.words, b.insertion.words);
        text(b.id, prefix + "action", a.action, b.action);
        text(b.id, prefix + "does", a.does, b.does);
        text(b.id, prefix + "innervation", a.innervation, b.innervation);
        list(b.id, prefix + "symptoms", a.symptoms, b.symptoms);
        list(b.id, prefix + "overload", a.overload, b.overload);
        list(b.id, prefix + "signs", a.signs, b.signs);
        list(b.id, prefix + "confused_with", a.confused_with, b.confused_with);
        list(b.id, prefix + "self_care", a.self_care, b.self_care);
        text(b.id, prefix + "needling_caution", a.needling_caution, b.needling_caution);
        text(b.id, prefix + "note", a.note, b.note);
    }

    void compare_words(const std::string& prefix, const std::string& id, const TriggerPoint& a, const TriggerPoint& b) {
        text(id, prefix + "place", a.place, b.place);
        list(id, prefix + "symptoms", a.symptoms, b.symptoms);
        text(id, prefix + "note", a.note, b.note);
    }

    void compare_muscle(int old_index, int new_index) {
        const Muscle& a = before_.atlas.muscles[static_cast<std::size_t>(old_index)];
        const Muscle& b = after_.atlas.muscles[static_cast<std::size_t>(new_index)];
        in_each_language([&](const std::string& prefix, const Atlas& old_atlas, const Atlas& new_atlas) {
            compare_words(prefix, old_atlas.muscles[static_cast<std::size_t>(old_index)],
                          new_atlas.muscles[static_cast<std::size_t>(new_index)]);
        });
        text(b.id, Message(word("Latin name")), a.latin, b.latin);
        text(b.id, "parent", a.parent, b.parent);
        text(b.id, "region", a.region, b.region);
        text(b.id, "fma", a.fma, b.fma);
        list(b.id, "synergists", a.synergists, b.synergists);
        list(b.id, "antagonists", a.antagonists, b.antagonists);
        list(b.id, "segments", a.segments, b.segments);
        list(b.id, "satellites", a.satellites, b.satellites);
        text(b.id, "frequency", to_text(a.frequency), to_text(b.frequency));
        list(b.id, "sources", a.sources, b.sources);
        for (int p = 0; p < static_cast<int>(b.trigger_points.size()); ++p) {
            const PointRef ref{new_index, p};
            const TriggerPoint& point = b.trigger_points[static_cast<std::size_t>(p)];
            const auto old = std::ranges::find(a.trigger_points, point.id, &TriggerPoint::id);
            if (old != a.trigger_points.end()) {
                compare_point({old_index, static_cast<int>(old - a.trigger_points.begin())}, ref);
                continue;
            }
            add(Change::Kind::added, after_.atlas.full_id(ref),
                verbatim(told(told_after_->point(ref).place, point.place)));
            diff_.points.push_back({{}, ref, word("new trigger point")});
        }
        for (int p = 0; p < static_cast<int>(a.trigger_points.size()); ++p) {
            const PointRef ref{old_index, p};
            const TriggerPoint& point = a.trigger_points[static_cast<std::size_t>(p)];
            if (std::ranges::find(b.trigger_points, point.id, &TriggerPoint::id) != b.trigger_points.end()) continue;
            add(Change::Kind::removed, before_.atlas.full_id(ref),
                verbatim(told(told_before_->point(ref).place, point.place)));
            diff_.points.push_back({ref, {}, word("trigger point removed")});
        }
        compare_order(b.id, word("the order of its trigger points"), a.trigger_points, b.trigger_points);
    }

    template <typename Measure>
    static float worse(Measure&& measure) {
        return std::max(measure(0), measure(1));
    }

    // The level that it is drawn at, then those that it repeats at.
    static std::vector<std::string> levels_of(const TriggerPoint& point) {
        std::vector<std::string> names;
        if (!point.drawn_level.empty()) names.push_back(point.drawn_level);
        for (const Level& level : point.levels) names.push_back(level.name);
        return names;
    }

    void compare_point(PointRef old_ref, PointRef new_ref) {
        const TriggerPoint &a = before_.atlas.point(old_ref), &b = after_.atlas.point(new_ref);
        const std::string id = after_.atlas.full_id(new_ref);
        text(id, "label", a.label, b.label);
        text(id, "sides", to_text(a.sides), to_text(b.sides));
        list(id, "levels", levels_of(a), levels_of(b));
        const auto reached = [](const TriggerPoint& point) {
            return point.reached_from ? to_text(*point.reached_from) : std::string_view();
        };
        text(id, "reached_from", reached(a), reached(b));
        text(id, "response", to_text(a.response), to_text(b.response));
        in_each_language([&](const std::string& prefix, const Atlas& old_atlas, const Atlas& new_atlas) {
            compare_words(prefix, id, old_atlas.point(old_ref), new_atlas.point(new_ref));
        });
        text(id, "confidence", to_text(a.confidence), to_text(b.confidence));
        list(id, "sources", a.sources, b.sources);

        std::vector<Message> seen;  // what a picture would show
        if (a.point != b.point) {
            const float moved = worse([&](std::size_t body) {
                return glm::distance(before_.fields[body]->point(old_ref).place.position,
                                     after_.fields[body]->point(new_ref).place.position);
            });
            const Message words{word("moved by {} cm"), {fmt::format("{:.1f}", moved)}};
            add(Change::Kind::changed, id, {"point: {}", {words}});
            if (moved >= moved_cm) seen.push_back(words);
        }
        if (const float share = compare_zones(id, old_ref, new_ref); share > redrawn_share)
            seen.push_back({word("{} of a zone's skin"), {percent(share)}});
        if (seen.size() == 2)
            diff_.points.push_back({old_ref, new_ref, {"{}, {}", {seen[0], seen[1]}}});
        else if (!seen.empty())
            diff_.points.push_back({old_ref, new_ref, seen[0]});
    }

    // The largest share of a zone's painted skin that changed; 1 where one came, went or became of the other kind.
    float compare_zones(const std::string& id, PointRef old_ref, PointRef new_ref) {
        const auto &old_zones = before_.atlas.point(old_ref).zones, &new_zones = after_.atlas.point(new_ref).zones;
        const ZonePairs zones = pair_zones(old_zones, new_zones);
        float largest = zones.added.empty() && zones.removed.empty() ? 0.f : 1.f;
        const auto name = [](const std::vector<Zone>& all, const std::vector<Zone>& in_words, size_t i) {
            const std::string& words = told(in_words[i].words, all[i].words);
            return Message(all[i].kind == ZoneKind::essential ? word("essential zone {}") : word("spillover zone {}"),
                           {words.empty() ? std::to_string(all[i].number + 1) : in_quotes(words)});
        };
        const auto &old_words = told_before_->point(old_ref).zones, &new_words = told_after_->point(new_ref).zones;
        // A list of words that does not fit the zones (a copy of the dataset without texts of its own) is no change.
        const bool as_many = old_zones.size() == new_zones.size();
        for (const auto& pair : zones.pairs) {
            const size_t i = pair.first, j = pair.second;
            const Zone &a = old_zones[i], &b = new_zones[j];
            const Message zone = name(new_zones, new_words, j);
            const auto of_zone = [&zone](std::string key) { return Message("{} {}", {zone, std::move(key)}); };
            if (a.kind != b.kind) largest = 1;
            text(id, of_zone("kind"), to_text(a.kind), to_text(b.kind));
            text(id, of_zone("bodies"), to_text(a.bodies), to_text(b.bodies));
            in_each_language([&](const std::string& prefix, const Atlas& old_atlas, const Atlas& new_atlas) {
                const std::string &before = old_atlas.point(old_ref).zones[i].words,
                                  &after = new_atlas.point(new_ref).zones[j].words;
                if (as_many || (!before.empty() && !after.empty())) text(id, of_zone(prefix + "words"), before, after);
            });
            text(id, of_zone("confidence"), to_text(a.confidence), to_text(b.confidence));
            list(id, of_zone("sources"), a.sources, b.sources);
            if (a.strokes == b.strokes) continue;
            const float share = worse([&](std::size_t body) {
                return changed_share(before_.fields[body]->point(old_ref).zones.at(i),
                                     after_.fields[body]->point(new_ref).zones.at(j));
            });
            largest = std::max(largest, share);
            add(Change::Kind::changed, id, {word("{} strokes: {} of its skin"), {zone, percent(share)}});
        }
        for (const std::size_t j : zones.added) add(Change::Kind::added, id, name(new_zones, new_words, j));
        for (const std::size_t i : zones.removed) add(Change::Kind::removed, id, name(old_zones, old_words, i));
        return largest;
    }
};

}  // namespace

DatasetDiff compare(const DatasetVersion& before, const DatasetVersion& after, const Language& told_in) {
    return Comparison(before, after, told_in).run();
}

Message message_of(const Change& change) {
    constexpr const char* signs[] = {"+", "-", "~"};
    return {"{} {}: {}",
            {signs[static_cast<std::size_t>(change.kind)],
             change.id.empty() ? MessageArgument(Message(word("dataset"))) : MessageArgument(change.id), change.what}};
}

}  // namespace myomap
