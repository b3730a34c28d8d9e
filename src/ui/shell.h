#pragma once
// The window's layout: which panel is where. Draws one whole frame. It knows no mode by name.

#include "ui/panels/compare_dialog.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/file_dialog.h"
#include "ui/panels/message_banner.h"
#include "ui/ui.h"

namespace myomap {

struct ShellLayout {
    Rect top, left, banner, strip, rail, bar, chart, right, status;  // width 0: not shown
};

class Shell {
public:
    ShellLayout layout(const Ui& ui, glm::vec2 size) const;
    void draw(Ui& ui, glm::vec2 size);
    MessageBanner& banner() { return banner_; }
    ExportDialog& export_dialog() { return export_dialog_; }

private:
    MessageBanner banner_;
    ExportDialog export_dialog_;
    FileDialog file_dialog_;
    CompareDialog compare_dialog_;
};

}  // namespace myomap
