#include "ui/window.h"

#include <cctype>
#include <cstdio>
#include <future>

#include <SDL.h>

#include "base/atomic_file.h"
#include "base/folders.h"
#include "base/read_file.h"
#include "base/text.h"
#include "chart/message_words.h"
#include "export/letterhead.h"
#include "study/progress.h"
#include "ui/chart_file_actions.h"
#include "ui/end_signals.h"
#include "ui/keys.h"
#include "ui/panels/chart_panel.h"
#include "ui/platform.h"
#include "ui/progress.h"
#include "ui/scale.h"
#include "ui/script_player.h"
#include "ui/settings.h"
#include "ui/shell.h"

namespace myomap {

namespace {

// From EndSignals. Scripts push SDL_USEREVENT itself.
constexpr Uint32 end_event = SDL_USEREVENT + 1;
// Draws after an event until an immediate-mode window has settled: a field that is given the keyboard says so in the
// third frame.
constexpr int frames_per_event = 3;
// How long nothing must happen before the fine picture is drawn.
constexpr int quiet_ms = 60;
// And before what is not saved is written to the autosave.
constexpr int autosave_quiet_ms = 300;

// Every character beyond ASCII that the window can show in any of its languages, so that the fonts carry it: those of
// the atlas that is open, and of the files beside it.
std::string all_text(const Context& context) {
    std::string text;
    const auto add = [&](std::string_view more) {
        for (const char byte : more)
            if (static_cast<unsigned char>(byte) >= 0x80) text += byte;
    };
    const auto add_file = [&](const std::filesystem::path& file) {
        try {
            add(read_file(file, {64 << 20}));
        } catch (const ReadError&) {
            // Who loads it says what is wrong with it.
        }
    };
    add("\u2212\u2192");  // of differences, in no file
    const Atlas& atlas = context.atlas();
    for (const auto& [key, source] : atlas.sources) add(source.title + source.note);
    for (const Muscle& m : atlas.muscles) {
        add(m.latin);
        for (const TriggerPoint& p : m.trigger_points) add(p.label);
    }
    for (const LanguageEntry& one : context.languages.all()) {
        const auto file = text_file(context.loaded.text_folder, one.language),
                   own = text_file(context.resources.texts(), one.language);
        add_file(file);
        if (own != file) add_file(own);
    }
    return text;
}

// One that is asked for and not there is a problem that the banner tells.
Context& in_language(Context& context, const Language& language) {
    if (context.atlas().language != language) context.set_language(language);
    return context;
}

void make_fonts(Look& look, const Context& context) {
    const Resources& r = context.resources;
    build_fonts(look, {r.text_font(), r.semibold_font(), r.icon_font()}, all_text(context));
}

// What can be made ready without the window.
struct Prepared {
    Prepared(WindowContent content, const WindowOptions& options, const Settings& settings, float scale)
        : context(in_language(content.context, options.language.value_or(settings.language))),
          modes(std::move(content.modes)) {
        start.view.body = settings.body;
        start.view.side = settings.side;
        start.view.theme = settings.theme;
        if (content.start) start = *content.start;
        // What the first frame paints is read while its glyphs are made.
        auto painted = std::async(std::launch::async, [this] {
            const auto body = static_cast<size_t>(start.view.body);
            context.fields[body]->read_caches();
            if (start.view.layers != LayerMode::skin) context.muscles[body]->asset();
        });
        look.scale = scale;
        make_fonts(look, context);
        painted.get();
    }

