#pragma once
// Left of Study: who learns, the decks and what is due in them, which kinds of question are asked. It owns the session,
// and keeps the chart showing what the session asks.

#include <memory>
#include <optional>
#include <string>

#include "study/session.h"
#include "study/statistics.h"
#include "ui/panel.h"
#include "ui/panels/study_dialog.h"
#include "ui/ui.h"

namespace myomap {

enum class StudyPage { learn, figures };

class StudyPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;
    void draw_dialogs(Ui& ui) override;
    // Stops asking; then there is nothing of its own.
    bool escape(Ui& ui) override;
    std::vector<Message> would_be_lost(Ui& ui) override;

    void enter(Ui& ui);
    void leave(Ui& ui);

    // Each frame before the chart is drawn: what was changed elsewhere (figure, language, theme, a stroke) is followed.
    void update(Ui& ui);

    StudySession& session() { return *session_; }
    StudyPage page() const { return page_; }
    void show_page(Ui& ui, StudyPage page);

    void begin(Ui& ui);                     // the next card of the deck
    void ask(Ui& ui, const CardKey& card);  // that card
    void begin_exam(Ui& ui, const ExamRequest& request);
    void next(Ui& ui);
    // The answer that stands on the body or in the ticks; nothing where there is none yet.
    void done(Ui& ui);
    bool can_be_done(const Ui& ui) const;
    void paint_again(Ui& ui);
    void answered(Ui& ui);  // after any answer: the chart shows the right one

    void clicked(Ui& ui, const Hit& hit);
    bool takes_clicks() const;
    std::string status(const Ui& ui, const Hit& hit);

    std::string typed;        // the name that is being typed
    bool take_field = false;  // the keyboard goes there with the next frame
    bool four = false;        // the four choices are shown instead
    std::vector<bool> ticked;
    const std::optional<SkinPoint>& place() const { return place_; }

    // What the answers say; worked out when first asked for after the last one.
    const StudyFigures& figures();
    const std::map<int, float>& known();

    // What has to be said about the file and the clock, a notice each.
    std::vector<std::string> troubles(const Ui& ui) const;
    // What is to be done, and on which side of the patient.
    std::string instruction(const Ui& ui) const;

    StudyDialog dialog;

private:
    // What the chart was made for.
    struct Shown {
        StudyStep step = StudyStep::idle;
        StudyPage page = StudyPage::learn;
        CardKey card;
        BodyId body = BodyId::adult_male;
        Theme theme = Theme::light;
        Language language;
        int answers = 0;
        bool operator==(const Shown&) const = default;
    };
    std::unique_ptr<StudySession> session_;
    StudyPage page_ = StudyPage::learn;
    std::optional<DocumentHistory> before_;  // as the document was before this mode
    SideChoice side_ = SideChoice::right;
    std::optional<Shown> shown_;
    QuestionChart chart_;
    SharedList<PainArea> painted_;
    std::optional<SkinPoint> place_;
    bool place_shown_ = false;
    int answers_ = 0;  // counted, so that what depends on them is worked out anew
    std::optional<std::pair<int, StudyFigures>> figures_;
    Message figures_problem_;
    std::optional<std::pair<int, std::map<int, float>>> known_;

    void open_session(Ui& ui);
    View wanted_view(const Ui& ui) const;
    void show_chart(Ui& ui, const Shown& now);
    void lay_over(Ui& ui);
    void draw_head(Ui& ui);
    void draw_decks(Ui& ui);
    void draw_kinds(Ui& ui);
    void draw_papers(Ui& ui);
    void draw_leeches(Ui& ui);
    SparseField painted_field(const Ui& ui) const;
};

}  // namespace myomap
