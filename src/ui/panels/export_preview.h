#pragma once
// What the export will look like, small. Drawn anew when the form changes, in the quiet after that.

#include <optional>
#include <string>

#include "export/exporter.h"
#include "ui/image_texture.h"

namespace myomap {

struct Ui;

class ExportPreview {
public:
    ExportPreview() = default;
    ExportPreview(const ExportPreview&) = delete;
    ExportPreview& operator=(const ExportPreview&) = delete;

    // In the middle of the box (window pixels) of the current ImGui window.
    void draw(Ui& ui, const Rect& box, const Exporter& exporter, const ChartExport& request);

private:
    struct Form {
        Document document;
        const Exporter* exporter = nullptr;
        glm::ivec2 size{};
        Paper paper = Paper::a4;
        bool landscape = false;
        std::optional<Wording> wording;
        std::shared_ptr<const PageLetterhead> letterhead;
        Language language;
        glm::ivec2 room{};

        bool operator==(const Form&) const = default;
    };
    void render(Ui& ui, const Exporter& exporter, const ChartExport& request, glm::ivec2 room);

    Form shown_, asked_;
    ImageTexture texture_;
    std::string failed_;
};

}  // namespace myomap
