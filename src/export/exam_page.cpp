#include "export/exam_page.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/palette.h"
#include "export/exam_blocks.h"
#include "export/page_date.h"
#include "export/pdf_file.h"
#include "export/question_picture.h"
#include "report/words.h"

namespace myomap {

namespace {

// All in points.
constexpr float hanging = 9;             // of what stands beside a bullet
constexpr float indent = 20;             // of what stands beside a question's number
constexpr float beside = 14;             // between a picture and what is beside it
constexpr float points_room = 48;        // at the right edge of a title
constexpr float text_scale = 1.08f;      // of what is written: read at arm's length
constexpr float key_picture = 190;       // its width
constexpr float wide_key_picture = 290;  // where all of a region is shown
constexpr float line_to_write = 26;      // from one to the next

std::string letter(std::size_t index) { return std::string(1, static_cast<char>('A' + index)); }

bool on_body(QuestionKind kind) { return kind == QuestionKind::locate_point || kind == QuestionKind::paint_zone; }

// Where one is answered by writing.
bool is_written(const ExamPaper& paper, const Question& question) { return paper.write_names && question.by_name; }

class Writer {
public:
    Writer(cairo_t* cr, const Scene& scene, const Questions& questions, const ExamPaper& paper, float width)
        : cr_(cr),
          scene_(scene),
          questions_(questions),
          paper_(paper),
          palette_(chart_palette(Theme::light)),
          styles_(palette_, text_scale),
          width_(width) {}

    std::vector<ExamBlock> paper() {
        std::vector<ExamBlock> blocks;
        blocks.push_back(head());
        for (std::size_t i = 0; i < paper_.exam.questions.size(); ++i) blocks.push_back(question(i));
        return blocks;
    }

    // To fill in: who, when, how many points.
    ExamBlock head() {
        ExamBlock block;
        const std::string all = fmt::format("/ {}", paper_.exam.questions.size());
        const struct {
            std::string label;
            float x, end;
        } fields[] = {{scene_.phrase(word("Name")), 0, 0.5f * width_},
                      {scene_.phrase(word("Date")), 0.53f * width_, 0.75f * width_},
                      {scene_.phrase(word("Points")), 0.78f * width_, width_ - 26}};
        for (const auto& field : fields) {
            const TextBlock label(cr_, {{field.label, styles_.body}}, width_);
            block.add(cr_, {{field.label, styles_.body}}, {field.x, 6}, width_);
            const float from = field.x + label.width() + 5;
            block.add_rule({from, 6 + label.first_baseline() + 1.5f}, field.end - from);
        }
        block.add(cr_, {{all, styles_.body}}, {width_ - 23, 6}, 30);
        return block;
    }

    std::vector<ExamBlock> key() {
        std::vector<ExamBlock> blocks;
        blocks.push_back(how_to_mark());
        for (std::size_t i = 0; i < paper_.exam.questions.size(); ++i) blocks.push_back(answer(i));
        add_sources(cr_, scene_, used_sources_, styles_, width_, blocks);
        return blocks;
    }

private:
    cairo_t* cr_;
    const Scene& scene_;
    const Questions& questions_;
    const ExamPaper& paper_;
    const ChartPalette& palette_;
    PageStyles styles_;
    float width_;
    std::set<std::string> used_sources_;

    // As lines a deep muscle would vanish behind the bones that it shines through otherwise.
    QuestionChart on_paper(QuestionKind kind, QuestionChart chart) const {
        chart.document.view.theme = Theme::light;
        chart.document.view.style = asked_of(kind) == AskedOf::muscle ? Style::shaded : paper_.style;
        return chart;
    }

    // Number and title; gives where what follows begins.
    float begin(ExamBlock& block, std::size_t index, bool with_points) {
        const Question& q = paper_.exam.questions[index];
        block.line_above = true;
        block.add(cr_, {{std::to_string(index + 1), styles_.heading}}, {0, 0}, indent);
        const float y = block.add(cr_, {{q.title, styles_.heading}}, {indent, 0}, width_ - indent - points_room);
        if (with_points) {
            const TextBlock of(cr_, {{"/ 1", styles_.body}}, points_room);
            block.add(cr_, {{"/ 1", styles_.body}}, {width_ - of.width(), 0.5f}, points_room);
            block.add_rule({width_ - of.width() - 24, of.first_baseline() + 1.5f}, 21);
        }
        return y + 2;
    }

    std::string task(const Question& q) const {
        const std::string side = side_words(scene_, asked_side(scene_, q, paper_.exam.view()));
        switch (q.card.kind) {
            case QuestionKind::locate_point:
                return scene_.phrase(word("Mark the place with one cross, on the {}."), side);
            case QuestionKind::paint_zone:
                return scene_.phrase(word("Shade where nearly everyone feels it; the point lies on the {}."), side);
            case QuestionKind::complaint:
                return q.instruction;
            default:
                return is_written(paper_, q) ? scene_.phrase(word("Write down the muscle's name."))
                                             : scene_.phrase(word("Tick one."));
        }
    }

