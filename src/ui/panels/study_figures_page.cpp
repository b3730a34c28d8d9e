#include "ui/panels/study_figures_page.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/local_day.h"
#include "base/word.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/study_panel.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

std::string percent(float share) { return fmt::format("{} %", std::lround(100 * share)); }

// "12-04", without the year: what is shown lies within some weeks.
std::string short_date(int day) { return date_of_day(day).substr(5); }

void title(const Ui& ui, std::string_view left, std::string_view right) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), size = text_size(ui, Face::small, right).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, list, at, Face::strong, c.ink, fit(ui, Face::strong, left, width - size - ui.px(10)));
    draw_text(ui, list, {at.x + width - size, at.y + ui.px(2)}, Face::small, c.quiet, right);
    ImGui::Dummy({width, ui.px(26)});
}

void ends(const Ui& ui, float width, std::string_view left, std::string_view right) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, list, at, Face::small, ui.colors().quiet, left);
    draw_text(ui, list, {at.x + width - text_size(ui, Face::small, right).x, at.y}, Face::small, ui.colors().quiet,
              right);
    ImGui::Dummy({width, ui.px(20)});
}

ImU32 faded(ImU32 color, unsigned alpha) { return (color & 0x00ffffffu) | (alpha << 24); }

void dashes(ImDrawList& list, ImVec2 from, float to_x, float step, ImU32 color, float thick) {
    for (float x = from.x; x < to_x; x += 2 * step)
        list.AddLine({x, from.y}, {std::min(to_x, x + step), from.y}, color, thick);
}

