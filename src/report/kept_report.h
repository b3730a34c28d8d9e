#pragma once
// The report of what a window shows, made anew only when what it says may have changed.

#include "report/report.h"

namespace myomap {

class KeptReport {
public:
    // Stays until the next call. The scene is always the same but for the language of its texts.
    const Report& of(const Scene& scene, const Document& document, const ReportOptions& options) {
        const Language language = scene.atlas.language;
        if (made_ && document == document_ && options == options_ && language == language_) return report_;
        report_ = make_report(scene, document, options, answers_);
        made_ = true;
        document_ = document;
        options_ = options;
        language_ = language;
        return report_;
    }

private:
    bool made_ = false;
    Document document_;
    ReportOptions options_;
    Language language_{};
    Answers answers_;
    Report report_;
};

}  // namespace myomap
