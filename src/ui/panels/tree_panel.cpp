#include "ui/panels/tree_panel.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <imgui_internal.h>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/panels/way_in_card.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

struct Row {
    // `hit` is a muscle that a search found; `part` a heading over regions or complaints that folds; `warning` a
    // warning sign that the typed words tell of.
    enum class Kind { region, group, muscle, hit, part, symptom, skin_region, warning };

    Kind kind = Kind::muscle;
    std::string id;
    std::string label;
    std::string detail;  // of a hit: what matched
    int depth = 0;
    int index = -1;  // of the muscle, complaint or skin region
    int point = -1;  // of a hit
    bool open = true;

    bool heading() const { return kind == Kind::region || kind == Kind::group || kind == Kind::part; }
    bool two_lines() const { return kind == Kind::hit || !detail.empty(); }
};

std::vector<Row> tree_rows(const Ui& ui, const TreeState& tree) {
    const Atlas& atlas = ui.scene.atlas;
    std::vector<Row> rows;
    for (const Region& region : atlas.regions) {
        const bool open = !tree.closed.contains(region.id);
        rows.push_back({Row::Kind::region, region.id, region.name, "", 0, -1, -1, open});
        if (!open) continue;
        std::set<std::string_view> done;
        for (const Muscle& first : atlas.muscles) {
            if (first.region != region.id || !done.insert(first.parent).second) continue;
            std::vector<int> members;
            for (size_t i = 0; i < atlas.muscles.size(); ++i)
                if (atlas.muscles[i].parent == first.parent && atlas.muscles[i].region == region.id)
                    members.push_back(static_cast<int>(i));
            const bool alone = members.size() == 1;
            const std::string group = group_name(atlas, first.parent);
            const bool group_open = !tree.closed.contains(first.parent);
            if (!alone)
                rows.push_back({Row::Kind::group, first.parent, short_name(ui, group), "", 1, -1, -1, group_open});
            if (!alone && !group_open) continue;
            for (const int index : members) {
                const Muscle& muscle = atlas.muscles[static_cast<size_t>(index)];
                const bool part = !alone && muscle.name.starts_with(group + ", ");
                rows.push_back({Row::Kind::muscle, muscle.id,
                                part ? capitalised(muscle.name.substr(group.size() + 2)) : short_name(ui, muscle.name),
                                "", alone ? 1 : 2, index, -1, true});
            }
        }
    }
    return rows;
}

// From head to foot, under the parts of the body.
template <class Item, class Part, class MakeRow>
std::vector<Row> rows_by_part(const Ui& ui, const TreeState& tree, const std::vector<Item>& items, const char* prefix,
                              Part part_of, MakeRow make_row) {
    std::vector<const BodyPart*> parts;
    for (const SkinRegion& region : ui.scene.regions->set().regions)
        if (const BodyPart* part = &body_part_of(ui.scene, region.id); parts.empty() || parts.back() != part)
            parts.push_back(part);
    if (const BodyPart* other = &body_part_of(ui.scene, ""); std::ranges::find(parts, other) == parts.end())
        parts.push_back(other);
    std::vector<const BodyPart*> part_of_item;
    for (const Item& one : items) part_of_item.push_back(part_of(one));
    std::vector<Row> rows;
    for (const BodyPart* part : parts) {
        const std::string id = std::string(prefix) + std::string(part->id);
        const bool open = !tree.closed.contains(id);
        const size_t heading = rows.size();
        rows.push_back({Row::Kind::part, id, std::string(ui.say(part->name)), "", 0, -1, -1, open});
        for (size_t i = 0; i < items.size(); ++i)
            if (part_of_item[i] == part) rows.push_back(make_row(static_cast<int>(i)));
        if (rows.size() == heading + 1)
            rows.pop_back();
        else if (!open)
            rows.resize(heading + 1);
    }
    return rows;
}

Row symptom_row(const Ui& ui, int index, std::string detail = {}) {
    const Symptom& symptom = ui.scene.symptoms->symptoms[static_cast<size_t>(index)];
    return {Row::Kind::symptom, symptom.id, symptom_name(ui, symptom), std::move(detail), 1, index, -1, true};
}

Row region_row(const Ui& ui, int index, std::string detail = {}) {
    const SkinRegion& region = ui.scene.regions->set().regions[static_cast<size_t>(index)];
    return {Row::Kind::skin_region, region.id, region_name(ui, region), std::move(detail), 1, index, -1, true};
}

