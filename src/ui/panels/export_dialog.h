#pragma once
// Asks where and how to write the chart, shows what it will look like, and has it written.

#include <memory>
#include <string>

#include "export/exporter.h"
#include "ui/panels/export_preview.h"
#include "ui/panels/folder_list.h"
#include "ui/panels/letterhead_form.h"

namespace myomap {

struct Ui;

// Opens the dialog.
void open_export_dialog(Ui& ui);

class ExportDialog {
public:
    // While it is open, each frame. It begins with a name made from what is selected, in the folder of last time, and
    // with the choices of last time.
    void draw(Ui& ui);
    // It is not open.
    void rest() { open_ = false; }

private:
    enum class Page { form, folder, replace, letterhead };

    bool open_ = false;
    Page page_ = Page::form;
    std::string path_;  // one of the table's suffixes chooses its exporter
    const Exporter* exporter_ = exporters().front();
    ChartExport request_{.size = {1600, 1200}, .landscape = true};  // but for document and path
    bool open_when_done_ = false;
    std::string done_;  // "Saved ..."
    std::string error_;
    FolderList folders_;
    ExportPreview preview_;
    LetterheadForm form_;
    std::shared_ptr<const PageLetterhead> letterhead_;  // that is set; null for none
    std::string letterhead_problem_;
    bool with_letterhead_ = true;

    void begin(const Ui& ui);
    void choose(const Exporter& exporter);
    void write(Ui& ui);
    void leave_page(Ui& ui);
    void draw_form(Ui& ui);
    void draw_options(Ui& ui, float width);
    void draw_said(Ui& ui, bool size_ok);
    void draw_folder(Ui& ui);
    void draw_replace(Ui& ui);
    void read_letterhead(const Ui& ui);
    void draw_letterhead_option(Ui& ui, float width);
    void draw_letterhead(Ui& ui);
};

}  // namespace myomap