    ExamBlock question(std::size_t index) {
        const Question& q = paper_.exam.questions[index];
        ExamBlock block;
        float y = begin(block, index, true);
        y = block.add(cr_, {{task(q), styles_.body}}, {indent, y}, width_ - indent);
        if (!q.caution.empty()) y = block.add(cr_, {{q.caution, styles_.small}}, {indent, y + 1}, width_ - indent);
        y += 6;
        QuestionChart chart = on_paper(q.card.kind, asked_chart(scene_, q, paper_.exam.view()));
        if (on_body(q.card.kind)) {
            block.figure = {std::move(chart), 0, y, width_, 235, 330};
            return block;
        }
        const float picture = picture_share(q.card.kind) * width_;
        block.figure = {std::move(chart), 0, y, picture, 150, 270};
        const float x = picture + beside, room = width_ - x;
        if (is_written(paper_, q)) {
            for (int i = 0; i < 2; ++i) block.add_rule({x, y + line_to_write * static_cast<float>(i + 1)}, room);
        } else if (asked_of(q.card.kind) == AskedOf::complaint) {
            add_ticks(block, q, {x, y}, room);
        } else {
            for (std::size_t i = 0; i < q.options.size(); ++i)
                y = option(block, i, q.options[i].text, {x, y}, room) + 6;
        }
        return block;
    }

    static float picture_share(QuestionKind kind) {
        switch (kind) {
            case QuestionKind::whose_pattern:
                return 0.6f;
            case QuestionKind::name_muscle:
                return 0.48f;
            case QuestionKind::complaint:  // long names of muscles in two columns beside it
                return 0.4f;
            default:
                return 0.36f;
        }
    }

    // A box, its letter, and what it stands for.
    float option(ExamBlock& block, std::size_t index, const std::string& text, glm::vec2 at, float room) {
        const TextBlock first(cr_, {{letter(index), styles_.strong}}, room);
        block.add_box({at.x, at.y + first.first_baseline() - ExamBlock::box_size + 0.8f});
        block.add(cr_, {{letter(index), styles_.strong}}, {at.x + ExamBlock::box_size + 5, at.y}, 14);
        return block.add(cr_, {{text, styles_.body}}, {at.x + ExamBlock::box_size + 19, at.y},
                         room - ExamBlock::box_size - 19);
    }

    // Muscles in two columns, then signs below each other.
    void add_ticks(ExamBlock& block, const Question& q, glm::vec2 at, float room) {
        std::vector<std::size_t> muscles, signs;
        for (std::size_t i = 0; i < q.options.size(); ++i) (q.options[i].sign ? signs : muscles).push_back(i);
        float y = block.add(cr_, {{scene_.phrase(word("Muscles")), styles_.small_strong}}, at, room) + 3;
        const std::size_t rows = (muscles.size() + 1) / 2;
        const float column = (room - 8) / 2;
        for (std::size_t row = 0; row < rows; ++row) {
            float end = 0;
            for (const std::size_t k : {row, row + rows})
                if (k < muscles.size())
                    end = std::max(end, option(block, muscles[k], q.options[muscles[k]].text,
                                               {at.x + (k == row ? 0 : column + 8), y}, column));
            y = end + 3;
        }
        if (signs.empty()) return;
        y = block.add(cr_, {{scene_.phrase(word("Warning signs to ask about first")), styles_.small_strong}},
                      {at.x, y + 4}, room) +
            3;
        for (const std::size_t k : signs) y = option(block, k, q.options[k].text, {at.x, y}, room) + 3;
    }

    // ---- the key

    ExamBlock how_to_mark() {
        ExamBlock block;
        float y = block.add(cr_, {{scene_.phrase(word("How to mark")), styles_.heading}}, {0, 0}, width_) + 2;
        const auto has = [&](auto&& of) { return std::ranges::any_of(paper_.exam.questions, of); };
        const auto line = [&](const std::string& text) {
            block.add(cr_, {{"\u2022", styles_.body}}, {0, y}, hanging);
            y = block.add(cr_, {{text, styles_.body}}, {hanging, y}, width_ - hanging) + 2;
        };
        line(scene_.phrase(word("Each question is worth one point.")));
        if (has([](const Question& q) { return q.card.kind == QuestionKind::locate_point; }))
            line(scene_.phrase(
                word("A cross within the disc is right; one just outside of it, by less than half of its radius, is "
                     "half right. On so small a figure a millimetre more or less doesn't count.")));
        if (has([](const Question& q) { return q.card.kind == QuestionKind::paint_zone; }))
            line(scene_.phrase(word(
                "A shaded zone has a full point where three quarters of the essential zone are shaded and three "
                "quarters of the shading lie in the zones or within a centimetre (of the body) of them; half a point "
                "where it is about half of both; none on the wrong side. Nothing is lost for spillover left out.")));
        if (has([](const Question& q) { return asked_of(q.card.kind) == AskedOf::complaint; }))
            line(
                scene_.phrase(word("Of ticks the share of the right ones that were ticked, less the share of the wrong "
                                   "ones; never below nothing.")));
        if (has([&](const Question& q) { return is_written(paper_, q); }))
            line(
                scene_.phrase(word("A name is right in any language, with slips of spelling; the whole muscle instead "
                                   "of its part is half right.")));
        return block;
    }