std::vector<Row> symptom_rows(const Ui& ui, const TreeState& tree) {
    if (!ui.scene.symptoms || !ui.scene.regions) return {};
    return rows_by_part(
        ui, tree, ui.scene.symptoms->symptoms, "symptoms/",
        [&](const Symptom& s) { return &body_part_of(ui.scene, s.regions.empty() ? "" : s.regions.front()); },
        [&](int i) { return symptom_row(ui, i); });
}

std::vector<Row> region_rows(const Ui& ui, const TreeState& tree) {
    if (!ui.scene.regions) return {};
    return rows_by_part(
        ui, tree, ui.scene.regions->set().regions, "regions/",
        [&](const SkinRegion& r) { return &body_part_of(ui.scene, r.id); }, [&](int i) { return region_row(ui, i); });
}

// What the search found, as one list: warning signs first, then whatever fits best.
std::vector<Row> hit_rows(const Ui& ui, const TreeState& tree) {
    const Atlas& atlas = ui.scene.atlas;
    std::vector<Row> rows;
    for (const SearchHit& hit : tree.hits) {
        switch (hit.kind) {
            case SearchKind::warning: {
                const RedFlag& flag = ui.scene.symptoms->red_flags[static_cast<size_t>(hit.item)];
                rows.push_back({Row::Kind::warning, flag.id, flag.in(ui.language()), "", 0, hit.item, -1, true});
                break;
            }
            case SearchKind::complaint:
            case SearchKind::region: {
                const bool complaint = hit.kind == SearchKind::complaint;
                Row row = complaint ? symptom_row(ui, hit.item) : region_row(ui, hit.item);
                row.depth = 0;
                row.detail = ui.say(complaint ? "Symptom" : "Region");
                rows.push_back(std::move(row));
                break;
            }
            case SearchKind::muscle: {
                const Muscle& muscle = atlas.muscles.at(static_cast<size_t>(hit.item));
                std::string detail = hit.matched == muscle.name ? muscle.latin : hit.matched;
                if (hit.point >= 0)
                    detail =
                        ui.say("Trigger point {}", muscle.trigger_points.at(static_cast<size_t>(hit.point)).label) +
                        ": " + detail;
                rows.push_back(
                    {Row::Kind::hit, muscle.id, short_name(ui, muscle.name), detail, 0, hit.item, hit.point, true});
                break;
            }
        }
    }
    return rows;
}

Side shown_side(const Ui& ui) { return ui.document().view.side == SideChoice::left ? Side::left : Side::right; }

// What was found is to be looked at: the keys mean the chart again.
void go_to_chart(Ui& ui) {
    leave_field(ui);
    ui.state.focus.go("chart", ui.state.focus.by_keyboard());
}

// `point` is a trigger point of a muscle, or a side (0 right, 1 left) of a skin region, where one was pressed.
void choose(Ui& ui, TreeState& tree, const Row& row, int point) {
    switch (row.kind) {
        case Row::Kind::region:
        case Row::Kind::group:
        case Row::Kind::part: {
            if (!tree.closed.erase(row.id)) tree.closed.insert(row.id);
            return;
        }
        default:
            if (!fold(tree.query).empty()) go_to_chart(ui);
    }
    switch (row.kind) {
        case Row::Kind::warning:
            // Its whole text stands in the row; the card of a complaint that it belongs to says what else to look for.
            for (const Symptom& symptom : ui.scene.symptoms->symptoms)
                if (std::ranges::find(symptom.red_flags, row.id) != symptom.red_flags.end()) {
                    tree.shown_way_in = symptom.id;
                    ui.act([&](Document& d) { return select_symptom(d, ui.scene, symptom.id); });
                    return;
                }
            return;
        case Row::Kind::symptom:
            tree.shown_way_in = row.id;
            ui.act([&](Document& d) { return select_symptom(d, ui.scene, row.id); });
            return;
        case Row::Kind::skin_region:
            tree.shown_way_in = row.id;
            choose_region(ui, {row.index, point < 0 ? shown_side(ui) : point == 1 ? Side::left : Side::right});
            return;
        default:
            break;
    }
    tree.shown_muscle = row.id;  // it is in sight already
    if (point >= 0)
        ui.act([&](Document& d) { return select_point(d, ui.scene, {row.index, point}); });
    else
        ui.act([&](Document& d) { return select_muscle(d, ui.scene, row.index); });
}

