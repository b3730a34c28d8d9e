#include "render/renderer.h"

#include <algorithm>
#include <cstring>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/gtc/type_ptr.hpp>

#include "chart/palette.h"
#include "chart/views.h"
#include "render/gl_objects.h"
#include "render/layer_painter.h"
#include "render/line_art.h"
#include "render/muscle_model.h"
#include "render/pace.h"
#include "render/skin_model.h"
#include "render/target.h"

namespace myomap {

namespace {

constexpr int samples = 4;

glm::vec3 rgb(Color color) { return glm::vec3(rgba(color)); }

// Everything a drawn view depends on.
struct ViewKey {
    PictureView view;
    BodyId body{};
    Theme theme{};
    float scale = 0;
    Style style{};
    Quality quality{};
    unsigned paint_version = 0;
    unsigned muscles_version = 0;

    // A fine view serves where a draft is asked for, not the other way round.
    bool serves(const ViewKey& wanted) const {
        return view.rect == wanted.view.rect && view.camera == wanted.view.camera && body == wanted.body &&
               theme == wanted.theme && style == wanted.style && scale == wanted.scale &&
               view.clear == wanted.view.clear && paint_version == wanted.paint_version &&
               muscles_version == wanted.muscles_version && (quality == wanted.quality || quality == Quality::fine);
    }
};

}  // namespace

struct Renderer::Impl {
    std::array<const Body*, 2> bodies;
    std::array<const Muscles*, 2> muscles;
    const BodyRegions* regions = nullptr;  // null: no limb can be told from the rest
    std::array<std::unique_ptr<SkinModel>, 2> skin_models;
    std::array<std::unique_ptr<MuscleModel>, 2> muscle_models;
    std::filesystem::path shaders;
    GlProgram skin_program, lined_skin_program, muscle_program;
    LayerPainter layer_painter;
    LineArt line_art;
    struct Kept {
        Target picture;
        std::vector<ViewKey> drawn;
        Theme background_theme{};
    };
    std::array<Kept, 2> kept;  // by Slot
    int views_drawn = 0;
    int max_size = 0;

    SkinModel& model(BodyId id) {
        if (!skin_program) skin_program = make_program(shaders, "skin");
        auto& slot = skin_models[static_cast<size_t>(id)];
        if (!slot) slot = std::make_unique<SkinModel>(*bodies[static_cast<size_t>(id)]);
        return *slot;
    }

    // Null while the picture shows the skin only: most sessions never need it.
    MuscleModel* muscle_model(const Picture& shown) {
        auto& slot = muscle_models[static_cast<size_t>(shown.body)];
        const Muscles* of = muscles[static_cast<size_t>(shown.body)];
        if (!of || shown.under_skin.looks.empty()) return nullptr;
        if (!slot) slot = std::make_unique<MuscleModel>(of->asset(), *bodies[static_cast<size_t>(shown.body)]);
        if (!muscle_program) muscle_program = make_program(shaders, "muscle");
        return slot.get();
    }

    struct Models {
        SkinModel& skin;
        const MuscleModel* under;  // null: the skin only
        Pace& pace;
    };

    // Clears a part of a framebuffer, or all of it. All is cheaper: for a part, Mesa draws a rectangle with shaders.
    static void clear(unsigned framebuffer, glm::ivec2 origin, glm::ivec2 size, Theme theme) {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glScissor(origin.x, origin.y, size.x, size.y);
        const glm::vec3 background = rgb(chart_palette(theme).background);
        glClearColor(background.x, background.y, background.z, 1);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    }

    // Draws one view with its lower left corner at `origin` (pixels) of `framebuffer`, which is clear there unless
    // lines are drawn.
    void draw(const PictureView& view, const Picture& shown, const Models& models, Quality quality,
              unsigned framebuffer, glm::ivec2 origin, glm::ivec2 size) {
        const ChartPalette& palette = chart_palette(shown.theme);
        if (shown.style == Style::line_art) {
            line_art.begin(size, shaders);
            draw_bodies(view, shown, models, quality, LineArt::detail * size, true);
            line_art.finish(
                framebuffer, origin, size,
                {rgb(palette.background), rgb(palette.text), shown.scale, view.camera.reach_cm + view.camera.depth_cm});
            return;
        }
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        glViewport(origin.x, origin.y, size.x, size.y);
        glScissor(origin.x, origin.y, size.x, size.y);
        draw_bodies(view, shown, models, quality, size, false);
    }

