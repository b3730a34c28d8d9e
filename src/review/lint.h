#pragma once
// Says what in a dataset is well-formed and yet most likely a mistake: geometry that looks wrong on a body, words that
// name another muscle. Every finding is a warning; a reviewer decides.

#include <array>

#include "atlas/atlas.h"
#include "base/json_document.h"
#include "base/problem.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/muscles.h"

namespace myomap {

struct LintInput {
    const Atlas& atlas;            // in English, read without errors, so that its indices are those of the files
    const JsonDocument& document;  // the file it was read from
    const JsonDocument& texts;     // and that of its English texts
    std::array<const Body*, 2> bodies;
    std::array<const AtlasFields*, 2> fields;
    std::array<const Muscles*, 2> muscles;
    Problems found = {};  // what the readers found (texts that are missing in a translation); joins the list
};

// Sorted by file and line. Evaluates every field of both bodies; the two at once on two threads.
Problems lint(const LintInput& input);

}  // namespace myomap
