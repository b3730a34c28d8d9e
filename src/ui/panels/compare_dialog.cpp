#include "ui/panels/compare_dialog.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "chart/message_words.h"
#include "export/comparison.h"
#include "ui/chart_file_actions.h"
#include "ui/icons.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/chart_panel.h"
#include "ui/panels/folder_list.h"
#include "ui/panels/question_dialog.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr std::array shown_parts{
    Segment{"all", nullptr, word("All three"), "", ""}, Segment{"before", nullptr, word("Before"), "", ""},
    Segment{"after", nullptr, word("After"), "", ""}, Segment{"difference", nullptr, word("Difference"), "", ""}};

void show(Ui& ui, const std::filesystem::path& file) {
    LoadedDrawing loaded = load_drawing(file, topology_of(ui.scene.body(ui.document().view.body).skin()));
    if (!loaded.drawing)
        return ask(ui, {.title = word("The chart can't be compared"),
                        .text = {{"{}", {with_tilde(file)}}},
                        .problems = std::move(loaded.problems),
                        .answers = {{"close", word("Close")}}});
    ui.state.charts.other = std::make_shared<const Drawing>(std::move(*loaded.drawing));
    ui.state.overlay = Overlay::compare;
}

// The rows of a table as text, for the clipboard.
std::string lines_of(const std::vector<CompareRow>& rows) {
    std::string text;
    for (const CompareRow& row : rows) {
        std::vector<std::string> cells{row.is_detail ? "" : row.name, row.what, row.before, row.after, row.change};
        text += join(cells, "\t") + "\n";
    }
    return text;
}

std::string as_text(const CompareReport& report) {
    std::string text = report.title + " \u00b7 " + report.figure + "\n" + report.before + "\n" + report.after + "\n\n";
    for (const std::string& remark : report.remarks) text += remark + "\n";
    for (const CompareSigns& signs : report.signs) {
        text += signs.heading + "\n";
        for (const CompareSigns::Sign& sign : signs.signs) text += "- " + sign.text + "\n";
        if (!signs.more.empty()) text += signs.more + "\n";
        text += "\n";
    }
    text += lines_of(report.areas) + "\n";
    for (const std::string& note : report.notes) text += note + "\n";
    return text + "\n" + lines_of(report.findings);
}

void table(const Ui& ui, const std::vector<CompareRow>& rows, std::string_view before, std::string_view after) {
    const Colors& c = ui.colors();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
    const std::array columns{width - ui.px(236), width - ui.px(156), width - ui.px(78)};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // A number ends at the right; words that are longer than the column take lines of their own. Gives its height.
    const auto cell = [&](float right, float y, Face face, ImU32 color, std::string_view text, float room) {
        const ImVec2 size = text_size(ui, face, text, room);
        const bool is_long = text_size(ui, face, text).x > room;
        draw_text(ui, list, {right - (is_long ? room : size.x), y}, face, color, text, is_long ? room : 0);
        return size.y;
    };
    const ImVec2 top = ImGui::GetCursorScreenPos();
    cell(top.x + columns[1], top.y, Face::small, c.quiet, before, ui.px(76));
    cell(top.x + columns[2], top.y, Face::small, c.quiet, after, ui.px(76));
    cell(top.x + width, top.y, Face::small, c.quiet, ui.say("change"), ui.px(76));
    ImGui::Dummy({width, ui.px(22)});
    for (const CompareRow& row : rows) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string name = row.name.empty() || row.is_detail ? row.what : row.name + "  " + row.what;
        const Face face = row.is_detail ? Face::small : Face::small_strong;
        const ImU32 color = row.is_detail ? c.quiet : c.ink;
        float height = text_size(ui, face, name, columns[0]).y;
        if (!row.is_detail) list.AddRectFilled(at, at + ImVec2{width, ui.px(1)}, c.line);
        const float y = at.y + ui.px(row.is_detail ? 2 : 8);
        draw_text(ui, list, {at.x + (row.is_detail ? ui.px(12) : 0), y}, face, color, name, columns[0]);
        height = std::max({height, cell(at.x + columns[1], y, Face::small, color, row.before, ui.px(72)),
                           cell(at.x + columns[2], y, Face::small, color, row.after, ui.px(72)),
                           cell(at.x + width, y, Face::small_strong, color, row.change, ui.px(72))});
        ImGui::Dummy({width, height + ui.px(row.is_detail ? 5 : 13)});
    }
}

}  // namespace