    Context& context;
    Modes modes;
    Look look;
    Document start;
};

float scale_choice(const WindowOptions& options, const Settings& settings) {
    return options.scale > 0 ? options.scale : settings.scale;
}

UiState at_start(const Prepared& prepared, const WindowOptions& options, const Settings& settings) {
    UiState state;
    state.history = DocumentHistory(prepared.start);
    state.scale_choice = scale_choice(options, settings);
    state.left_open = settings.left_open;
    state.right_open = settings.right_open;
    state.export_folder = settings.export_folder;
    if (options.use_settings) state.charts.file = ChartFile(state_folder());
    state.charts.folder = settings.chart_folder;
    state.charts.recent = settings.recent_charts;
    state.less_motion = settings.less_motion;
    // A script sees where things arrive unless it asks for what lies between.
    if (!options.script.empty() || !options.screenshot.empty()) state.motion_at = 1;
    if (options.use_settings) state.letterhead_file = letterhead_file();
    state.progress_file = !options.progress.empty() || !options.use_settings ? options.progress : progress_file();
    state.wording = settings.clinical ? Wording::clinical : Wording::plain;
    return state;
}

class Window {
public:
    Window(Platform& platform, Prepared& prepared, const WindowOptions& options, const Settings& settings)
        : context_(prepared.context),
          options_(options),
          platform_(platform),
          state_(at_start(prepared, options, settings)),
          look_(prepared.look),
          scene_(context_.scene()),
          renderer_(scene_, context_.resources.shaders()),
          chart_(renderer_),
          modes_(std::move(prepared.modes)),
          ui_{context_, scene_, state_, look_, items_, chart_, modes_},
          player_(options.script, options.script.empty() ? std::vector<ScriptCommand>{} : read_script(options.script)) {
        platform_.use(look_, prepared.start.view.theme);
        if (!options.record.empty()) recording_.emplace(options.record);  // a place that can't be written is said first
        if (options.use_settings && settings_file().empty())
            state_.notice =
                scene_.phrase(word("No home folder is known: settings, progress and unsaved charts are not kept."));
        begin_charts(ui_, options.chart, !unattended());
    }

    // Returns the exit code.
    int run() {
        int code = 0;
        try {
            loop();
        } catch (const ScriptError& error) {
            std::fprintf(stderr, "%s\n", in_one_line(words(scene_, error)).c_str());
            code = 1;
        }
        // Nobody was asked when a script or a signal ended it: what is not saved stays for the next start.
        if (!chart_is_unsaved(ui_))
            state_.charts.file.remove_autosave();
        else if (ended_by_signal_ && autosave_is_due(ui_))
            autosave(ui_);
        if (recording_) {
            const std::string text = recorder_.text();
            recording_->write(text.data(), text.size());
            recording_->commit();
        }
        return code;
    }

    // Not being able to is no reason to fail at the end, and is said once.
    void keep_settings() {
        if (!options_.use_settings || settings_failed_) return;
        try {
            write_settings(settings_file(), settings());
        } catch (const FileError& error) {
            settings_failed_ = true;
            std::fprintf(stderr, "myomap: %s\n", in_one_line(words(scene_, error)).c_str());
        }
    }

private:
    Settings settings() const {
        const Document& d = ui_.document();
        return {platform_.size(),
                state_.scale_choice,
                d.view.theme,
                d.view.body,
                d.view.side,
                state_.left_open,
                state_.right_open,
                context_.atlas().language,
                state_.wording == Wording::clinical,
                state_.export_folder,
                state_.charts.folder,
                state_.charts.recent,
                state_.less_motion};
    }

    // Nobody sees it: only a picture of the window is taken.
    bool unattended() const { return !options_.screenshot.empty() && options_.script.empty(); }

    void loop() {
        while (!state_.quit) {
            if (frames_ == 0) wait();
            SDL_Event event;
            while (!state_.quit && SDL_PollEvent(&event))
                if (handle(event)) break;
            if (platform_.minimised())
                frames_ = 0;
            else if (frames_ > 0 && !state_.quit)
                draw();
        }
    }

