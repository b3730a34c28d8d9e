#include "ui/panels/explain_panel.h"

#include <algorithm>
#include <cmath>

#include <SDL.h>
#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/message_words.h"
#include "explain/step_page.h"
#include "export/step_pictures.h"
#include "report/drawing_report.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/chart_panel.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

// How many steps at the start are warning signs.
std::size_t signs_of(const std::vector<ToldStep>& steps) {
    const auto first =
        std::ranges::find_if(steps, [](const ToldStep& step) { return step.shows != StepShows::warning_signs; });
    return static_cast<std::size_t>(first - steps.begin());
}

}  // namespace

void ExplainPanel::begin(Ui& ui) {
    const Document& now = ui.document();
    const bool same = !told_.empty() && asked_.selection == now.selection && asked_.drawing == now.drawing &&
                      asked_.view.body == now.view.body && asked_.view.side == now.view.side;
    if (!same) {
        at_ = 0;
        signs_passed_ = false;
    }
    about_ = asked_ = now;
    // With nothing chosen, the example that always works: the shoulder muscle that is felt in the head.
    const auto example = ui.scene.atlas.find_point("trapezius_upper/TrP1");
    if (is_nothing(about_.selection) && !has_drawing(about_) && example) select_point(about_, ui.scene, *example);
    if (choice_.talk.empty()) choice_.talk = ui.context.resources.talk();
    tell_again(ui);
    if (!same) stay_.reset();
}

void ExplainPanel::tell_again(Ui& ui) {
    const LoadedTalk loaded = load_talk(choice_.talk);
    talk_ = loaded.talk;
    all_ = tell(ui.scene, talk_, about_);
    told_ = choice_.set ? chosen_steps(all_, *choice_.set) : all_;
    remember_step();
    steps_.clear();
    moving_.stop();
    shown_ = wanted_ = {};
    // The rest of a talk with a bad step is told; `check` says what is wrong with it.
    const bool nothing = told_.empty() && !loaded.problems.empty();
    failed_ = nothing ? words(ui.scene.phrases(), message_of(loaded.problems.front())) : "";
}

void ExplainPanel::choose(Ui& ui, TalkChoice choice) {
    choice_ = std::move(choice);
    tell_again(ui);
}

void ExplainPanel::remember_step() {
    if (at_ >= steps_.size()) return;
    const std::string& id = steps_[at_].id;
    const auto same = std::count_if(steps_.begin(), steps_.begin() + static_cast<std::ptrdiff_t>(at_),
                                    [&](const ToldStep& step) { return step.id == id; });
    stay_ = {id, static_cast<std::size_t>(same)};
}

// A list may go on over more or fewer steps than before; a step that is not told any more leads to the first.
void ExplainPanel::return_to_step() {
    const auto stay = std::exchange(stay_, {});
    if (!stay) return;
    at_ = 0;
    std::size_t nth = 0;
    for (std::size_t i = 0; i < steps_.size() && nth <= stay->nth; ++i)
        if (steps_[i].id == stay->id) at_ = i, ++nth;
}

bool ExplainPanel::escape(Ui& ui) {
    if (shows_sources_) {
        shows_sources_ = false;
        return true;
    }
    ui.modes.choose(ui, ui.modes.before());
    return true;
}

void ExplainPanel::go(Ui&, int steps) {
    if (steps_.empty()) return;
    const auto last = static_cast<int>(steps_.size()) - 1;
    const auto wanted = static_cast<std::size_t>(std::clamp(static_cast<int>(at_) + steps, 0, last));
    if (wanted > at_ && !signs_passed_) {
        const std::size_t signs = signs_of(steps_);
        signs_passed_ = at_ + 1 >= signs;
        if (!signs_passed_) {
            ++at_;
            return;
        }
    }
    at_ = wanted;
}

StepPlace ExplainPanel::place() const {
    return {at_, steps_.size(), at_ + 1 < steps_.size() ? steps_[at_ + 1].words.name : "", asks_};
}