    void draw_bodies(const PictureView& view, const Picture& shown, const Models& models, Quality quality,
                     glm::ivec2 size, bool as_lines) {
        const ChartPalette& palette = chart_palette(shown.theme);
        const float half_height = 0.5f * view.camera.height_cm;
        const float half_width = half_height * static_cast<float>(size.x) / static_cast<float>(size.y);
        const glm::mat4 to_view = glm::translate(glm::mat4_cast(view.camera.orientation), -view.camera.target);
        const glm::mat4 to_clip = glm::ortho(-half_width, half_width, -half_height, half_height, -view.camera.reach_cm,
                                             view.camera.depth_cm) *
                                  to_view;
        const glm::mat3 normals{to_view};
        const bool cut_across = view.camera.reach_cm < Camera::far_cm && looks_along_limbs(view.camera) && !as_lines;

        const auto use = [&](GLuint program) {
            glUseProgram(program);
            glUniformMatrix4fv(glGetUniformLocation(program, "body_to_clip"), 1, GL_FALSE, glm::value_ptr(to_clip));
            glUniformMatrix3fv(glGetUniformLocation(program, "body_to_view"), 1, GL_FALSE, glm::value_ptr(normals));
            glUniform1i(glGetUniformLocation(program, "as_lines"), as_lines);
        };
        const auto set_color = [&](GLuint program, const char* name, Color color) {
            glUniform3fv(glGetUniformLocation(program, name), 1, glm::value_ptr(rgb(color)));
        };
        const std::vector<bool> shown_here =
            models.under && cut_across ? models.under->shown_in(view.camera) : std::vector<bool>{};
        const auto draw_muscles = [&] {
            use(muscle_program);
            set_color(muscle_program, "tendon_color", palette.tendon);
            glUniform1f(glGetUniformLocation(muscle_program, "opacity"), 1);
            for (const Side side : {Side::left, Side::right}) {
                models.under->draw(muscle_program, side, quality == Quality::draft, shown_here);
                models.pace.piece_done();
            }
        };
        const float px_per_cm = static_cast<float>(size.y) / view.camera.height_cm;
        const float px = shown.scale * (as_lines ? LineArt::detail : 1);  // one of design
        LimbFilter without;
        if (view.camera.outlined && !models.under && regions)
            without = {regions, bodies[static_cast<size_t>(shown.body)], view.camera.outlined, view.camera.unseen,
                       toward_viewer(view.camera)};
        models.skin.leave_out(without);
        const bool open = without.regions != nullptr;  // where a limb is left out
        // A bare skin is smooth enough for the coarse mesh, as long as its corners lie within a pixel of the true
        // outline.
        constexpr float coarse_px_per_cm = 6;
        const bool coarse = quality == Quality::draft && !as_lines && !models.under && !models.skin.is_painted() &&
                            px_per_cm <= coarse_px_per_cm && !open;
        constexpr float between_legs = 0.7f;  // of what they shade each other, looked at without one or both
        // One pass of up to four layers. Most sessions never see a pattern of lines.
        const auto use_skin = [&](const PaintGroup& group) {
            if (group.has_lines() && !lined_skin_program) lined_skin_program = make_program(shaders, "skin", "LINES");
            const GLuint program = group.has_lines() ? lined_skin_program : skin_program;
            const auto uniform = [&](const char* name) { return glGetUniformLocation(program, name); };
            use(program);
            set_color(program, "skin_color", palette.skin);
            set_color(program, "inside_color", palette.inside);
            glUniform1f(uniform("daylight"), cut_across || without.limbs & legs ? between_legs : 0.f);
            glUniform1i(uniform("painted"), models.skin.is_painted());
            glUniform1f(uniform("clear_skin"), view.clear);
            glUniform1f(uniform("shown_side"), 1);
            glUniform1f(uniform("half_shown"), 0);
            glUniform4fv(uniform("fill"), PaintGroup::most, glm::value_ptr(group.fill[0]));
            glUniform4fv(uniform("edge"), PaintGroup::most, glm::value_ptr(group.edge[0]));
            glUniform4fv(uniform("edge_px"), 1, glm::value_ptr(group.edge_px));
            glUniform4fv(uniform("film_fill"), 1, glm::value_ptr(group.film_fill));
            glUniform4fv(uniform("film_edge"), 1, glm::value_ptr(group.film_edge));
            glUniform4fv(uniform("tone"), 1, glm::value_ptr(group.tone));
            glUniform4fv(uniform("soft"), 1, glm::value_ptr(group.soft));
            if (!group.has_lines()) return program;
            glm::vec4 step{0}, width{0}, zigzag{0}, crossed{0};
            for (glm::vec4::length_type i = 0; i < 4; ++i)
                if (const PatternLook* lines = group.lines[static_cast<size_t>(i)]) {
                    step[i] = halving_step(lines->step_px * px / px_per_cm);
                    width[i] = lines->size * lines->step_px * px;
                    zigzag[i] = lines->zigzag * step[i];
                    crossed[i] = lines->crossed ? 1.f : 0.f;
                }
            glUniform3fv(uniform("ink"), PaintGroup::most, glm::value_ptr(group.ink[0]));
            glUniform3fv(uniform("across"), PaintGroup::most, glm::value_ptr(group.across[0]));
            glUniform3fv(uniform("along"), PaintGroup::most, glm::value_ptr(group.along[0]));
            glUniform4fv(uniform("line_cm"), 1, glm::value_ptr(step));
            glUniform4fv(uniform("line_px"), 1, glm::value_ptr(width));
            glUniform4fv(uniform("zigzag_cm"), 1, glm::value_ptr(zigzag));
            glUniform1f(uniform("zigzag_wave"), zigzag_wave);
            glUniform4fv(uniform("crossed"), 1, glm::value_ptr(crossed));
            glUniform1f(uniform("px_per_cm"), px_per_cm);
            return program;
        };
        const auto paint_over = [&](SkinLook look, size_t first_group) {
            for (size_t group = first_group; group < models.skin.groups(); ++group) {
                const GLuint program = use_skin(models.skin.group(group));
                const bool over = look == SkinLook::solid;
                glUniform1i(glGetUniformLocation(program, "look"),
                            static_cast<int>(over ? SkinLook::over : SkinLook::paint_only));
                if (as_lines) {
                    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
                } else if (over) {
                    glEnable(GL_BLEND);
                    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
                }
                models.skin.draw_paint(group);
                if (as_lines) glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
                if (over) glDisable(GL_BLEND);
            }
        };
        // Where only paint is drawn, all groups; else the first with the skin, and the others over it.
        const auto draw_skin = [&](SkinLook look) {
            const bool whole = look == SkinLook::solid || look == SkinLook::glass;
            // Of many layers none is worked out where there is only skin.
            const bool bare_first = look == SkinLook::solid && (models.skin.groups() > 1 || open) && !as_lines;
            if (whole) {
                const GLuint program = use_skin(bare_first ? PaintGroup{} : models.skin.group(0));
                glUniform1i(glGetUniformLocation(program, "look"), static_cast<int>(look));
                if (bare_first) glUniform1i(glGetUniformLocation(program, "painted"), false);
                const SkinAsset& skin = bodies[static_cast<size_t>(shown.body)]->skin();
                const Sight sight{to_clip, toward_viewer(view.camera), open};
                const std::vector<IndexRange> ranges =
                    visible_ranges(coarse ? skin.coarse_clusters : skin.clusters, sight);
                for (int piece = 0; piece < models.pace.pieces(); ++piece) {
                    models.skin.draw_skin(coarse ? SkinModel::Mesh::coarse : SkinModel::Mesh::full,
                                          share_of(ranges, piece, models.pace.pieces()));
                    models.pace.piece_done();
                }
            }
            if (!bare_first || !open) paint_over(look, whole && !bare_first ? 1 : 0);
        };
        // The limbs that are left out, as a breath over all that they would hide; what is painted comes over them.
        const auto draw_limbs = [&] {
            const GLuint program = use_skin(models.skin.group(0));
            glUniform1i(glGetUniformLocation(program, "look"), static_cast<int>(SkinLook::breath));
            glUniform1i(glGetUniformLocation(program, "painted"), false);
            glUniform1f(glGetUniformLocation(program, "shown_side"), -1);
            const std::vector<IndexRange> ranges = visible_ranges(
                bodies[static_cast<size_t>(shown.body)]->skin().clusters, {to_clip, toward_viewer(view.camera), open});
            const float across = toward_viewer(view.camera).x;  // what stands behind the body stays there
            glUniform1f(glGetUniformLocation(program, "half_shown"), std::abs(across) < 0.7f ? 0.f : across);
            glEnable(GL_CLIP_DISTANCE0);
            glEnable(GL_CLIP_DISTANCE1);
            // Of two skins before one another only the nearer is seen.
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
            models.skin.draw_skin(SkinModel::Mesh::full, ranges);
            glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
            blend_over();
            models.skin.draw_skin(SkinModel::Mesh::full, ranges);
            glDisable(GL_BLEND);
            glDisable(GL_CLIP_DISTANCE1);
            // Paint lies behind them, and is seen.
            glClear(GL_DEPTH_BUFFER_BIT);
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
            glUniform1f(glGetUniformLocation(program, "shown_side"), 1);
            glUniform1f(glGetUniformLocation(program, "half_shown"), 0);
            models.skin.draw_skin(SkinModel::Mesh::full, ranges);
            glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
            glDisable(GL_CLIP_DISTANCE0);
        };
        // Where the skin ends that is taken off.
        const auto draw_outline = [&] {
            const GLuint program = use_skin(PaintGroup{});
            glUniform1i(glGetUniformLocation(program, "look"), static_cast<int>(SkinLook::outline));
            glUniform1i(glGetUniformLocation(program, "painted"), false);
            blend_over();
            glDepthMask(GL_FALSE);
            const auto& clusters = bodies[static_cast<size_t>(shown.body)]->skin().clusters;
            const Sight sight{to_clip, toward_viewer(view.camera), open};
            models.skin.draw_skin(SkinModel::Mesh::full, visible_ranges(clusters, sight));
            glDepthMask(GL_TRUE);
            glDisable(GL_BLEND);
        };
        const bool glass = models.under && shown.under_skin.layers == LayerMode::glass;
        if (models.under && !(glass && as_lines)) draw_muscles();
        if (models.under && !as_lines) {
            // Where others, or bones, lie before the chosen muscle it shines through them, faintly.
            glUniform1f(glGetUniformLocation(muscle_program, "opacity"), 0.38f);
            glDepthFunc(GL_GREATER);
            glDepthMask(GL_FALSE);
            blend_over();
            for (const Side side : {Side::left, Side::right})
                models.under->draw_through(muscle_program, side, toward_viewer(view.camera));
            glDisable(GL_BLEND);
            glDepthMask(GL_TRUE);
            glDepthFunc(GL_LEQUAL);
        }

        // Closes what is cut across, flatly: what lies before the cut covers it where it is entered once more often
        // than left. (Beyond it the mouth is open to the throat.) `count` draws what lies there, both faces; `fill`
        // what looks away, where the count is not even.
        const auto close_cut = [](const auto& count, const auto& fill) {
            glClear(GL_STENCIL_BUFFER_BIT);
            glEnable(GL_STENCIL_TEST);
            glDisable(GL_DEPTH_TEST);
            glDisable(GL_CULL_FACE);
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
            glStencilFunc(GL_ALWAYS, 0, 0xff);
            glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
            glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
            count();
            glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
            glEnable(GL_CULL_FACE);
            glCullFace(GL_FRONT);
            glStencilFunc(GL_NOTEQUAL, 0, 0xff);
            glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
            fill();
            glCullFace(GL_BACK);
            glEnable(GL_DEPTH_TEST);
            glDisable(GL_STENCIL_TEST);
        };
        const auto draw_cut = [&] {
            constexpr float fades_within_cm = 20;
            constexpr float breath_of_skin = 0.2f;  // over paper
            const GLuint program = use_skin(models.skin.group(0));
            glUniform1i(glGetUniformLocation(program, "look"),
                        static_cast<int>(glass ? SkinLook::glass : SkinLook::solid));
            const glm::vec3 tone = mix(rgb(palette.background), rgb(palette.skin), breath_of_skin);
            if (!glass) glUniform3fv(glGetUniformLocation(program, "inside_color"), 1, glm::value_ptr(tone));
            const glm::mat4 before =
                glm::ortho(-half_width, half_width, -half_height, half_height, -Camera::far_cm, -view.camera.reach_cm) *
                to_view;
            glUniformMatrix4fv(glGetUniformLocation(program, "body_to_clip"), 1, GL_FALSE, glm::value_ptr(before));
            // Limbs that are left out leave no cut.
            glUniform1f(glGetUniformLocation(program, "shown_side"), open ? 1 : 0);
            if (open) glEnable(GL_CLIP_DISTANCE0);
            const std::vector<IndexRange> all{
                {0, static_cast<std::uint32_t>(bodies[static_cast<size_t>(shown.body)]->skin().triangles.size())}};
            const auto draw = [&] { models.skin.draw_skin(SkinModel::Mesh::full, all); };
            close_cut(draw, [&] {
                // The shader gives the colour of the inside to faces that look away.
                glFrontFace(GL_CW);
                if (!glass) {  // it hides what lies behind it
                    glEnable(GL_DEPTH_TEST);
                    glDepthFunc(GL_ALWAYS);
                    glDepthRange(0, 0);
                }
                draw();
                glDisable(GL_DEPTH_TEST);
                glDepthFunc(GL_LEQUAL);
                glDepthRange(0, 1);
                glFrontFace(GL_CCW);
                if (glass) return;
                // A thigh goes on toward the viewer, and fades out.
                const glm::mat4 fading = glm::ortho(-half_width, half_width, -half_height, half_height,
                                                    -view.camera.reach_cm - fades_within_cm, -view.camera.reach_cm) *
                                         to_view;
                glUniformMatrix4fv(glGetUniformLocation(program, "body_to_clip"), 1, GL_FALSE, glm::value_ptr(fading));
                glUniform1i(glGetUniformLocation(program, "look"), static_cast<int>(SkinLook::fading));
                glUniform1i(glGetUniformLocation(program, "painted"), false);
                glCullFace(GL_BACK);
                blend_over();
                draw();
                glDisable(GL_BLEND);
            });
            glDisable(GL_CLIP_DISTANCE0);
        };

        // Where a limb was left out one looks out of the body through a hole: the limb is entered once more often than
        // left there, and what the body has there lies before that. In the hole the limb's own skin is drawn, so that a
        // shoulder stays round.
        const auto close_holes = [&] {
            const GLuint program = use_skin(PaintGroup{});
            glUniform1i(glGetUniformLocation(program, "painted"), false);  // a scrap of a zone would end at the hole
            glUniform1f(glGetUniformLocation(program, "shown_side"), -1);
            // From the side the far limb's hole would be counted against the near one's.
            const float across = toward_viewer(view.camera).x;
            glUniform1f(glGetUniformLocation(program, "half_shown"), std::abs(across) < 0.3f ? 0.f : across);
            glEnable(GL_CLIP_DISTANCE0);
            glEnable(GL_CLIP_DISTANCE1);
            const std::vector<IndexRange> all{
                {0, static_cast<std::uint32_t>(bodies[static_cast<size_t>(shown.body)]->skin().triangles.size())}};
            glUniform1i(glGetUniformLocation(program, "look"), static_cast<int>(SkinLook::solid));
            close_cut([&] { models.skin.draw_skin(SkinModel::Mesh::full, all); },
                      [&] {
                          glCullFace(GL_BACK);
                          glEnable(GL_DEPTH_TEST);
                          models.skin.draw_skin(SkinModel::Mesh::full, all);
                      });
            glClear(GL_DEPTH_BUFFER_BIT);
            glDisable(GL_CLIP_DISTANCE1);
            glDisable(GL_CLIP_DISTANCE0);
        };

        // Each muscle and bone that the cut goes through is closed likewise.
        const auto draw_muscle_cuts = [&] {
            use(muscle_program);
            glUniform1f(glGetUniformLocation(muscle_program, "opacity"), 1);
            const glm::mat4 behind =
                glm::ortho(-half_width, half_width, -half_height, half_height, -view.camera.reach_cm, Camera::far_cm) *
                to_view;
            glUniformMatrix4fv(glGetUniformLocation(muscle_program, "body_to_clip"), 1, GL_FALSE,
                               glm::value_ptr(behind));
            const glm::vec3 viewer = toward_viewer(view.camera);
            const glm::vec3 on_the_cut = view.camera.target + view.camera.reach_cm * viewer;
            for (const Side side : {Side::left, Side::right})
                for (const int mesh : models.under->cut_by(side, on_the_cut, viewer, shown_here)) {
                    const auto draw = [&] { models.under->draw_mesh(muscle_program, side, mesh); };
                    close_cut(draw, draw);  // what looks away, in one flat tone
                }
        };

        if (!models.under) {
            if (cut_across) draw_cut();
            if (open) {
                if (!cut_across && !(without.limbs & trunk_and_head)) close_holes();
                glEnable(GL_CLIP_DISTANCE0);
            }
            draw_skin(SkinLook::solid);
            if (open && !as_lines) {
                if (!cut_across) draw_limbs();
                glEnable(GL_CLIP_DISTANCE0);
                paint_over(SkinLook::solid, 0);
            }
            glDisable(GL_CLIP_DISTANCE0);
        } else if (as_lines) {
            if (glass) {
                // The outline of the body, then what is inside it over that.
                draw_skin(SkinLook::glass);
                glClear(GL_DEPTH_BUFFER_BIT);
                draw_muscles();
            }
            draw_skin(SkinLook::paint_only);
        } else {
            const SkinLook look = glass ? SkinLook::glass : SkinLook::paint_only;
            if (!glass && models.skin.is_painted()) draw_outline();
            blend_over();
            // Of two films before one another only the nearer is seen: first where it lies, then its colour.
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
            draw_skin(look);
            glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
            draw_skin(look);
            if (cut_across && glass) draw_cut();
            glDisable(GL_BLEND);
            if (cut_across) draw_muscle_cuts();
        }

        // Patterns and borders lie on top of all fills.
        if (as_lines)
            glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
        else
            blend_over();
        glDepthMask(GL_FALSE);
        layer_painter.draw(
            models.skin.layers(),
            {to_clip, normals, px_per_cm, px, view.camera.reach_cm + view.camera.depth_cm, as_lines, without}, shaders);
        glDepthMask(GL_TRUE);
        glDisable(GL_BLEND);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    }
};

Renderer::Renderer(const Scene& scene, const std::filesystem::path& shaders) : impl_(std::make_unique<Impl>()) {
    if (epoxy_gl_version() < 33) {
        throw RenderError(
            word("this graphics driver offers OpenGL {}.{}, Myomap needs 3.3; update the driver or install "
                 "libgl1-mesa-dri"),
            {std::to_string(epoxy_gl_version() / 10), std::to_string(epoxy_gl_version() % 10)});
    }
    impl_->bodies = scene.bodies;
    impl_->muscles = scene.muscles;
    impl_->regions = scene.regions;
    impl_->shaders = shaders;
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    impl_->max_size = most;
}

Renderer::~Renderer() = default;

unsigned Renderer::render(const Picture& picture, Quality quality, Slot slot) {
    Impl& self = *impl_;
    Impl::Kept& kept = self.kept[static_cast<size_t>(slot)];
    self.views_drawn = 0;
    if (picture.size.x <= 0 || picture.size.y <= 0 || picture.size.x > self.max_size ||
        picture.size.y > self.max_size) {
        throw RenderError(
            word("a picture of {} x {} pixels can't be drawn; each side must be 1 to {}"),
            {std::to_string(picture.size.x), std::to_string(picture.size.y), std::to_string(self.max_size)});
    }
    glDisable(GL_BLEND);
    glDisable(GL_STENCIL_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_PROGRAM_POINT_SIZE);

    SkinModel& skin = self.model(picture.body);
    skin.paint(picture.layers);
    MuscleModel* muscles = self.muscle_model(picture);
    if (muscles) muscles->show(picture.under_skin);

    // Insets lie over the views, so they come after them, and again whenever their view does.
    std::vector<PictureView> views = picture.views;
    for (const Inset& inset : picture.insets) views.push_back(inset.small);
    // The layout of the views decides what lies between them; when it changes everything is cleared.
    bool same_layout = kept.picture.size == picture.size && kept.drawn.size() == views.size() &&
                       kept.background_theme == picture.theme;
    for (size_t i = 0; same_layout && i < views.size(); ++i) same_layout = kept.drawn[i].view.rect == views[i].rect;
    if (!same_layout) {
        if (kept.picture.size != picture.size) kept.picture.make(picture.size, 0);
        kept.drawn.assign(views.size(), {});
        kept.background_theme = picture.theme;
    }
    std::vector<ViewKey> wanted;
    for (const PictureView& view : views)
        wanted.push_back({view, picture.body, picture.theme, picture.scale, picture.style, quality, skin.version(),
                          muscles ? muscles->version() : 0});
    const auto is_there = [&](size_t i) { return kept.drawn[i].serves(wanted[i]); };
    bool all_anew = true;
    for (size_t i = 0; i < wanted.size(); ++i) all_anew = all_anew && !is_there(i);
    // Fine views are made elsewhere and copied over what is there.
    const bool clear_at_once = !same_layout || (all_anew && quality == Quality::draft);
    // Nothing waits for a fine picture, and it is the last one before the program rests.
    Pace pace(quality == Quality::fine ? Pace::Kind::frugal : Pace::Kind::swift);
    if (clear_at_once) {
        Impl::clear(kept.picture.framebuffer, {0, 0}, picture.size, picture.theme);
        if (quality == Quality::fine) pace.piece_done();
    }
    Target multisampled;  // several times the picture's size, and of no use between two fine pictures
    const Impl::Models models{skin, muscles, pace};
    std::vector<bool> drawn_now(views.size(), false);
    for (size_t i = 0; i < views.size(); ++i) {
        const PictureView& view = views[i];
        const Inset* inset = i < picture.views.size() ? nullptr : &picture.insets[i - picture.views.size()];
        if (is_there(i) && !(inset && drawn_now[static_cast<size_t>(inset->view)])) continue;
        const glm::ivec2 size{view.rect.width, view.rect.height};
        if (size.x <= 0 || size.y <= 0) continue;
        const glm::ivec2 origin{static_cast<int>(view.rect.x), picture.size.y - static_cast<int>(view.rect.y) - size.y};
        // Lines bring their own smoothing.
        if (quality == Quality::fine && picture.style == Style::shaded) {
            if (multisampled.size.x < size.x || multisampled.size.y < size.y) {
                multisampled.make(max(multisampled.size, size), samples);
            }
            Impl::clear(multisampled.framebuffer, {0, 0}, multisampled.size, picture.theme);
            self.draw(view, picture, models, quality, multisampled.framebuffer, {0, 0}, size);
            glBindFramebuffer(GL_READ_FRAMEBUFFER, multisampled.framebuffer);
            glBindFramebuffer(GL_DRAW_FRAMEBUFFER, kept.picture.framebuffer);
            // A blit honours the scissor of the framebuffer it writes to, and multisampled ones can't be moved: out
            // and into place are two steps only where the driver says so; Mesa and all others take one.
            glScissor(0, 0, picture.size.x, picture.size.y);
            glBlitFramebuffer(0, 0, size.x, size.y, origin.x, origin.y, origin.x + size.x, origin.y + size.y,
                              GL_COLOR_BUFFER_BIT, GL_NEAREST);
        } else {
            if ((!clear_at_once || inset) && picture.style == Style::shaded)
                Impl::clear(kept.picture.framebuffer, origin, size, picture.theme);
            self.draw(view, picture, models, quality, kept.picture.framebuffer, origin, size);
        }
        pace.piece_done();
        kept.drawn[i] = wanted[i];
        drawn_now[i] = true;
        ++self.views_drawn;
    }
    self.line_art.release();
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glUseProgram(0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return kept.picture.texture;
}

Image Renderer::read_back() const {
    Image image;
    image.size = impl_->kept[0].picture.size;
    const size_t row = static_cast<size_t>(image.size.x) * 4;
    std::vector<std::uint8_t> bottom_up(row * static_cast<size_t>(image.size.y));
    glBindFramebuffer(GL_FRAMEBUFFER, impl_->kept[0].picture.framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, image.size.x, image.size.y, GL_RGBA, GL_UNSIGNED_BYTE, bottom_up.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    image.rgba.resize(bottom_up.size());
    for (size_t y = 0; y < static_cast<size_t>(image.size.y); ++y) {
        std::memcpy(&image.rgba[y * row], &bottom_up[(static_cast<size_t>(image.size.y) - 1 - y) * row], row);
    }
    return image;
}

int Renderer::views_drawn() const { return impl_->views_drawn; }

}  // namespace myomap
