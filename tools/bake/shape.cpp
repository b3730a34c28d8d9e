#include "bake/shape.h"

#include <string>

namespace myomap {

std::vector<glm::vec3> shape_body(const BaseModel& model, const std::filesystem::path& package, BodyId id) {
    const bool male = id == BodyId::adult_male;
    const std::string sex = male ? "male" : "female";
    const std::string build = "macrodetails/universal-" + sex + "-young-";
    const std::vector<std::string> names{
        "macrodetails/caucasian-" + sex + "-young", "macrodetails/african-" + sex + "-young",
        "macrodetails/asian-" + sex + "-young",     build + "maxmuscle-averageweight",
        build + "averagemuscle-averageweight",
    };
    // An even mixture of the three origins; muscles clear enough to find one's way by, more so on the male body.
    constexpr float third = 1.0f / 3.0f;
    const std::vector<float> weights =
        male ? std::vector{third, third, third, 0.6f, 0.4f} : std::vector{third, third, third, 0.3f, 0.7f};

    std::vector<glm::vec3> shaped = model.vertices;
    const auto targets = read_targets(package, names, shaped.size());
    for (std::size_t t = 0; t < targets.size(); ++t) {
        for (std::size_t v = 0; v < shaped.size(); ++v) shaped[v] += weights[t] * targets[t][v];
    }
    return shaped;
}

}  // namespace myomap
