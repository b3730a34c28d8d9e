#include "ui/tree_panel.h"

#include <algorithm>
#include <cctype>

#include <imgui_internal.h>

#include "ui/icons.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

struct Row {
    enum class Kind { region, group, muscle, hit };

    Kind kind = Kind::muscle;
    std::string id;  // of the region, group or muscle
    std::string label;
    std::string detail;  // of a hit: what matched
    int depth = 0;
    int muscle = -1;
    int point = -1;  // of a hit
    bool open = true;
};

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::vector<Row> tree_rows(const Atlas& atlas, const TreeState& tree) {
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
            if (!alone) rows.push_back({Row::Kind::group, first.parent, group, "", 1, -1, -1, group_open});
            if (!alone && !group_open) continue;
            for (const int index : members) {
                const Muscle& muscle = atlas.muscles[static_cast<size_t>(index)];
                std::string label = muscle.name;
                if (!alone && label.starts_with(group + ", ")) label = capitalised(label.substr(group.size() + 2));
                rows.push_back({Row::Kind::muscle, muscle.id, label, "", alone ? 1 : 2, index, -1, true});
            }
        }
    }
    return rows;
}

std::vector<Row> hit_rows(const Atlas& atlas, const std::vector<SearchHit>& hits) {
    std::vector<Row> rows;
    for (const SearchHit& hit : hits) {
        const Muscle& muscle = atlas.muscles.at(static_cast<size_t>(hit.muscle));
        std::string detail = hit.matched == muscle.name ? muscle.latin : hit.matched;
        if (hit.point >= 0)
            detail = "TrP " + muscle.trigger_points.at(static_cast<size_t>(hit.point)).label + ": " + detail;
        rows.push_back({Row::Kind::hit, muscle.id, muscle.name, detail, 0, hit.muscle, hit.point, true});
    }
    return rows;
}

void choose(Ui& ui, const Row& row, int point) {
    if (row.kind == Row::Kind::region || row.kind == Row::Kind::group) {
        auto& closed = ui.state.tree.closed;
        if (!closed.erase(row.id)) closed.insert(row.id);
        return;
    }
    ui.state.tree.shown_muscle = row.id;  // it is in sight already
    if (point >= 0)
        ui.act([&](ChartDocument& d) { return select_point(d, ui.scene, {row.muscle, point}); });
    else
        ui.act([&](ChartDocument& d) { return select_muscle(d, ui.scene, row.muscle); });
}

struct Chip {
    int point;
    Rect rect;
};