    // Sleeps until there is something to do; leaves frames_ above 0 when that is to draw.
    void wait() {
        SDL_Event event;
        if (platform_.minimised()) {
            if (autosave_is_due(ui_)) autosave(ui_);
            if (SDL_WaitEvent(&event)) handle(event);
            return;
        }
        if (chart_.needs_fine()) {
            if (hurried() ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, quiet_ms)) {
                handle(event);
            } else {
                ui_.settle();
                chart_.want_fine();
                memory_given_back_ = false;
                frames_ = 1;
            }
            return;
        }
        if (autosave_is_due(ui_)) {
            if (hurried() ? SDL_PollEvent(&event) : SDL_WaitEventTimeout(&event, autosave_quiet_ms)) {
                handle(event);
            } else if (autosave(ui_)) {
                frames_ = 1;
            }
            return;
        }
        if (!player_.done()) {
            player_.step(ui_, platform_);
            picture_ = player_.take_screenshot();
            if (!picture_.empty()) frames_ = 1;
            state_.quit = state_.quit || player_.wants_quit();
            return;
        }
        if (!options_.screenshot.empty()) {
            if (last_picture_asked_) {
                state_.quit = true;
                return;
            }
            picture_ = options_.screenshot;
            last_picture_asked_ = true;
            frames_ = 1;
            return;
        }
        if (!memory_given_back_) {
            give_back_memory();
            memory_given_back_ = true;
        }
        if (!options_.script.empty() && options_.quit_after_script)
            state_.quit = true;
        else if (state_.wake_ms > 0 ? SDL_WaitEventTimeout(&event, state_.wake_ms) : SDL_WaitEvent(&event))
            handle(event);
        else if (state_.wake_ms > 0)
            frames_ = 1;
    }

    bool hurried() const { return !player_.done() || !options_.screenshot.empty(); }

    // True when the frame must be drawn before the next event is looked at: a press and its release in one frame
    // would be lost on ImGui.
    bool handle(const SDL_Event& event) {
        // Nobody holds the mouse while a picture of the window is taken: wherever it happens to lie, it says nothing.
        if (unattended() && event.type == SDL_MOUSEMOTION) return false;
        frames_ = frames_per_event;
        if (event.type == end_event) {
            state_.quit = ended_by_signal_ = true;
            return true;
        }
        if (recording_) recorder_.record(event, ImGui::GetIO().WantTextInput);
        switch (event.type) {
            case SDL_QUIT:
                quit(ui_);
                if (!state_.quit && platform_.minimised()) SDL_RestoreWindow(platform_.window());
                return true;
            case SDL_DROPFILE:
                open_chart(ui_, event.drop.file);
                SDL_free(event.drop.file);
                return true;
            case SDL_KEYDOWN:
                if (handle_key(event.key)) return false;
                if (ImGui::GetIO().WantTextInput) {
                    SDL_Event read = event;
                    read.key.keysym.sym = press_of(event.key.keysym, keyboard_has_latin_letters()).key;
                    platform_.handle(read);
                }
                return ImGui::GetIO().WantTextInput;
            case SDL_TEXTINPUT:
                // Signs come as text: where their key is, and with which shift, differs from keyboard to keyboard.
                if (ImGui::GetIO().WantTextInput)
                    platform_.handle(event);
                else if (std::ispunct(static_cast<unsigned char>(event.text.text[0])) && event.text.text[1] == 0)
                    press_key(ui_, {event.text.text[0]});
                return false;
            case SDL_MOUSEBUTTONDOWN:
                state_.focus.use_pointer();
                if (event.button.clicks == 2 && event.button.button == SDL_BUTTON_LEFT) state_.double_click = true;
                platform_.handle(event);
                return true;
            case SDL_MOUSEBUTTONUP:
            case SDL_KEYUP:
                platform_.handle(event);
                return true;
            case SDL_MOUSEWHEEL:
                platform_.handle(event);
                return true;
            default:
                platform_.handle(event);
                return false;
        }
    }

    bool handle_key(const SDL_KeyboardEvent& event) {
        const KeyPress press = press_of(event.keysym, keyboard_has_latin_letters());
        const bool is_sign = event.keysym.sym < 128 && std::ispunct(event.keysym.sym);
        // The digit row of keyboards whose digits need Shift. With Ctrl what the key says comes first: on a French one
        // Ctrl and the key of the 6 is Ctrl and minus.
        const std::optional<KeyPress> digit = digit_by_place(event.keysym, press);
        if (digit && !press.ctrl && !press.alt && !state_.typing) return press_key(ui_, *digit);
        if (is_sign && !press.ctrl) return false;  // comes as text
        return press_key(ui_, press) || (digit && press.ctrl && press_key(ui_, *digit));
    }