void compare_charts(Ui& ui) { pick_chart(ui, show); }

// The chart of the later visit comes second.
void CompareDialog::compare_now(Ui& ui, glm::ivec2 size) {
    Form now{ui.state.charts.other,
             ui.document().drawing,
             ui.document().view.body,
             ui.document().view.theme,
             ui.scene.atlas.language,
             size,
             view_};
    if (now == form_ && comparison_) return;
    if (now.other != form_.other) shown_ = view_ = 0, said_.clear();
    form_ = std::move(now);
    const Drawing* before = form_.other.get();
    const Drawing* after = &form_.drawing;
    if (!before->header->date.empty() && !after->header->date.empty() && before->header->date > after->header->date)
        std::swap(before, after);
    comparison_ = std::make_unique<Comparison>(compare(ui.scene, *before, *after, form_.body));
    report_ = compare_report(ui.scene, *comparison_);
    std::vector<ViewSubject> subjects = comparison_views(ui.scene, *comparison_);
    if (view_ < static_cast<int>(subjects.size())) subjects = {subjects[static_cast<std::size_t>(view_)]};
    const Image image = preview_comparison(ui.context, ui.chart.renderer(),
                                           {.comparison = *comparison_,
                                            .view = ui.document().view,
                                            .subjects = std::move(subjects),
                                            .size = size,
                                            .scale = ui.look.scale});
    texture_.set(image);
    ui.chart.invalidate();
}

// One view at a time is as large as there is room; all of them are what a page has.
void CompareDialog::choose_view(Ui& ui, ImVec2 at) {
    const std::vector<ViewSubject> subjects = comparison_views(ui.scene, *comparison_);
    if (subjects.size() < 2) return;
    std::vector<std::string> names;
    for (const ViewSubject& subject : subjects) names.push_back(short_title_of(subject.view, false));
    std::vector<Segment> segments;
    for (const std::string& name : names) segments.push_back({name, nullptr, name, "", ""});
    segments.push_back({"all", nullptr, word("All views"), "", ""});
    ImGui::SetCursorScreenPos({at.x - segmented_width(ui, segments), at.y});
    if (const int i = segmented(ui, "compare/view", segments, view_); i >= 0) view_ = i;
}

void CompareDialog::draw_picture(const Rect& box) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    // One alone is that third of the picture, as large as there is room.
    const float third = 1.f / 3;
    const float from = shown_ == 0 ? 0 : third * static_cast<float>(shown_ - 1), to = shown_ == 0 ? 1 : from + third;
    const float width = box.width * (to - from);
    const float left = box.x + (box.width - width) / 2;
    texture_.draw(list, {left, box.y}, {left + width, box.y + box.height}, {from, 0}, {to, 1});
}

void CompareDialog::draw_words(Ui& ui) {
    const Colors& c = ui.colors();
    for (const std::string& remark : report_.remarks) {
        paragraph(ui, Face::small, c.notice, remark);
        gap(ui, 6);
    }
    for (const CompareSigns& signs : report_.signs) {
        box(ui, {c.notice_paper, 0, c.notice, icon::warning, signs.heading}, [&](float pad) {
            for (const CompareSigns::Sign& sign : signs.signs) {
                paragraph(ui, Face::small, c.notice, sign.text, pad, pad);
                gap(ui, 4);
            }
            if (!signs.more.empty()) paragraph(ui, Face::small, c.notice, signs.more, pad, pad);
        });
        gap(ui, 8);
    }
    if (!report_.areas.empty()) {
        heading(ui, ui.say("Pain areas"));
        table(ui, report_.areas, ui.say("before"), ui.say("after"));
        for (const std::string& note : report_.notes) {
            gap(ui, 6);
            paragraph(ui, Face::small, c.quiet, note);
        }
    }
    if (!report_.findings.empty()) {
        heading(ui, ui.say("Findings"));
        table(ui, report_.findings, ui.say("before"), ui.say("after"));
    }
}

