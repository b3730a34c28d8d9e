#include "export/export.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "export/chart_painter.h"
#include "export/page_error.h"
#include "export/page_text.h"
#include "export/pdf_page.h"
#include "export/png.h"

namespace myomap {

std::string export_format(const std::filesystem::path& path) {
    std::string suffix = path.extension().string();
    std::ranges::transform(suffix, suffix.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (suffix == ".png") return "png";
    if (suffix == ".pdf") return "pdf";
    throw PageError(word("cannot tell the format of \"{}\"; give it the ending .png or .pdf"), {path.string()});
}

void export_chart(const Context& context, Renderer& renderer, const ChartExport& request) {
    const std::string format = export_format(request.path);
    // Opened first, so that an unwritable place is said before the work of drawing.
    AtomicFile file(request.path);
    ChartPainter painter(context, renderer);
    if (format == "png") {
        const Image image = chart_image(painter, request.document, request.size, request.scale);
        file.write(
            encode_png(image, {chart_title(context.scene(), request.document), context.scene().phrase(disclaimer)}));
    } else {
        file.write(pdf_page(painter, request.document, request.paper, request.landscape, request.dpi));
    }
    file.commit();
}

}  // namespace myomap