    std::string right_words(const Question& q) const {
        if (on_body(q.card.kind)) return right_answer(scene_, questions_, q, paper_.exam.request.body);
        std::vector<std::string> muscles, signs;
        for (std::size_t i = 0; i < q.options.size(); ++i)
            if (q.options[i].right)
                (q.options[i].sign ? signs : muscles).push_back(letter(i) + "\u00a0\u00a0" + q.options[i].text);
        if (is_written(paper_, q)) return right_answer(scene_, questions_, q, paper_.exam.request.body);
        std::string words = join(muscles, "    ");
        if (!signs.empty()) words += "\n" + scene_.phrase(word("To be asked first: {}"), join(signs, "    "));
        return words;
    }

    ExamBlock answer(std::size_t index) {
        const Question& q = paper_.exam.questions[index];
        const BodyId body = paper_.exam.request.body;
        const Lesson lesson = questions_.lesson(q.card, body);
        const View view = paper_.exam.view();
        const float tolerance = q.about.muscle < 0 ? 0 : questions_.tolerance_cm(q.about.muscle, body);
        ExamBlock block;
        const float top = begin(block, index, false) + 3;
        const float picture = on_body(q.card.kind) ? wide_key_picture : key_picture;
        const float x = indent + picture + beside, room = width_ - x;
        float y = block.add(cr_, {{right_words(q), styles_.strong}}, {x, top}, room) + 3;
        const auto add = [&](const std::string& text, const TextStyle& style) {
            if (!text.empty()) y = block.add(cr_, {{text, style}}, {x, y}, room) + 2;
        };
        if (q.card.kind == QuestionKind::locate_point)
            add(scene_.phrase(word("The disc: within {} cm over the skin."), fmt::format("{:.1f}", tolerance)),
                styles_.body);
        for (std::size_t i = 0; i < lesson.remember.size(); ++i)
            if (!on_body(q.card.kind) || i > 0) add(lesson.remember[i], styles_.body);
        for (const Confusion& confusion : lesson.confusions)
            add(confusion.counts && q.by_name
                    ? scene_.phrase(word("Also right: {}. {}"), {confusion.name, confusion.how})
                    : scene_.phrase(word("Easily taken for {}: {}"), {confusion.name, confusion.how}),
                styles_.body);
        add(grounds(lesson), styles_.small);
        used_sources_.insert(lesson.sources.begin(), lesson.sources.end());
        block.figure = {on_paper(q.card.kind, key_chart(scene_, q, view, tolerance)), indent, top, picture, 115, 190};
        return block;
    }
};

PageHeading heading_of(const Scene& scene, const ExamPaper& paper, const std::string& kind, const std::string& title) {
    const Exam& exam = paper.exam;
    const std::string seed = scene.phrase(word("Seed {}"), std::to_string(exam.request.seed));
    return {.kind = "MYOMAP \u00b7 " + kind,
            .day = {},
            .title = title,
            .parts = {{.text = scene.phrase_count(word("{} questions"), exam.questions.size())},
                      {.text = scene.phrase_count(word("{} points to reach"), exam.questions.size())},
                      {.text = body_words(scene, exam.request.body)},
                      {.text = seed}},
            .further = title + " \u00b7 " + seed};
}

}  // namespace

std::string exam_title(const Scene& scene, const Deck& deck) { return scene.phrase(word("Exam: {}"), deck.name); }

std::vector<std::uint8_t> exam_page(const Context& context, Renderer& renderer, const ExamPaper& paper) {
    ChartPainter painter(context, renderer);
    const Scene scene = context.scene();
    const Questions questions(scene);
    const glm::vec2 size = paper_size(paper.paper, false);
    const PageHeading heading = heading_of(scene, paper, scene.phrase(word("EXAM")), paper.title);
    return pdf_file(scene, size, {paper.title, disclaimer(scene)}, [&](cairo_t* cr) {
        const PageFrame sheet(cr, size, scene, heading, paper.letterhead.get());
        std::vector<ExamBlock> blocks = Writer(cr, scene, questions, paper, sheet.width()).paper();
        draw_exam_blocks(cr, &painter, sheet, blocks, sheet.top(), paper.dpi);
    });
}

std::vector<std::uint8_t> exam_key_page(const Context& context, Renderer& renderer, const ExamPaper& paper) {
    ChartPainter painter(context, renderer);
    const Scene scene = context.scene();
    const Questions questions(scene);
    const glm::vec2 size = paper_size(paper.paper, false);
    const std::string title = scene.phrase(word("{} · key"), paper.title);
    const PageHeading heading = heading_of(scene, paper, scene.phrase(word("KEY TO AN EXAM")), title);
    return pdf_file(scene, size, {title, disclaimer(scene)}, [&](cairo_t* cr) {
        const PageFrame sheet(cr, size, scene, heading, paper.letterhead.get());
        std::vector<ExamBlock> blocks = Writer(cr, scene, questions, paper, sheet.width()).key();
        draw_exam_blocks(cr, &painter, sheet, blocks, sheet.top(), paper.dpi);
    });
}

}  // namespace myomap
