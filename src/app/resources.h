#pragma once
// Where the program's own files are: beside the executable in a build tree, under ../share/myomap when installed.

#include <filesystem>
#include <string>

#include "atlas/atlas.h"
#include "base/failure.h"
#include "body/asset.h"

namespace myomap {

// One sentence that names what is missing and what to do about it. The program ends with exit code 2.
struct ResourceError : Failure {
    using Failure::Failure;
};

// Only the data is needed by all that the program does. The rest is looked for when it is asked for, so that a command
// which draws nothing misses no font and no body; each throws ResourceError where it is missing.
struct Resources {
    std::filesystem::path data;  // trigger_points.json, landmarks.json, text/, schema/

    std::filesystem::path assets() const;  // adult_male.skin, adult_female.skin, *.fields (baked)
    std::filesystem::path shaders() const;
    std::filesystem::path text_font() const;      // Inter-Regular.otf
    std::filesystem::path semibold_font() const;  // Inter-SemiBold.otf
    std::filesystem::path icon_font() const;      // fontawesome-webfont.ttf

    std::filesystem::path dataset() const { return data / "trigger_points.json"; }
    std::filesystem::path landmarks() const { return data / "landmarks.json"; }
    std::filesystem::path texts() const { return data / "text"; }
    std::filesystem::path regions() const { return data / "regions.json"; }
    std::filesystem::path symptoms() const { return data / "symptoms.json"; }
    std::filesystem::path talk() const { return data / "explain" / "default.json"; }
    std::filesystem::path schemas() const { return data / "schema"; }
    std::filesystem::path skin(BodyId id) const;
    std::filesystem::path fields(BodyId id) const;
    std::filesystem::path muscles(BodyId id) const;
    std::filesystem::path shapes() const { return data / "muscles"; }
    std::filesystem::path bones() const { return data / "bones.json"; }
};

// MYOMAP_DATA and MYOMAP_ASSETS in the environment override those two folders. Throws ResourceError.
Resources find_resources();

// Of these the folder of the data alone, so that what else is missing can be told in the user's language.
std::filesystem::path find_data();

}  // namespace myomap