void CompareDialog::save(Ui& ui) {
    const std::filesystem::path path = full_path(path_);
    failed_ = false;
    try {
        Message problem;
        const auto letterhead = is_comparison_page(path) ? open_letterhead(ui.state.letterhead_file, problem) : nullptr;
        export_comparison(ui.context, ui.chart.renderer(),
                          {.comparison = *comparison_,
                           .view = ui.document().view,
                           .subjects = comparison_views(ui.scene, *comparison_),
                           .path = path,
                           .letterhead = letterhead});
        said_ = ui.say("Saved as {}", with_tilde(path));
        if (!problem.empty()) said_ += ". " + capitalised(words(ui.scene, problem)) + ".";
        ui.state.export_folder = path.parent_path();
    } catch (const std::exception& error) {
        said_ = capitalised(words(ui.scene, error)) + ".";
        failed_ = true;
    }
    ui.chart.invalidate();
}

void CompareDialog::draw_foot(Ui& ui, const Rect& rect) {
    const std::string_view close = ui.say("Close"), save_as = ui.say("Save"), copy = ui.say("Copy as text");
    const auto width = [&](std::string_view label, bool icon) {
        return text_size(ui, Face::strong, label).x + ui.px(28) + (icon ? ui.px(26) : 0);
    };
    float x = rect.x + rect.width - width(close, false);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    if (path_.empty())
        path_ = with_tilde((ui.state.export_folder.empty() ? home_folder() : ui.state.export_folder) /
                           "myomap-compared.pdf");
    const float buttons = width(close, false) + width(save_as, true) + width(copy, false) + ui.px(30);
    const float field = std::max(ui.px(120), std::min(ui.px(360), rect.width - buttons));
    text_field(ui, "compare/path", path_, {"~/compared.pdf"}, field);
    ImGui::SetCursorScreenPos({rect.x + field + ui.px(10), rect.y});
    std::error_code ignored;
    const bool there = std::filesystem::exists(full_path(path_), ignored);
    if (text_button(ui, "compare/save", icon::download, there ? ui.say("Replace") : save_as, ButtonKind::primary,
                    !path_.empty()))
        save(ui);
    ImGui::SetCursorScreenPos({x, rect.y});
    if (text_button(ui, "compare/close", nullptr, close, ButtonKind::plain)) ui.state.overlay = Overlay::none;
    x -= ui.px(10) + width(copy, false);
    ImGui::SetCursorScreenPos({x, rect.y});
    if (text_button(ui, "compare/copy", nullptr, copy, ButtonKind::plain)) {
        ImGui::SetClipboardText(as_text(report_).c_str());
        said_ = ui.say("Copied");
        failed_ = false;
    }
}

void CompareDialog::draw(Ui& ui) {
    if (!ui.state.charts.other) {
        ui.state.overlay = Overlay::none;
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool keep = dialog(ui, "compare", {screen.x - ui.px(48), screen.y - ui.px(48)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
        paragraph(ui, Face::title, c.ink,
                  std::string(ui.say("Compare")) + (comparison_ ? "  \u00b7  " + report_.title : ""));
        const float words_px = std::clamp(std::round(room.x * 0.36f), ui.px(300), ui.px(420));
        const float head = ui.px(44), foot = ui.px(50);
        const Rect picture{top.x, top.y + head, room.x - words_px - ui.px(20), room.y - head - foot};
        const glm::ivec2 size{std::max(96, static_cast<int>(picture.width)),
                              std::max(96, static_cast<int>(picture.height))};
        compare_now(ui, size);
        const float segments = segmented_width(ui, shown_parts);
        ImGui::SetCursorScreenPos({top.x + room.x - segments - ui.px(44), top.y});
        if (const int i = segmented(ui, "compare/shown", shown_parts, shown_); i >= 0) shown_ = i;
        ImGui::SetCursorScreenPos({top.x + room.x - ui.px(36), top.y});
        if (icon_button(ui, "compare/x", icon::close, ui.say("Close"), "Esc")) ui.state.overlay = Overlay::none;
        choose_view(ui, {top.x + room.x - segments - ui.px(56), top.y});
        draw_picture(picture);
        ImGui::SetCursorScreenPos({picture.x + picture.width + ui.px(20), picture.y});
        ImGui::BeginChild("compare words", {words_px, picture.height});
        scroll_stop(ui, "compare/words");
        draw_words(ui);
        ImGui::EndChild();
        if (!said_.empty())
            draw_text(ui, *ImGui::GetWindowDrawList(), {top.x, top.y + room.y - ui.px(58)}, Face::small,
                      failed_ ? c.notice : c.quiet, fit(ui, Face::small, said_, room.x));
        draw_foot(ui, {top.x, top.y + room.y - ui.px(36), room.x, ui.px(36)});
    });
    if (!keep && ui.state.overlay == Overlay::compare) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