void ExplainPanel::move(Ui& ui, const Rect& rect, const Shown& now) {
    Shown before = shown_;
    before.step = now.step;
    const bool step_only = shown_.scale > 0 && before == now && shown_.step != now.step;
    if (step_only && !ui.state.less_motion && shown_.step < steps_.size() && steps_[shown_.step].picture &&
        steps_[now.step].picture)
        moving_.begin(ui, steps_[shown_.step], {steps_[now.step], place(), rect, now.scale});
    else
        moving_.stop();
}

void ExplainPanel::render(Ui& ui, const Shown& now) {
    failed_.clear();
    try {
        const Image image =
            step_image(ui.context, ui.chart.renderer(), steps_[at_], place(), now.size, now.scale, now.theme);
        texture_.set(image);
    } catch (const std::exception& error) {
        failed_ = capitalised(words(ui.scene, error)) + ".";
    }
    shown_ = now;
    ui.chart.invalidate();
}

void ExplainPanel::draw_step(Ui& ui, const Rect& rect) {
    Shown now{at_,
              {static_cast<int>(rect.width), static_cast<int>(rect.height)},
              step_scale(rect, ui.px(1)),
              ui.document().view.theme,
              ui.scene.atlas.language,
              asks_};
    if (shown_.language != now.language && shown_.scale > 0) tell_again(ui);
    if (steps_.empty() || wanted_.size != now.size || wanted_.scale != now.scale) {
        remember_step();
        steps_ = steps_for_screen(ui.context, told_, now.size, now.scale);
        return_to_step();
        now.step = at_;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!steps_.empty() && wanted_ != now) {
        move(ui, rect, now);
        wanted_ = now;
    }
    if (moving_.draw(ui, rect)) return;
    if (!steps_.empty() && shown_ != now) render(ui, now);
    if (!steps_.empty() && failed_.empty())
        texture_.draw(list, {rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height});
    else
        draw_text(ui, list, {rect.x + ui.px(48), rect.y + ui.px(112)}, Face::title, ui.colors().ink, failed_,
                  rect.width - ui.px(96));
}

bool ExplainPanel::draw_controls(Ui& ui, const Rect& rect) {
    const float right = rect.x + rect.width;
    const float s = wanted_.scale > 0 ? wanted_.scale : ui.px(1);  // of the step, larger in a large window
    float x = right - 60 * s;
    const auto button = [&](std::string_view name, const char* icon, std::string_view tip, std::string_view keys,
                            bool on = false) {
        ImGui::SetCursorScreenPos({x, rect.y + 24 * s});
        x -= 40 * s;
        return icon_button(ui, name, icon, tip, keys, true, on, 36 * s / ui.px(1));
    };
    const bool leaves = button("explain/close", icon::close, ui.say("Back"), "Escape");
    if (button("explain/handout", icon::download, ui.say("To take home"), "Ctrl+E"))
        ui.state.overlay = Overlay::handout;
    if (button("explain/steps", icon::list, ui.say("What is told"), "K")) ui.state.overlay = Overlay::talk;
    if (button("explain/sources", icon::info, ui.say("Where this is from"), "E", shows_sources_)) toggle_sources();
    int wanted = 0;
    // The words of the next step, and left of the dots the way back.
    ImGui::SetCursorScreenPos({right - 330 * s, rect.y + rect.height - 56 * s});
    if (item(ui, "explain/next", {300 * s, 44 * s}).pressed) wanted = 1;
    if (at_ < steps_.size()) ui.items.add("explain/at/" + steps_[at_].id, rect);
    const StepPlace place{at_, std::max<std::size_t>(1, steps_.size()), "", false};
    const std::vector<Rect> dots = step_dots(place, rect, wanted_.scale);
    {
        const FocusGroup group(ui, "explain/steps");
        for (std::size_t i = 0; i < dots.size(); ++i) {
            const float grown = ui.px(6);
            ImGui::SetCursorScreenPos({dots[i].x - grown, dots[i].y - grown});
            const ItemState s = item(ui, fmt::format("explain/step/{}", i + 1),
                                     {dots[i].width + 2 * grown, dots[i].height + 2 * grown}, {.chosen = i == at_});
            if (s.pressed) wanted = static_cast<int>(i) - static_cast<int>(at_);
            if (s.hovered && i < steps_.size()) tooltip(ui, steps_[i].words.name);
        }
    }
    if (wanted != 0) go(ui, wanted);
    return leaves;
}