    // Lowered where the window has no room for it, which is said each time it happens.
    void take_scale() {
        if (state_.display_scale == 0 || state_.scale_choice == 0) state_.display_scale = platform_.display_scale();
        state_.scale_wanted = state_.scale_choice > 0 ? state_.scale_choice : state_.display_scale;
        platform_.keep_at_least(least_window(state_.scale_wanted));
        const float scale = fitting_scale(state_.scale_wanted, platform_.size());
        if (std::exchange(lowered_from_, scale < state_.scale_wanted ? state_.scale_wanted : 0) !=
            (scale < state_.scale_wanted ? state_.scale_wanted : 0))
            state_.notice = scale < state_.scale_wanted ? scene_.phrase("Shown at {}: no room for {}",
                                                                        {percent(scale), percent(state_.scale_wanted)})
                                                        : "";
        if (scale == look_.scale) return;
        look_.scale = scale;
        make_fonts(look_, context_);
        platform_.use(look_, ui_.document().view.theme);
    }

    void draw() {
        take_scale();
        lay_atlas();
        platform_.begin_frame();
        state_.moving = false;
        shell_.draw(ui_, platform_.size());
        if (const std::string title = window_title(ui_); title != title_)
            SDL_SetWindowTitle(platform_.window(), (title_ = title).c_str());
        if (std::exchange(state_.charts.settings_changed, false)) keep_settings();
        const auto picture = std::exchange(picture_, {});
        try {
            platform_.end_frame(look_.colors.paper, picture);
        } catch (const FileError& error) {
            if (picture == options_.screenshot) throw;
            player_.fail(error.message);
        }
        --frames_;
        if (state_.moving && !state_.motion_at) frames_ = std::max(frames_, 1);
    }

    // A dataset of one's own has to be laid onto the body that is shown before anything can be found on it.
    void lay_atlas() {
        const BodyId body = ui_.document().view.body;
        const AtlasFields& fields = scene_.body_fields(body);
        const int all = fields.missing();
        if (all == 0) return;
        constexpr unsigned frame_ms = 50;
        for (int left = all; left > 0; left = fields.missing()) {
            const unsigned until = SDL_GetTicks() + frame_ms;
            do fields.evaluate_next();
            while (SDL_GetTicks() < until && fields.missing() > 0);
            platform_.begin_frame();
            draw_progress(ui_, platform_.size(), all - fields.missing(), all);
            platform_.end_frame(look_.colors.paper);
        }
        context_.keep_fields(body);
    }

    Context& context_;
    const WindowOptions& options_;
    Platform& platform_;
    UiState state_;
    Look look_;
    Scene scene_;
    Renderer renderer_;
    ChartView chart_;
    Items items_;
    Modes modes_;
    Shell shell_;
    Ui ui_;
    ScriptPlayer player_;
    ScriptRecorder recorder_;
    std::optional<AtomicFile> recording_;
    int frames_ = frames_per_event;
    std::filesystem::path picture_;
    std::string title_ = "Myomap";
    bool memory_given_back_ = false;
    bool last_picture_asked_ = false;
    bool settings_failed_ = false;
    bool ended_by_signal_ = false;
    float lowered_from_ = 0;  // 0: it is not
};

}  // namespace

int run_window(const std::function<WindowContent()>& load, const WindowOptions& options) {
    std::exception_ptr load_failed;
    const auto file = settings_file();
    const Settings settings = options.use_settings ? read_settings(file) : Settings{};
    EndSignals signals;
    const VideoSystem video;  // before there is a second thread
    signals.tell(end_event);
    const float chosen_scale = scale_choice(options, settings);
    const float wanted_scale = chosen_scale > 0 ? chosen_scale : video.display_scale();
    const glm::ivec2 size = options.size.x > 0    ? options.size
                            : settings.size.x > 0 ? settings.size
                                                  : glm::ivec2(wanted_scale * glm::vec2{1280, 800});
    const float scale = fitting_scale(wanted_scale, size);
    auto preparing = std::async(std::launch::async, [&]() -> std::unique_ptr<Prepared> {
        try {
            return std::make_unique<Prepared>(load(), options, settings, scale);
        } catch (...) {
            load_failed = std::current_exception();
            return nullptr;
        }
    });
    Platform platform(video, "Myomap", size);
    if (const auto prepared = preparing.get()) {
        Window window(platform, *prepared, options, settings);
        const int code = window.run();
        window.keep_settings();
        return code;
    }
    std::rethrow_exception(load_failed);
}

}  // namespace myomap