struct Chip {
    int index;
    Rect rect;
};

// The trigger points of a muscle, or the sides of a region, right-aligned in the row; below the label when they do not
// fit beside it.
std::vector<Chip> lay_chips(const Ui& ui, const std::vector<std::string>& labels, float left, float right,
                            float label_width, float& height) {
    std::vector<Chip> chips;
    const float side = ui.px(24), between = ui.px(3), row = height;
    float total = -between;
    std::vector<float> widths;
    for (const std::string& label : labels) {
        widths.push_back(std::max(ui.px(22), text_size(ui, Face::small_strong, label).x + ui.px(8)));
        total += widths.back() + between;
    }
    const bool beside = left + label_width + ui.px(10) + total <= right;
    float x = beside ? right - total : left;
    float y = beside ? (row - side) / 2 : row - ui.px(4);
    for (size_t i = 0; i < widths.size(); ++i) {
        if (!beside && x + widths[i] > right) {
            x = left;
            y += side + between;
        }
        chips.push_back({static_cast<int>(i), {x, y, widths[i], side}});
        x += widths[i] + between;
    }
    if (!beside && !widths.empty()) height = y + side + ui.px(8);
    return chips;
}

std::string item_name(const Row& row) {
    switch (row.kind) {
        case Row::Kind::region:
            return "tree/region/" + row.id;
        case Row::Kind::group:
            return "tree/group/" + row.id;
        case Row::Kind::part:
            return "tree/part/" + row.id;
        case Row::Kind::warning:
            return "warning/" + row.id;
        case Row::Kind::symptom:
            return "symptom/" + row.id;
        case Row::Kind::skin_region:
            return "region/" + row.id;
        case Row::Kind::muscle:
        case Row::Kind::hit:
            break;
    }
    return "tree/" + row.id;
}

bool is_chosen(const Document& document, const Row& row) {
    switch (row.kind) {
        case Row::Kind::muscle:
        case Row::Kind::hit:
            return chosen_muscle(document.selection) == row.id;
        case Row::Kind::symptom:
            return chosen_complaint(document.selection) == row.id;
        case Row::Kind::skin_region:
            return chosen_region(document.selection) == row.id;
        default:
            return false;
    }
}

// What stands on the chips of a row, and what each is called among the items.
struct ChipWords {
    std::vector<std::string> labels, ids;
};

ChipWords chip_words(const Ui& ui, const Row& row) {
    ChipWords words;
    if (row.kind == Row::Kind::muscle) {
        for (const TriggerPoint& p : ui.scene.atlas.muscles[static_cast<size_t>(row.index)].trigger_points) {
            words.labels.push_back(p.label);
            words.ids.push_back(p.id);
        }
    } else if (row.kind == Row::Kind::skin_region &&
               !ui.scene.regions->set().regions[static_cast<size_t>(row.index)].midline) {
        words.labels = {std::string(ui.say("R")), std::string(ui.say("L"))};
        words.ids = {"right", "left"};
    }
    return words;
}

// A card of its own, before any muscle: what it may be, and what to do.
void draw_warning(Ui& ui, TreeState& tree, const Row& row, float width, bool cursor) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    width = std::min(width, ImGui::GetContentRegionAvail().x);
    const float pad = ui.px(12), inner = width - 2 * pad;
    const std::string title(ui.say("First: is it something else?"));
    const ImVec2 title_size = text_size(ui, Face::small_strong, title, inner);
    const ImVec2 text = text_size(ui, Face::body, row.label, inner);
    const float height = pad + title_size.y + ui.px(4) + text.y + pad;
    const ItemState s = item(ui, item_name(row), {width, height});
    if (cursor) ImGui::SetScrollHereY(0.5f);
    if (s.pressed) choose(ui, tree, row, -1);
    if (s.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(at, at + ImVec2{width, height}, c.notice_paper, ui.px(8));
        list.AddRect(at, at + ImVec2{width, height}, cursor || s.hovered ? c.accent : c.notice, ui.px(8), 0,
                     cursor ? ui.px(2) : ui.px(1));
        draw_text(ui, list, at + ImVec2{pad, pad}, Face::small_strong, c.notice, title, inner);
        draw_text(ui, list, at + ImVec2{pad, pad + title_size.y + ui.px(4)}, Face::body, c.ink, row.label, inner);
    }
    gap(ui, 8);
}

