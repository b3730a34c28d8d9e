#pragma once
// Undo by snapshot. The scratch document is what is shown; commit() makes it a step.

#include <cstddef>
#include <string>
#include <vector>

namespace myomap {

template <class Document>
class Undo {
public:
    explicit Undo(Document start = {}) : steps_{{std::move(start), "start"}}, scratch_(steps_.front().document) {}

    const Document& document() const { return scratch_; }
    // Change this freely (a drag), then commit once.
    Document& scratch() { return scratch_; }

    // A step named by what the user did ("Select trapezius_upper/TrP1"); nothing when nothing changed.
    void commit(std::string message) {
        if (scratch_ == steps_[at_].document) return;
        steps_.resize(at_ + 1);
        steps_.push_back({scratch_, std::move(message)});
        if (steps_.size() > limit) steps_.erase(steps_.begin());
        at_ = steps_.size() - 1;
    }
    bool can_undo() const { return at_ > 0 || scratch_ != steps_[at_].document; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }
    void undo() {
        if (scratch_ != steps_[at_].document) {
            scratch_ = steps_[at_].document;
            return;
        }
        if (at_ > 0) scratch_ = steps_[--at_].document;
    }
    void redo() {
        if (can_redo()) scratch_ = steps_[++at_].document;
    }
    // What undo() would take back; "" when nothing.
    std::string undo_message() const { return at_ > 0 ? steps_[at_].message : std::string{}; }

private:
    struct Step {
        Document document;
        std::string message;
    };
    static constexpr std::size_t limit = 500;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    Document scratch_;
};

}  // namespace myomap