void draw_due(const Ui& ui, const StudyFigures& figures, int limit, int today) {
    const Colors& c = ui.colors();
    int all = 0, most = limit;
    for (const int due : figures.due) all += due, most = std::max(most, due);
    title(ui, ui.say("Due in the next 14 days"),
          ui.scene.phrase_count(word("{} cards"), static_cast<std::size_t>(all)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), high = ui.px(76), base = at.y + high;
    const float step = width / forecast_days;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto y_of = [&](int cards) {
        return base - static_cast<float>(cards) / static_cast<float>(most) * (high - ui.px(16));
    };
    for (int i = 0; i < forecast_days; ++i) {
        const int due = figures.due[static_cast<std::size_t>(i)];
        const float x = at.x + static_cast<float>(i) * step;
        if (due > 0)
            list.AddRectFilled({x, std::min(base - ui.px(2), y_of(due))}, {x + step - ui.px(4), base},
                               i == 0 ? c.accent : faded(c.accent, 0x70), ui.px(2));
    }
    dashes(list, {at.x, y_of(limit)}, at.x + width, ui.px(3), c.quiet, ui.px(1));
    const std::string limit_words = ui.scene.phrase(word("daily limit {}"), std::to_string(limit));
    draw_text(ui, list, {at.x + width - text_size(ui, Face::small, limit_words).x, y_of(limit) - ui.px(18)},
              Face::small, c.quiet, limit_words);
    list.AddRectFilled({at.x, base}, {at.x + width, base + ui.px(1)}, c.line);
    ImGui::Dummy({width, high + ui.px(4)});
    ends(ui, width, ui.scene.phrase(word("{} today"), std::to_string(figures.due[0])),
         short_date(today + forecast_days - 1));
}

void draw_retention(const Ui& ui, const StudyFigures& figures, double aim, int today) {
    const Colors& c = ui.colors();
    const std::string aim_words = ui.scene.phrase(word("aim {}"), percent(static_cast<float>(aim)));
    title(ui, ui.say("Retention"),
          figures.retention_of_month
              ? ui.scene.phrase(word("{} this month, {}"), {percent(*figures.retention_of_month), aim_words})
              : aim_words);
    if (figures.retention.empty()) {
        paragraph(ui, Face::small, c.quiet, ui.say("Known once cards were asked again after a day or more."), 0,
                  ui.px(4));
        gap(ui, 6);
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), high = ui.px(64);
    float lowest = static_cast<float>(aim) - 0.1f;
    for (const RetentionPoint& point : figures.retention) lowest = std::min(lowest, point.share);
    lowest = std::max(0.f, std::floor(10 * lowest) / 10);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto place = [&](const RetentionPoint& point) {
        const float weeks = static_cast<float>(today - point.day) / 7;
        return ImVec2{at.x + width - ui.px(6) - weeks * (width - ui.px(12)) / (retention_weeks - 1),
                      at.y + (1 - (point.share - lowest) / (1 - lowest)) * high};
    };
    list.AddRectFilled(at, {at.x + width, at.y + ui.px(1)}, c.line);
    list.AddRectFilled({at.x, at.y + high}, {at.x + width, at.y + high + ui.px(1)}, c.line);
    dashes(list, {at.x, at.y + (1 - (static_cast<float>(aim) - lowest) / (1 - lowest)) * high}, at.x + width, ui.px(3),
           c.quiet, ui.px(1));
    for (std::size_t i = 1; i < figures.retention.size(); ++i)
        list.AddLine(place(figures.retention[i - 1]), place(figures.retention[i]), c.accent, ui.px(2));
    for (const RetentionPoint& point : figures.retention) list.AddCircleFilled(place(point), ui.px(4), c.accent);
    ImGui::Dummy({width, high + ui.px(4)});
    ends(ui, width, fmt::format("{} \u2013 100 %", percent(lowest)), ui.say("today"));
}

void draw_days(const Ui& ui, const StudyFigures& figures) {
    const Colors& c = ui.colors();
    title(ui, ui.say("Days"),
          ui.scene.phrase(word("{} days, {} with an answer"),
                          {std::to_string(figures.days), std::to_string(figures.days_with_review)}));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    static constexpr std::array names{word("Mon"), word("Wed"), word("Fri"), word("Sun")};
    const float lead = ui.px(40), cell = ui.px(22), high = ui.px(13), between = ui.px(4);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    int most = 1;
    for (const int answers : figures.calendar) most = std::max(most, answers);
    for (int day = 0; day < 7; ++day) {
        const float y = at.y + static_cast<float>(day) * (high + between);
        if (day % 2 == 0)
            draw_text(ui, list, {at.x, y - ui.px(3)}, Face::small, c.quiet,
                      ui.say(names[static_cast<std::size_t>(day / 2)]));
        for (int week = 0; week < calendar_weeks; ++week) {
            const int answers = figures.calendar[static_cast<std::size_t>(7 * week + day)];
            const ImVec2 low{at.x + lead + static_cast<float>(week) * (cell + between), y},
                end = low + ImVec2{cell, high};
            if (answers < 0) {
                list.AddRect(low, end, c.line, ui.px(3));
                continue;
            }
            const auto shade = static_cast<unsigned>(
                0x48 + 0xb7 * std::min(1.f, static_cast<float>(answers) / static_cast<float>(most)));
            list.AddRectFilled(low, end, answers == 0 ? c.line : faded(c.accent, shade), ui.px(3));
        }
    }
    const float x = at.x + lead + calendar_weeks * (cell + between) + ui.px(12);
    draw_text(ui, list, {x, at.y}, Face::title, c.ink,
              ui.scene.phrase(word("{} min"), fmt::format("{:.1f}", figures.minutes_a_day)));
    draw_text(ui, list, {x, at.y + ui.px(24)}, Face::small, c.quiet, ui.say("a day on average"));
    draw_text(ui, list, {x, at.y + ui.px(58)}, Face::title, c.ink,
              figures.mean_zone_score ? fmt::format("{:.2f}", *figures.mean_zone_score) : "\u2013");
    draw_text(ui, list, {x, at.y + ui.px(82)}, Face::small, c.quiet, ui.say("mean zone score"));
    ImGui::Dummy({0, 7 * (high + between) + ui.px(4)});
}

void draw_kinds(const Ui& ui, const StudyFigures& figures) {
    const Colors& c = ui.colors();
    title(ui, ui.say("By kind of question"), figures.kinds.empty() ? "" : ui.say("answered correctly"));
    if (figures.kinds.empty()) paragraph(ui, Face::small, c.quiet, ui.say("Nothing was answered yet."));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    for (const KindFigures& kind : figures.kinds) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float bar = ui.px(96), number = ui.px(48), x = at.x + width - bar - number, high = ui.px(6);
        draw_text(ui, list, at, Face::body, c.ink,
                  fit(ui, Face::body, ui.say(name_of(kind.kind)), x - at.x - ui.px(8)));
        const float y = at.y + text_size(ui, Face::body, "x").y / 2 - high / 2;
        list.AddRectFilled({x, y}, {x + bar, y + high}, c.line, high / 2);
        if (kind.right > 0)
            list.AddRectFilled({x, y}, {x + std::max(high, kind.right * bar), y + high}, c.accent, high / 2);
        const std::string words = percent(kind.right);
        draw_text(ui, list, {at.x + width - text_size(ui, Face::strong, words).x, at.y}, Face::strong, c.ink, words);
        ImGui::Dummy({width, ui.px(28)});
    }
}

}  // namespace

void draw_study_figures(Ui& ui, StudyPanel& study) {
    const Learner* learner = study.session().learner();
    const LearnerSettings settings = learner ? learner->settings : LearnerSettings{};
    const StudyFigures& figures = study.figures();
    const int today = local_day(study.session().now());
    draw_due(ui, figures, settings.cards_a_day, today);
    gap(ui, 12);
    draw_retention(ui, figures, settings.retention, today);
    gap(ui, 12);
    draw_days(ui, figures);
    gap(ui, 12);
    draw_kinds(ui, figures);
}

}  // namespace myomap
