#pragma once
// The comparison of two charts as a file: a picture of before, after and what differs beside each other, or a page with
// that picture and what it says in words.

#include "app/context.h"
#include "export/comparison_request.h"
#include "render/renderer.h"

namespace myomap {

// Whether a page is meant, by the suffix. Throws PageError, which names the suffixes that there are.
bool is_comparison_page(const std::filesystem::path& path);

// Before, after and difference as they are drawn, of the request's size. Throws RenderError.
Image preview_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request);

// Throws PageError or FileError (nothing is left behind), RenderError or ResourceError.
void export_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request);

}  // namespace myomap
