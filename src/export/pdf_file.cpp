#include "export/pdf_file.h"

#include <cairo-pdf.h>

#include "base/word.h"
#include "export/page_date.h"
#include "export/page_error.h"

namespace myomap {

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(bytes);
    out.insert(out.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::vector<std::uint8_t> pdf_file(const Scene& scene, glm::vec2 size, const PdfFacts& facts,
                                   const std::function<void(cairo_t*)>& draw) {
    std::vector<std::uint8_t> bytes;
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(append, &bytes, size.x, size.y));
    const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface.get(), key, value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, facts.title);
    set(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
    set(CAIRO_PDF_METADATA_KEYWORDS, facts.keywords);
    set(CAIRO_PDF_METADATA_CREATOR, "Myomap, dataset " + scene.atlas.dataset_version);
    set(CAIRO_PDF_METADATA_CREATE_DATE, page_date() + "T00:00:00");
    draw(CairoPtr(cairo_create(surface.get())).get());
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw PageError(word("cannot make the PDF: {}"), {cairo_status_to_string(status)});
    return bytes;
}

}  // namespace myomap
