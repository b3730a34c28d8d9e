#pragma once
// Chooses what is told: which talk, which of its steps and in which order; keeps a choice under a name.

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "explain/step_set.h"
#include "ui/ui.h"

namespace myomap {

struct TalkChoice {
    std::filesystem::path talk;  // its file
    std::optional<StepSet> set;  // nothing: all steps as the talk has them

    bool operator==(const TalkChoice&) const = default;
};

class TalkDialog {
public:
    // While Overlay::talk is open, each frame. `told`: all steps of the chosen talk. Changes `choice` at once.
    void draw(Ui& ui, const std::vector<ToldStep>& told, TalkChoice& choice);
    // It is not open.
    void rest() { open_ = false; }

private:
    struct Row {
        std::string id, name;
        bool told = true, fixed = false;  // fixed: a warning sign
    };
    struct Named {
        std::filesystem::path file;
        std::string name;
    };
    bool open_ = false;
    std::vector<Named> talks_;
    StepSets kept_;
    bool can_write_ = false;  // there is a place for it, and what is there could be read
    std::string name_, error_;
    std::vector<Row> rows_;

    void begin(const Ui& ui, const TalkChoice& choice);
    void list_rows(const std::vector<ToldStep>& told, const TalkChoice& choice);
    StepSet chosen() const;
    void draw_kept(Ui& ui, float width, TalkChoice& choice);
    // True when something changed.
    bool draw_rows(Ui& ui, float height);
    void write(const Ui& ui);
};

}  // namespace myomap
