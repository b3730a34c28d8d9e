#pragma once
// Who learns, how much a day, and the files of what was learned: profiles, limits, backup, export, reset.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/message.h"
#include "export/letterhead.h"
#include "study/session.h"
#include "ui/panels/folder_list.h"
#include "ui/ui.h"

namespace myomap {

enum class StudyTab { learner, exam, anki };

class StudyDialog {
public:
    void open(Ui& ui, StudyTab tab);
    // While Overlay::study is open, each frame.
    void draw(Ui& ui, StudySession& session, const std::vector<std::string>& troubles,
              const std::function<void(const ExamRequest&)>& begin_exam);
    // It is not open.
    void rest() { open_ = false; }

private:
    bool open_ = false;
    StudyTab tab_ = StudyTab::learner;
    int count_ = 20;
    std::string seed_ = "1";
    std::string exam_path_, result_path_, anki_path_;
    std::string own_;   // the name of a muscle, being typed
    std::string name_;  // of a learner to be added
    std::string path_;  // of a backup or table
    std::string done_, error_;

    // Answers that go for good: what is asked of whom, the button that does it, what is said then.
    struct Loss {
        const char *asks, *label, *done;
        void (Progress::*act)(std::int64_t learner);
    };
    void ask_to_lose(Ui& ui, StudySession& session, const Learner& learner, const Loss& loss);
    void draw_learners(Ui& ui, StudySession& session, float width);
    void draw_limits(Ui& ui, StudySession& session, float width);
    void draw_own(Ui& ui, StudySession& session, float width);
    void draw_exam(Ui& ui, StudySession& session, const std::function<void(const ExamRequest&)>& begin_exam,
                   float width);
    void draw_result_files(Ui& ui, StudySession& session, float width);
    void draw_anki(Ui& ui, StudySession& session, float width);
    std::shared_ptr<const PageLetterhead> letterhead(const Ui& ui);
    void draw_files(Ui& ui, StudySession& session, float width);
    void write(Ui& ui, const std::vector<std::filesystem::path>& files, std::function<std::string(Ui&)> act);
    void try_it(Ui& ui, const std::function<std::string()>& act);
};

}  // namespace myomap