void draw_row(Ui& ui, TreeState& tree, const Row& row, float width, bool cursor) {
    const Colors& c = ui.colors();
    const Atlas& atlas = ui.scene.atlas;
    const Document& document = ui.document();
    const bool selected = is_chosen(document, row);
    if (row.kind == Row::Kind::warning) return draw_warning(ui, tree, row, width, cursor);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    width = std::min(width, ImGui::GetContentRegionAvail().x);
    const bool fold_mark = row.heading();
    const float indent = ui.px(row.depth == 2 ? 34 : row.depth == 0 || row.kind == Row::Kind::group ? 10 : 24);
    const float right = width - ui.px(8);
    const bool small_heading = row.heading() && row.kind != Row::Kind::group;
    const Face face = small_heading                                                 ? Face::small_strong
                      : selected || row.two_lines() || row.kind == Row::Kind::group ? Face::strong
                                                                                    : Face::body;
    const ChipWords words = chip_words(ui, row);
    // A complaint is a sentence and some muscles and regions have long names: they may take two lines, and more. The
    // chips of a region stay beside its name, those of a muscle go below it.
    const bool wraps = !small_heading;
    const float beside = row.kind == Row::Kind::skin_region && !words.labels.empty() ? ui.px(64) : 0;
    const float wrap = wraps ? right - indent - beside - (fold_mark ? ui.px(16) : 0) : 0;
    const ImVec2 label = text_size(ui, face, row.label, wrap);
    const ImVec2 one_line = text_size(ui, face, "x");
    float height = ui.px(row.two_lines() ? 52 : 36);
    if (wraps && label.y > one_line.y * 1.5f) height += label.y - one_line.y;
    const std::vector<Chip> chips = lay_chips(ui, words.labels, indent, right, label.x, height);

    const std::string name = item_name(row);
    const ItemState s = item(ui, name, {width, height}, {.chosen = selected, .folds = fold_mark});
    if (s.fold != 0 && (s.fold > 0) != row.open) choose(ui, tree, row, -1);
    if (cursor) ImGui::SetScrollHereY(0.5f);
    std::string& shown = row.index >= 0 && (row.kind == Row::Kind::muscle || row.kind == Row::Kind::hit)
                             ? tree.shown_muscle
                             : tree.shown_way_in;
    if (selected && shown != row.id) {
        shown = row.id;
        if (!s.visible || !ImGui::IsRectVisible(at, at + ImVec2{1, height})) ImGui::SetScrollHereY(0.4f);
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    int over = -1;
    for (const Chip& chip : chips)
        if (chip.rect.contains({mouse.x - at.x, mouse.y - at.y})) over = chip.index;
    if (s.pressed) choose(ui, tree, row, over >= 0 ? over : row.point);
    if (!s.visible) return;

    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool lit = selected || s.hovered || cursor;
    if (lit)
        list.AddRectFilled(at + ImVec2{0, ui.px(1)}, at + ImVec2{width, height - ui.px(1)},
                           selected ? c.selected : c.hover, ui.px(8));
    if (cursor)
        list.AddRect(at + ImVec2{0, ui.px(1)}, at + ImVec2{width, height - ui.px(1)}, c.accent, ui.px(8), 0, ui.px(2));
    float x = at.x + indent;
    const ImU32 color = selected ? c.on_selected : small_heading ? c.quiet : c.ink;
    if (fold_mark) {
        draw_text_centred(ui, list, {x - ui.px(2), at.y, ui.px(12), ui.px(36)}, Face::icon, c.quiet,
                          row.open ? icon::down : icon::right);
        x += ui.px(16);
    }
    const float room = at.x + (chips.empty() || chips[0].rect.y > ui.px(20) ? right : chips[0].rect.x - ui.px(8)) - x;
    const float top = row.two_lines() ? at.y + ui.px(7) : at.y + (ui.px(36) - one_line.y) / 2;
    if (wraps)
        draw_text(ui, list, {x, top}, face, color, row.label, wrap);
    else
        draw_text(ui, list, {x, top}, face, color, fit(ui, face, row.label, room));
    if (row.two_lines()) {
        const std::string detail = fit(ui, Face::small, row.detail, room);
        draw_text(ui, list, {x, top + label.y + ui.px(3)}, Face::small, selected ? c.on_selected : c.quiet, detail);
        if (s.hovered && detail != row.detail) tooltip(ui, row.label, {}, row.detail);
    }
    for (const Chip& chip : chips) {
        const auto i = static_cast<size_t>(chip.index);
        const Rect box{at.x + chip.rect.x, at.y + chip.rect.y, chip.rect.width, chip.rect.height};
        const ImVec2 low{box.x, box.y}, high{box.x + box.width, box.y + box.height};
        const bool is_point = row.kind == Row::Kind::muscle;
        const bool on =
            selected &&
            (is_point ? chosen_point(document.selection) == words.ids[i]
                      : words.ids[i] == std::string_view(to_text(chosen_region_side(document.selection, Side::right))));
        const bool hot = s.hovered && over == chip.index;
        if (item_part(ui, name + "/" + words.ids[i], box, on).pressed) choose(ui, tree, row, chip.index);
        list.AddRectFilled(low, high, on ? c.accent : hot ? c.selected : c.surface, ui.px(6));
        if (!on) list.AddRect(low, high, hot ? c.accent : c.line, ui.px(6));
        draw_text_centred(ui, list, box, Face::small_strong,
                          on    ? c.on_accent
                          : hot ? c.on_selected
                                : c.quiet,
                          words.labels[i]);
        ui.items.add(name + "/" + words.ids[i], box);
        if (hot && is_point)
            tooltip(ui, ui.say("Trigger point {}", words.labels[i]), {},
                    atlas.muscles[static_cast<size_t>(row.index)].trigger_points[i].place);
        if (hot && !is_point) tooltip(ui, side_words(ui, chip.index == 1 ? Side::left : Side::right));
    }
}

// A new choice is in sight: what it lies in unfolds.
void unfold_choice(const Ui& ui, TreeState& tree) {
    const Atlas& atlas = ui.scene.atlas;
    const Document& d = ui.document();
    if (!tree.folded_at_start) {
        tree.folded_at_start = true;
        for (size_t i = 1; i < atlas.regions.size(); ++i) tree.closed.insert(atlas.regions[i].id);
    }
    if (chosen_muscle(d.selection).empty()) tree.shown_muscle.clear();
    if (const auto muscle = atlas.find_muscle(chosen_muscle(d.selection));
        muscle && tree.shown_muscle != chosen_muscle(d.selection)) {
        tree.closed.erase(atlas.muscles[static_cast<size_t>(*muscle)].region);
        tree.closed.erase(atlas.muscles[static_cast<size_t>(*muscle)].parent);
    }
    const std::string& way_in =
        chosen_complaint(d.selection).empty() ? chosen_region(d.selection) : chosen_complaint(d.selection);
    if (way_in.empty()) tree.shown_way_in.clear();
    if (way_in.empty() || tree.shown_way_in == way_in) return;
    if (const Symptom* symptom =
            ui.scene.symptoms ? ui.scene.symptoms->find_symptom(chosen_complaint(d.selection)) : nullptr) {
        const auto& regions = symptom->regions;
        tree.closed.erase("symptoms/" + std::string(body_part_of(ui.scene, regions.empty() ? "" : regions[0]).id));
    } else {
        tree.closed.erase("regions/" + std::string(body_part_of(ui.scene, chosen_region(d.selection)).id));
    }
}

void search_now(Ui& ui, TreeState& tree) {
    std::string asked = std::string(ui.language()) + "\n" + tree.query;
    if (tree.hits_for == asked) return;
    constexpr int most_hits = 40;
    // Nothing is read for a search before one is asked for.
    tree.hits.clear();
    if (!fold(tree.query).empty()) tree.hits = ui.context.search().find(tree.query, most_hits, Language(ui.language()));
    tree.hits_for = std::move(asked);
    tree.cursor = tree.query.empty() ? -1 : 0;
}

}  // namespace