// The trigger points of a muscle, right-aligned in the row; below the label when they do not fit beside it.
std::vector<Chip> lay_chips(const Ui& ui, const Muscle& muscle, float left, float right, float label_width,
                            float& height) {
    std::vector<Chip> chips;
    const float side = ui.px(24), between = ui.px(3), row = height;
    float total = -between;
    std::vector<float> widths;
    for (const TriggerPoint& p : muscle.trigger_points) {
        widths.push_back(std::max(ui.px(22), text_size(ui, Face::small_strong, p.label).x + ui.px(8)));
        total += widths.back() + between;
    }
    const bool beside = left + label_width + ui.px(6) + total <= right;
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

void draw_row(Ui& ui, const Row& row, float width, bool cursor) {
    const Colors& c = ui.colors();
    const Atlas& atlas = ui.scene.atlas;
    const ChartDocument& document = ui.document();
    const bool leaf = row.kind == Row::Kind::muscle || row.kind == Row::Kind::hit;
    const bool selected = leaf && document.muscle == row.id;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    width = std::min(width, ImGui::GetContentRegionAvail().x);
    const float indent = ui.px(row.kind == Row::Kind::hit || row.kind == Row::Kind::region ? 10
                               : row.depth == 2                                            ? 34
                               : row.kind == Row::Kind::group                              ? 10
                                                                                           : 24);
    const float right = width - ui.px(8);
    const Face face = row.kind == Row::Kind::region                                            ? Face::small_strong
                      : selected || row.kind == Row::Kind::hit || row.kind == Row::Kind::group ? Face::strong
                                                                                               : Face::body;
    float height = ui.px(row.kind == Row::Kind::hit ? 52 : 36);
    const ImVec2 label = text_size(ui, face, row.label);
    std::vector<Chip> chips;
    if (row.kind == Row::Kind::muscle)
        chips = lay_chips(ui, atlas.muscles[static_cast<size_t>(row.muscle)], indent, right, label.x, height);

    const ItemState s = item(ui,
                             (row.kind == Row::Kind::region  ? "tree/region/"
                              : row.kind == Row::Kind::group ? "tree/group/"
                                                             : "tree/") +
                                 row.id,
                             {width, height});
    if (cursor) ImGui::SetScrollHereY(0.5f);
    if (selected && ui.state.tree.shown_muscle != row.id) {
        ui.state.tree.shown_muscle = row.id;
        if (!s.visible || !ImGui::IsRectVisible(at, at + ImVec2{1, height})) ImGui::SetScrollHereY(0.4f);
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    int over = -1;
    for (const Chip& chip : chips)
        if (chip.rect.contains({mouse.x - at.x, mouse.y - at.y})) over = chip.point;
    if (s.pressed) choose(ui, row, over >= 0 ? over : row.point);
    if (!s.visible) return;

    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (selected || s.hovered || cursor)
        list.AddRectFilled(at + ImVec2{0, ui.px(1)}, at + ImVec2{width, height - ui.px(1)},
                           selected ? c.selected : c.hover, ui.px(8));
    if (cursor)
        list.AddRect(at + ImVec2{0, ui.px(1)}, at + ImVec2{width, height - ui.px(1)}, c.accent, ui.px(8), 0, ui.px(2));
    const float first_line = ui.px(row.kind == Row::Kind::hit ? 7 : 0);
    const float line_height = row.kind == Row::Kind::hit ? label.y : ui.px(36);
    float x = at.x + indent;
    const ImU32 color = selected ? c.on_selected : row.kind == Row::Kind::region ? c.quiet : c.ink;
    if (!leaf) {
        draw_text_centred(ui, list, {x - ui.px(2), at.y, ui.px(12), height}, Face::icon, c.quiet,
                          row.open ? icon::down : icon::right);
        x += ui.px(16);
    }
    const float room = at.x + (chips.empty() || chips[0].rect.y > ui.px(20) ? right : chips[0].rect.x - ui.px(8)) - x;
    draw_text(ui, list, {x, at.y + first_line + (line_height - label.y) / 2}, face, color,
              fit(ui, face, row.label, room));
    if (row.kind == Row::Kind::hit)
        draw_text(ui, list, {x, at.y + first_line + label.y + ui.px(3)}, Face::small,
                  selected ? c.on_selected : c.quiet, fit(ui, Face::small, row.detail, room));
    for (const Chip& chip : chips) {
        const TriggerPoint& point =
            atlas.muscles[static_cast<size_t>(row.muscle)].trigger_points[static_cast<size_t>(chip.point)];
        const Rect box{at.x + chip.rect.x, at.y + chip.rect.y, chip.rect.width, chip.rect.height};
        const ImVec2 low{box.x, box.y}, high{box.x + box.width, box.y + box.height};
        const bool on = selected && document.point == point.id;
        const bool hot = s.hovered && over == chip.point;
        list.AddRectFilled(low, high, on ? c.accent : hot ? c.selected : c.surface, ui.px(6));
        if (!on) list.AddRect(low, high, hot ? c.accent : c.line, ui.px(6));
        draw_text_centred(ui, list, box, Face::small_strong,
                          on    ? c.on_accent
                          : hot ? c.on_selected
                                : c.quiet,
                          point.label);
        ui.items.add("tree/" + row.id + "/" + point.id, box);
        if (hot) tooltip(ui, "Trigger point " + point.label, {}, point.place);
    }
}

}  // namespace

std::string group_name(const Atlas& atlas, std::string_view parent) {
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

void draw_tree_panel(Ui& ui, const Rect& rect) {
    TreeState& tree = ui.state.tree;
    const Colors& c = ui.colors();
    begin_pane(ui, "tree", rect, c.paper, 12, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float width = rect.width - 2 * ui.px(12);

    ui.items.add("tree", rect);
    const ImVec2 field = ImGui::GetCursorScreenPos();
    const bool take_focus = std::exchange(tree.focus, false);
    text_field(ui, "search", tree.query, "Muscle or symptom", width, icon::search, take_focus);
    tree.typing = ImGui::GetIO().WantTextInput;
    if (std::exchange(tree.leave, false)) ImGui::ClearActiveID();
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({field.x + width - ui.px(36), field.y});
    if (!tree.query.empty()) {
        if (icon_button(ui, "search/clear", icon::close, "Clear the search", "Esc")) tree.query.clear();
    } else {
        draw_text_centred(ui, *ImGui::GetWindowDrawList(), {field.x + width - ui.px(34), field.y, ui.px(34), ui.px(36)},
                          Face::small, c.quiet, "/");
    }
    ImGui::SetCursorScreenPos({field.x, after.y});
    gap(ui, 8);

    if (tree.hits_for != tree.query) {
        tree.hits = ui.search.find(tree.query);
        tree.hits_for = tree.query;
        tree.cursor = tree.query.empty() || tree.hits.empty() ? -1 : 0;
    }
    const bool searching = !fold(tree.query).empty();
    const std::vector<Row> rows = searching ? hit_rows(ui.scene.atlas, tree.hits) : tree_rows(ui.scene.atlas, tree);
    const bool moved = tree.move != 0;
    if (moved)
        tree.cursor =
            std::clamp(tree.cursor + std::exchange(tree.move, 0), 0, std::max(0, static_cast<int>(rows.size()) - 1));
    if (std::exchange(tree.enter, false) && tree.cursor >= 0 && tree.cursor < static_cast<int>(rows.size()))
        choose(ui, rows[static_cast<size_t>(tree.cursor)], rows[static_cast<size_t>(tree.cursor)].point);
    if (!tree.typing && !searching) tree.cursor = -1;

    ImGui::BeginChild("rows", {width + ui.px(5), 0});
    if (searching && rows.empty()) {
        gap(ui, 12);
        paragraph(ui, Face::strong, c.ink, "Nothing found", ui.px(10));
        gap(ui, 4);
        paragraph(ui, Face::small, c.quiet,
                  "Try a shorter word, a Latin name, or what the patient says: \u201ctemple\u201d, "
                  "\u201cstiff neck\u201d.",
                  ui.px(10));
    } else if (searching) {
        paragraph(ui, Face::small, c.quiet, std::to_string(rows.size()) + (rows.size() == 1 ? " match" : " matches"),
                  ui.px(10));
        gap(ui, 6);
    }
    for (size_t i = 0; i < rows.size(); ++i)
        draw_row(ui, rows[i], width, (moved || tree.typing) && static_cast<int>(i) == tree.cursor);
    gap(ui, 12);
    ImGui::EndChild();
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x + rect.width - ui.px(1), rect.y},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    end_pane();
}

}  // namespace myomap