// For whoever asks how one knows: over the step, at its foot, until it is closed.
void ExplainPanel::draw_sources(Ui& ui, const Rect& rect) const {
    if (!shows_sources_ || at_ >= steps_.size()) return;
    constexpr std::size_t most = 8;
    std::vector<TalkSource> sources = steps_[at_].sources;
    for (const TalkSource& source : steps_[at_].of_atlas)
        if (sources.size() < most) sources.push_back(source);
    const Colors& c = ui.colors();
    const float pad = ui.px(16), width = std::min(ui.px(720), rect.width - ui.px(96)) - 2 * pad;
    std::vector<std::string> lines;
    for (const TalkSource& source : sources)
        lines.push_back(source.url.empty() ? source.title : source.title + " \u00b7 " + source.url);
    if (lines.empty()) lines.emplace_back(ui.say("This step claims nothing that needs a source."));
    float height = ui.px(24);
    for (const std::string& line : lines) height += text_size(ui, Face::small, line, width).y + ui.px(6);
    const ImVec2 low{rect.x + ui.px(48), rect.y + rect.height - ui.px(72) - height - 2 * pad};
    const ImVec2 high{low.x + width + 2 * pad, low.y + height + 2 * pad};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, c.surface, ui.px(8));
    list.AddRect(low, high, c.line, ui.px(8));
    ui.items.add("explain/sources/list", to_rect(low, high));
    float y = low.y + pad;
    draw_text(ui, list, {low.x + pad, y}, Face::small_strong, c.ink, ui.say("Where this is from"));
    y += ui.px(24);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float high_px = text_size(ui, Face::small, lines[i], width).y;
        if (i < sources.size() && !sources[i].url.empty()) {
            ImGui::SetCursorScreenPos({low.x + pad, y});
            const ItemState s = item(ui, fmt::format("explain/source/{}", i + 1), {width, high_px});
            if (s.pressed && SDL_OpenURL(sources[i].url.c_str()) != 0)
                SDL_ClearError();  // the address is on the screen
            draw_text(ui, list, {low.x + pad, y}, Face::small, s.hovered ? c.accent : c.quiet, lines[i], width);
        } else {
            draw_text(ui, list, {low.x + pad, y}, Face::small, c.quiet, lines[i], width);
        }
        y += high_px + ui.px(6);
    }
}

void ExplainPanel::draw_dialogs(Ui& ui) {
    if (ui.state.overlay == Overlay::talk) {
        TalkChoice choice = choice_;
        talk_dialog_.draw(ui, all_, choice);
        if (choice != choice_) choose(ui, std::move(choice));
    } else {
        talk_dialog_.rest();
    }
    if (ui.state.overlay == Overlay::handout)
        handout_dialog_.draw(ui, about_, [&] { return handout_of(ui.scene, talk_, told_, about_); });
    else
        handout_dialog_.rest();
}

void ExplainPanel::draw(Ui& ui, const Rect& rect) {
    begin_pane(ui, "explain", rect, ui.colors().paper, 0,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    draw_step(ui, rect);
    draw_sources(ui, rect);
    const bool leaves = draw_controls(ui, rect);
    end_pane();
    draw_dialogs(ui);
    if (leaves) ui.modes.choose(ui, ui.modes.before());
}

}  // namespace myomap