std::string group_name(const Atlas& atlas, std::string_view parent) {
    if (const auto known = atlas.parents.find(parent); known != atlas.parents.end()) return known->second;
    std::string common;
    for (const Muscle& muscle : atlas.muscles) {
        if (muscle.parent != parent) continue;
        if (muscle.id == parent) return muscle.name;
        const std::string head = muscle.name.substr(0, muscle.name.find(','));
        if (common.empty()) common = head;
        if (common != head || head.size() == muscle.name.size()) {
            common.clear();
            break;
        }
    }
    if (!common.empty()) return common;
    std::string words(parent);
    std::replace(words.begin(), words.end(), '_', ' ');
    return capitalised(words);
}

bool TreePanel::escape(Ui&) {
    if (state_.query.empty()) return false;
    state_.query.clear();
    return true;
}

void TreePanel::draw(Ui& ui, const Rect& rect) {
    TreeState& tree = state_;
    const Colors& c = ui.colors();
    begin_pane(ui, "tree", rect, c.paper, 12, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float width = rect.width - 2 * ui.px(12);

    ui.items.add("tree", rect);
    const ImVec2 field = ImGui::GetCursorScreenPos();
    const bool take_focus = std::exchange(tree.focus, false);
    text_field(ui, "search", tree.query, {ui.say("Muscle, symptom, region"), ui.say("Search")}, width, icon::search,
               take_focus);
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({field.x + width - ui.px(36), field.y});
    if (!tree.query.empty()) {
        if (icon_button(ui, "search/clear", icon::close, ui.say("Clear the search"), "Esc")) tree.query.clear();
    } else {
        draw_text_centred(ui, *ImGui::GetWindowDrawList(), {field.x + width - ui.px(34), field.y, ui.px(34), ui.px(36)},
                          Face::small, c.quiet, "/");
    }
    ImGui::SetCursorScreenPos({field.x, after.y});
    gap(ui, 8);
    static constexpr std::array ways{Segment{"muscles", nullptr, word("Muscles"), "", ""},
                                     Segment{"symptoms", nullptr, word("Symptoms"), "", ""},
                                     Segment{"regions", nullptr, word("Regions"), "", ""}};
    const bool searching = !fold(tree.query).empty();
    if (!searching) {
        if (const int i = segmented(ui, "way", ways, static_cast<int>(tree.way), 34, width, width); i >= 0) {
            tree.way = static_cast<Way>(i);
            tree.shown_muscle.clear();  // scroll to what is chosen
            tree.shown_way_in.clear();
        }
        gap(ui, 8);
    }
    search_now(ui, tree);
    unfold_choice(ui, tree);
    const std::vector<Row> rows = searching                   ? hit_rows(ui, tree)
                                  : tree.way == Way::symptoms ? symptom_rows(ui, tree)
                                  : tree.way == Way::regions  ? region_rows(ui, tree)
                                                              : tree_rows(ui, tree);
    const bool moved = tree.move != 0;
    const int last = static_cast<int>(rows.size()) - 1;
    if (searching && tree.cursor < 0 && !rows.empty()) tree.cursor = 0;
    if (moved) tree.cursor = std::clamp(tree.cursor + std::exchange(tree.move, 0), 0, std::max(0, last));
    if (std::exchange(tree.enter, false) && tree.cursor >= 0 && tree.cursor < static_cast<int>(rows.size()))
        choose(ui, tree, rows[static_cast<size_t>(tree.cursor)], rows[static_cast<size_t>(tree.cursor)].point);
    if (!ui.state.typing && !searching) tree.cursor = -1;

    // Each list keeps its own place in the scroll.
    const char* lists[]{"rows", "symptoms", "regions"};
    ImGui::BeginChild(searching ? "found" : lists[static_cast<size_t>(tree.way)], {width + ui.px(5), 0});
    if (searching && rows.empty()) {
        gap(ui, 12);
        paragraph(ui, Face::strong, c.ink, ui.say("Nothing found"), ui.px(10));
        gap(ui, 4);
        paragraph(ui, Face::small, c.quiet,
                  ui.say("Try a shorter word, a Latin name, or what the patient says: \u201ctemple\u201d, "
                         "\u201cstiff neck\u201d."),
                  ui.px(10));
    }
    const FocusGroup group(ui, "rows");
    for (size_t i = 0; i < rows.size(); ++i)
        draw_row(ui, tree, rows[i], width, (moved || ui.state.typing) && static_cast<int>(i) == tree.cursor);
    gap(ui, 12);
    ImGui::EndChild();
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x + rect.width - ui.px(1), rect.y},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    end_pane();
}

}  // namespace myomap
