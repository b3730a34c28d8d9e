#pragma once
// The clinic's letterhead as a form. A page inside a dialog.

#include <array>
#include <string>

#include "export/letterhead.h"

namespace myomap {

struct Ui;

class LetterheadForm {
public:
    enum class Answer { none, done, back };

    // Begins with what the file says.
    void open(const std::filesystem::path& file);
    // Fills the content region of the current ImGui window. `done`: it was written or taken away.
    Answer draw(Ui& ui);

private:
    std::filesystem::path file_;
    std::string name_, phone_, logo_, footer_;
    std::array<std::string, most_address_lines> address_;
    std::string kept_logo_;  // the copy that is there, as the field shows it
    std::string kept_name_;  // its name; "" for none
    bool was_there_ = false;
    std::string error_;

    bool save(const Ui& ui);
    void draw_fields(Ui& ui, float width);
};

}  // namespace myomap
