#include "cli/chart_file.h"

#include <cstdio>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "cli/terminal.h"

namespace myomap {

LoadedDrawing open_chart_file(const Scene& scene, const std::string& file, const char* prefix) {
    // Both figures have one mesh.
    LoadedDrawing loaded = load_drawing(file, topology_of(scene.body(BodyId::adult_male).skin()));
    for (const Problem& problem : loaded.problems)
        complain(scene.phrase(prefix, words(scene.phrases(), message_of(problem))));
    return loaded;
}

std::string body_asked(const CLI::App& command, const std::string& body, const LoadedDrawing& chart) {
    if (command.count("--body") > 0 || !chart.drawing || !chart.drawing->view) return body;
    return chart.drawing->view->body == BodyId::adult_female ? "female" : "male";
}

std::shared_ptr<const PageLetterhead> letterhead_of_settings(const Phrases& phrases) {
    Message problem;
    auto letterhead = open_letterhead(letterhead_file(), problem);
    if (!problem.empty()) complain(words(phrases, problem));
    return letterhead;
}

}  // namespace myomap
