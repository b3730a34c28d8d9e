#include "ui/settings.h"

#include <string>

#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/folders.h"
#include "base/read_file.h"

namespace myomap {

using nlohmann::json;

std::filesystem::path settings_file() {
    const std::filesystem::path folder = config_folder();
    return folder.empty() ? folder : folder / "settings.json";
}

Settings read_settings(const std::filesystem::path& file) {
    Settings s;
    std::string content;
    try {
        content = read_file(file, {100'000});
    } catch (const ReadError&) {
        return s;
    }
    const json j = json::parse(content, nullptr, false);
    if (!j.is_object()) return s;
    const auto number = [&](const char* key, double low, double high, double otherwise) {
        const auto it = j.find(key);
        if (it == j.end() || !it->is_number()) return otherwise;
        const double value = it->get<double>();
        return value >= low && value <= high ? value : otherwise;
    };
    const auto text = [&](const char* key) {
        const auto it = j.find(key);
        return it != j.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    const auto truth = [&](const char* key, bool otherwise) {
        const auto it = j.find(key);
        return it != j.end() && it->is_boolean() ? it->get<bool>() : otherwise;
    };
    s.size = {static_cast<int>(number("width", 400, 16000, 0)), static_cast<int>(number("height", 300, 16000, 0))};
    if (s.size.x == 0 || s.size.y == 0) s.size = {0, 0};
    s.scale = static_cast<float>(number("scale", 0.5, 4, 0));
    if (text("theme") == "dark") s.theme = Theme::dark;
    if (text("body") == "adult_female") s.body = BodyId::adult_female;
    if (text("side") == "left") s.side = SideChoice::left;
    if (text("side") == "both") s.side = SideChoice::both;
    s.left_open = truth("left_panel", true);
    s.right_open = truth("right_panel", true);
    if (const std::string code = text("language"); is_language_code(code)) s.language = Language(code);
    s.clinical = text("wording") == "clinical";
    if (const std::filesystem::path folder = text("export_folder"); folder.is_absolute()) s.export_folder = folder;
    if (const std::filesystem::path folder = text("chart_folder"); folder.is_absolute()) s.chart_folder = folder;
    s.less_motion = truth("less_motion", false);
    s.recent_charts.kept = truth("keep_recent_charts", true);
    if (const auto list = j.find("recent_charts"); list != j.end() && list->is_array())
        for (auto one = list->rbegin(); one != list->rend(); ++one)
            if (const std::filesystem::path chart = one->is_string() ? one->get<std::string>() : "";
                chart.is_absolute())
                s.recent_charts.add(chart);
    return s;
}

void write_settings(const std::filesystem::path& file, const Settings& s) {
    json recent = json::array();
    for (const std::filesystem::path& one : s.recent_charts.files) recent.push_back(one.string());
    const json j{{"width", s.size.x},
                 {"height", s.size.y},
                 {"scale", s.scale},
                 {"theme", s.theme == Theme::dark ? "dark" : "light"},
                 {"body", s.body == BodyId::adult_female ? "adult_female" : "adult_male"},
                 {"side", s.side == SideChoice::left   ? "left"
                          : s.side == SideChoice::both ? "both"
                                                       : "right"},
                 {"left_panel", s.left_open},
                 {"right_panel", s.right_open},
                 {"language", std::string(to_text(s.language))},
                 {"wording", s.clinical ? "clinical" : "plain"},
                 {"export_folder", s.export_folder.string()},
                 {"chart_folder", s.chart_folder.string()},
                 {"less_motion", s.less_motion},
                 {"keep_recent_charts", s.recent_charts.kept},
                 {"recent_charts", recent}};
    if (file.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    // A path that is not UTF-8 is remembered wrongly, not a reason to fail. Paths are nobody else's business.
    const std::string content = j.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
    write_file(file, content, OnDisk::soon, Readers::owner);
}

}  // namespace myomap
