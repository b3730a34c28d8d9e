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
fs::path first_existing(std::initializer_list<fs::path> places, const std::string& what, const std::string& remedy) {
    for (const fs::path& place : places) {
        std::error_code error;
        if (!place.empty() && fs::exists(place, error)) return place;
    }
    throw ResourceError(what + " is missing (" + places.begin()->string() + "); " + remedy);
}

fs::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path{};
}

}  // namespace

fs::path Resources::skin(BodyId id) const { return assets / (std::string(to_text(id)) + ".skin"); }
fs::path Resources::fields(BodyId id) const { return assets / (std::string(to_text(id)) + ".fields"); }
fs::path Resources::muscles(BodyId id) const { return assets / (std::string(to_text(id)) + ".muscles"); }

Resources find_resources() {
    const fs::path share = folder_of_executable() / ".." / "share" / "myomap";
    const fs::path source = MYOMAP_SOURCE_DIR;
    const fs::path data_override = from_environment("MYOMAP_DATA");
    const fs::path assets_override = from_environment("MYOMAP_ASSETS");
    const std::string reinstall = "reinstall Myomap, or build it again with ./run";

    Resources found;
    // An override that is given is meant: a missing one is an error, not a reason to look elsewhere.
    found.data = !data_override.empty()
                     ? first_existing({data_override}, "the data folder named by MYOMAP_DATA", "correct or unset it")
                     : first_existing({share / "data", source / "data"}, "the data folder", reinstall);
    found.assets =
        !assets_override.empty()
            ? first_existing({assets_override}, "the folder named by MYOMAP_ASSETS", "correct or unset it")
            : first_existing({share / "assets", MYOMAP_ASSETS_DIR}, "the folder of the body models", reinstall);
    found.shaders = first_existing({share / "shaders", source / "assets" / "shaders"}, "the shader folder", reinstall);
    const fs::path inter = "/usr/share/fonts/opentype/inter";
    const std::string install_inter = "install the package fonts-inter";
    found.text_font = first_existing({inter / "Inter-Regular.otf"}, "the font Inter", install_inter);
    found.semibold_font = first_existing({inter / "Inter-SemiBold.otf"}, "the font Inter SemiBold", install_inter);
    found.icon_font = first_existing({"/usr/share/fonts-font-awesome/fonts/fontawesome-webfont.ttf",
                                      "/usr/share/fonts/truetype/font-awesome/fontawesome-webfont.ttf"},
                                     "the icon font Font Awesome", "install the package fonts-font-awesome");
    return found;
}

}  // namespace myomap
