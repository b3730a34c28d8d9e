#include "export/anki_notes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <glm/geometric.hpp>

#include "base/text.h"
#include "base/word.h"
#include "export/jpeg.h"
#include "export/question_picture.h"
#include "finder/point_pattern.h"
#include "study/exam.h"
#include "study/shuffle.h"

namespace myomap {

namespace {

constexpr glm::ivec2 wide{900, 540}, narrow{720, 560};  // pixels, for a telephone held upright too
constexpr float scale = 1.35f;                          // of text and marks
constexpr int jpeg_quality = 84;

// A box in pixels of a picture.
struct Box {
    glm::vec2 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};

    bool empty() const { return low.x > high.x; }
    void add(glm::vec2 p, float round) {
        low = glm::min(low, p - round);
        high = glm::max(high, p + round);
    }
};

bool faces(const PictureView& view, const glm::vec3& normal) {
    // A little past the silhouette, where paint bleeds over.
    return (view.camera.orientation * normal).z > -0.2f;
}

std::optional<AnkiMask> within(const Box& box, const PictureView& view, glm::ivec2 size) {
    const Rect& rect = view.rect;
    const glm::vec2 low = glm::max(box.low, glm::vec2{rect.x, rect.y});
    const glm::vec2 high = glm::min(box.high, glm::vec2{rect.x + rect.width, rect.y + rect.height});
    if (box.empty() || low.x >= high.x || low.y >= high.y) return {};
    const glm::vec2 whole(size);
    return AnkiMask{low.x / whole.x, low.y / whole.y, (high.x - low.x) / whole.x, (high.y - low.y) / whole.y};
}

// Larger than the zone, so that the hidden box doesn't draw it.
std::vector<AnkiMask> masks_of_zone(const Body& body, const SparseField& zone, const Picture& picture) {
    constexpr float room_cm = 3;
    std::vector<AnkiMask> masks;
    for (const PictureView& view : picture.views) {
        Box box;
        for (const std::uint32_t v : zone.vertices)
            if (faces(view, body.skin().normals[v]))
                box.add(project(view, body.skin().positions[v]), room_cm * pixels_per_cm(view));
        if (const auto mask = within(box, view, picture.size)) masks.push_back(*mask);
    }
    return masks;
}

// Much larger than the tolerance, and the place is not in its middle, or it would be the answer. `name` chooses where.
std::vector<AnkiMask> masks_of_place(const SkinPoint& place, float tolerance_cm, const std::string& name,
                                     const Picture& picture) {
    const float round_cm = std::max(7.f, 3 * tolerance_cm), free_cm = round_cm - 1.5f * tolerance_cm - 0.5f;
    Chance chance(0, name);
    const auto aside = [&] { return free_cm * (static_cast<float>(chance.below(201)) / 100 - 1); };
    const glm::vec3 middle = place.position + glm::vec3{aside(), aside(), aside()};
    std::vector<AnkiMask> masks;
    for (const PictureView& view : picture.views) {
        Box box;
        box.add(project(view, middle), round_cm * pixels_per_cm(view));
        if (const auto mask = within(box, view, picture.size)) masks.push_back(*mask);
    }
    return masks;
}

class NoteMaker {
public:
    NoteMaker(const Context& context, Renderer& renderer, const AnkiRequest& request)
        : request_(request), scene_(context.scene()), questions_(scene_), painter_(context, renderer) {
        view_.body = request.body;
        view_.side = request.side;
    }

    AnkiPackage make(const AnkiProgress& progress) {
        package_.deck_id = request_.deck.id;
        package_.deck_name = "Myomap::" + request_.deck.name;
        const std::vector<CardKey> cards = cards_of(scene_, request_.deck, request_.kinds, request_.body);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (progress && !progress(i, cards.size())) break;
            add(cards[i]);
        }
        if (progress) progress(package_.notes.size(), cards.size());
        return std::move(package_);
    }

private:
    const AnkiRequest& request_;
    const Scene scene_;
    const Questions questions_;
    ChartPainter painter_;
    View view_;
    AnkiPackage package_;

    void add(const CardKey& card) {
        const Question question = questions_.ask(card, request_.body, 0);
        const Lesson lesson = questions_.lesson(card, request_.body);
        AnkiNote note{.key = to_text(card), .tags = tags(card)};
        switch (card.kind) {
            case QuestionKind::paint_zone:
            case QuestionKind::locate_point:
                occlude(note, question, lesson);
                break;
            default:
                ask(note, question, lesson);
        }
        package_.notes.push_back(std::move(note));
    }

