#pragma once
// What the commands that are given a chart file share.

#include <memory>
#include <string>

#include "app/context.h"
#include "chart/drawing_json.h"
#include "cli/chart_options.h"
#include "export/letterhead.h"

namespace myomap {

// What is wrong with the file is said on standard error; `prefix`, a phrase with a blank for it, says of which file.
LoadedDrawing open_chart_file(const Scene& scene, const std::string& file, const char* prefix = "{}");

// The figure that --body asks for; where it is not given the one that the chart was last looked at on, if it says so.
std::string body_asked(const CLI::App& command, const std::string& body, const LoadedDrawing& chart);

// The one of the settings, null where there is none. What is wrong with it is said on standard error.
std::shared_ptr<const PageLetterhead> letterhead_of_settings(const Phrases& phrases);

}  // namespace myomap
