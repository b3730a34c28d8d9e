#include "app/resources.h"

#include <cstdlib>

namespace myomap {

namespace fs = std::filesystem;

namespace {

fs::path folder_of_executable() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{} : self.parent_path();
}

// The first of the places that exists. Where none does, one sentence that names the first and the remedy.
fs::path first_existing(std::initializer_list<fs::path> places, const char* what, const char* remedy) {
    for (const fs::path& place : places) {
        std::error_code error;
        if (!place.empty() && fs::exists(place, error)) return place;
    }
    throw ResourceError(word("{} is missing ({}); {}"), {Message(what), places.begin()->string(), Message(remedy)});
}

fs::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path{};
}

fs::path shared_folder() { return folder_of_executable() / ".." / "share" / "myomap"; }

constexpr const char* reinstall = word("reinstall Myomap, or build it again with ./run");

const fs::path inter = "/usr/share/fonts/opentype/inter";
constexpr const char* install_inter = word("install the package fonts-inter");

}  // namespace

fs::path Resources::assets() const {
    const fs::path named = from_environment("MYOMAP_ASSETS");
    if (!named.empty())
        return first_existing({named}, word("the folder named by MYOMAP_ASSETS"), word("correct or unset it"));
    return first_existing({shared_folder() / "assets", MYOMAP_ASSETS_DIR}, word("the folder of the body models"),
                          reinstall);
}

fs::path Resources::shaders() const {
    return first_existing({shared_folder() / "shaders", fs::path(MYOMAP_SOURCE_DIR) / "assets" / "shaders"},
                          word("the shader folder"), reinstall);
}

fs::path Resources::text_font() const {
    return first_existing({inter / "Inter-Regular.otf"}, word("the font Inter"), install_inter);
}

fs::path Resources::semibold_font() const {
    return first_existing({inter / "Inter-SemiBold.otf"}, word("the font Inter SemiBold"), install_inter);
}

fs::path Resources::icon_font() const {
    return first_existing({"/usr/share/fonts-font-awesome/fonts/fontawesome-webfont.ttf",
                           "/usr/share/fonts/truetype/font-awesome/fontawesome-webfont.ttf"},
                          word("the icon font Font Awesome"), word("install the package fonts-font-awesome"));
}

fs::path Resources::skin(BodyId id) const { return assets() / (std::string(to_text(id)) + ".skin"); }
fs::path Resources::fields(BodyId id) const { return assets() / (std::string(to_text(id)) + ".fields"); }
fs::path Resources::muscles(BodyId id) const { return assets() / (std::string(to_text(id)) + ".muscles"); }

// An override that is given is meant: a missing one is an error, not a reason to look elsewhere.
fs::path find_data() {
    const fs::path named = from_environment("MYOMAP_DATA");
    if (!named.empty())
        return first_existing({named}, word("the data folder named by MYOMAP_DATA"), word("correct or unset it"));
    return first_existing({shared_folder() / "data", fs::path(MYOMAP_SOURCE_DIR) / "data"}, word("the data folder"),
                          reinstall);
}

Resources find_resources() { return {find_data()}; }

}  // namespace myomap