    std::vector<std::string> tags(const CardKey& card) const {
        std::vector<std::string> all{"myomap::kind::" + std::string(to_text(card.kind))};
        if (const auto index = muscle_of(scene_.atlas, card)) {
            const Muscle& muscle = scene_.atlas.muscles[static_cast<std::size_t>(*index)];
            all.push_back("myomap::region::" + muscle.region);
            all.push_back("myomap::muscle::" + muscle.id);
        } else {
            all.push_back("myomap::complaint::" + card.of);
        }
        return all;
    }

    // The same name for the same picture, whenever it is made; another one where something else is seen.
    std::string file_name(const CardKey& card) const {
        std::string name =
            fmt::format("myomap-{}-{}-{}-{}-{}.jpg", to_text(card.kind), card.of, to_text(request_.body),
                        request_.side == SideChoice::left ? "left" : "right", scene_.atlas.language.code());
        std::ranges::replace(name, '/', '-');
        return name;
    }

    // Keeps it and gives what a field shows it by.
    std::string keep(const CardKey& card, const Image& image) {
        const std::string name = file_name(card);
        package_.media[name] = encode_jpeg(image, jpeg_quality);
        return html_picture(name);
    }

    std::string heading(const Question& q) const {
        std::string html = html_text(q.title);
        if (!q.caution.empty()) html += "<br><small>" + html_text(q.caution) + "</small>";
        return html;
    }

    std::string remembered(const Question& q, const Lesson& lesson, std::size_t first) const {
        std::vector<std::string> lines;
        for (std::size_t i = first; i < lesson.remember.size(); ++i) lines.push_back(html_text(lesson.remember[i]));
        for (const Confusion& confusion : lesson.confusions)
            lines.push_back(
                html_text(confusion.counts && q.by_name
                              ? scene_.phrase(word("Also right: {}. {}"), {confusion.name, confusion.how})
                              : scene_.phrase(word("Easily taken for {}: {}"), {confusion.name, confusion.how})));
        return join(lines, "<br>");
    }

    std::string sources(const Lesson& lesson) const {
        std::vector<std::string> parts{capitalised(lesson.confidence_words)};
        if (const std::string titles = source_titles(scene_, lesson); !titles.empty()) parts.push_back(titles);
        parts.push_back("Myomap " + scene_.atlas.dataset_version + ", " + scene_.atlas.license);
        return html_text(join(parts, " \u00b7 "));
    }

    void ask(AnkiNote& note, const Question& q, const Lesson& lesson) {
        std::string picture;
        const bool shown = q.card.kind == QuestionKind::name_muscle || q.card.kind == QuestionKind::whose_pattern ||
                           q.card.kind == QuestionKind::complaint;
        if (shown)
            picture = keep(q.card, question_image(painter_, asked_chart(scene_, q, view_),
                                                  q.card.kind == QuestionKind::name_muscle ? narrow : wide, scale)
                                       .image);
        note.kind = AnkiNoteKind::basic;
        note.fields = {note.key,       heading(q), picture, html_text(lesson.answer), remembered(q, lesson, 0),
                       sources(lesson)};
    }

    void occlude(AnkiNote& note, const Question& q, const Lesson& lesson) {
        const float tolerance = questions_.tolerance_cm(q.about.muscle, request_.body);
        QuestionChart chart = key_chart(scene_, q, view_, tolerance);
        // As it is asked: a frame of the zone alone would tell where it lies.
        chart.frame = asked_chart(scene_, q, view_).frame;
        chart.document.view.show_labels = false;
        const QuestionImage made = question_image(painter_, chart, wide, scale);
        const Side side = asked_side(scene_, q, view_);
        const std::vector<AnkiMask> masks =
            q.card.kind == QuestionKind::paint_zone
                ? masks_of_zone(scene_.body(request_.body), pattern_of(scene_, request_.body, q.about, side).any,
                                made.picture)
                : masks_of_place(scene_.body_fields(request_.body).place(q.about, side), tolerance, note.key,
                                 made.picture);
        note.kind = AnkiNoteKind::occlusion;
        std::string back = "<b>" + html_text(right_answer(scene_, questions_, q, request_.body)) + "</b>";
        if (const std::string more = remembered(q, lesson, 1); !more.empty()) back += "<br>" + more;
        note.fields = {occlusion_text(masks), keep(q.card, made.image), heading(q), back, sources(lesson)};
    }
};

}  // namespace

AnkiPackage anki_notes(const Context& context, Renderer& renderer, const AnkiRequest& request,
                       const AnkiProgress& progress) {
    return NoteMaker(context, renderer, request).make(progress);
}

}  // namespace myomap
