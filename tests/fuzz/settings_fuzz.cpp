// settings.json. What was read can be written and read again; and what a learner chose, which is JSON in a database.

#include "json_harness.h"
#include "study/learner.h"
#include "ui/settings.h"

namespace myomap::fuzz {
namespace {

void run(std::string_view bytes) {
    const auto file = file_of(bytes, "settings.json");
    const Settings settings = read_settings(file);
    require(settings.recent_charts.files.size() <= RecentFiles::most, "too many recent charts");
    write_settings(file, settings);
    require(read_settings(file) == settings, "written and read again it is another");
    const std::string text(bytes);
    const LearnerSettings learner = learner_settings(text);
    require(learner_settings(to_json(learner, text)) == learner, "written and read again the learner's is another");
}

std::vector<std::string> seeds() {
    const auto file = file_of("", "settings.json");
    Settings settings{.size = {1280, 800}, .scale = 1.5f, .theme = Theme::dark, .export_folder = "/home/ada"};
    settings.recent_charts.add("/home/ada/visit.myomap");
    write_settings(file, settings);
    return {bytes_of(file), to_json(LearnerSettings{.own_muscles = {"temporalis"}})};
}

const Registered settings({"settings", run, seeds});

}  // namespace
}  // namespace myomap::fuzz
