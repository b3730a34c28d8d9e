#pragma once
// Two histories of one document, by snapshot: of the drawing, and of selection and view. So undoing a stroke never
// turns the body, and going back to the last view never takes a stroke away. The scratch document is what is shown;
// commit() makes its changes steps.

#include <cstddef>
#include <utility>
#include <vector>

#include "base/message.h"
#include "chart/document.h"

namespace myomap {

enum class Merge { no, yes };

// The steps of one part of a document; `now` is that part of the scratch document.
template <class State>
class Steps {
public:
    explicit Steps(State start) : steps_{{std::move(start), {}}} {}

    // A step named by what the user did; nothing when nothing changed. Of two that `merge` and are named alike, the
    // second goes on with the first: what is typed is one step, not one a letter.
    void commit(const State& now, const Message& message, Merge merge) {
        if (now == steps_[at_].state) return;
        if (merge == Merge::yes && at_ > 0 && at_ + 1 == steps_.size() && steps_[at_].message == message) {
            steps_[at_].state = now;
            return;
        }
        steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, steps_.end());
        steps_.push_back({now, message});
        if (steps_.size() > limit) steps_.erase(steps_.begin());
        at_ = steps_.size() - 1;
    }
    bool can_go_back(const State& now) const { return at_ > 0 || now != steps_[at_].state; }
    bool can_go_forward() const { return at_ + 1 < steps_.size(); }
    // A change that is not a step yet is what is taken back first.
    void back(State& now) {
        if (now == steps_[at_].state && at_ > 0) --at_;
        now = steps_[at_].state;
    }
    void forward(State& now) {
        if (can_go_forward()) now = steps_[++at_].state;
    }
    // What back() would take back.
    const Message& last() const { return steps_[at_].message; }

private:
    struct Step {
        State state;
        Message message;
    };
    static constexpr std::size_t limit = 500;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
};

// What was drawn.
struct Drawn {
    Drawing drawing;
    SharedList<PainArea> question;
    bool operator==(const Drawn&) const = default;
};

// What is chosen and how it is looked at.
struct Standpoint {
    Selection selection;
    View view;
    bool operator==(const Standpoint&) const = default;
};

class DocumentHistory {
public:
    explicit DocumentHistory(Document start = {});

    const Document& document() const { return scratch_; }
    // Change this freely (a drag), then commit once.
    Document& scratch() { return scratch_; }
    // A step in the history of each part that changed.
    void commit(const Message& message, Merge merge = Merge::no);

    // Of the drawing.
    bool can_undo() const { return drawn_.can_go_back(drawn()); }
    bool can_redo() const { return drawn_.can_go_forward(); }
    void undo();
    void redo();
    const Message& undo_message() const { return drawn_.last(); }

    // Of selection and view.
    bool can_go_back() const { return standpoint_.can_go_back(standpoint()); }
    bool can_go_forward() const { return standpoint_.can_go_forward(); }
    void back();
    void forward();
    const Message& back_message() const { return standpoint_.last(); }

private:
    Drawn drawn() const { return {scratch_.drawing, scratch_.question}; }
    void draw(Drawn drawn);
    Standpoint standpoint() const { return {scratch_.selection, scratch_.view}; }
    void stand(Standpoint standpoint);

    Document scratch_;
    Steps<Drawn> drawn_;
    Steps<Standpoint> standpoint_;
};

}  // namespace myomap
