// One harness as libFuzzer wants it. Bytes that are JSON are changed as JSON: a value becomes one from elsewhere in the
// file or one that readers stumble over, a member goes or comes twice; so changes get past the parser. With
// `--seeds FOLDER` it only writes what to begin with.

#include <cstdlib>
#include <random>

#include <nlohmann/json.hpp>

#include "write_seeds.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

namespace {

using json = nlohmann::ordered_json;

// Every value of the tree, but for the root.
void collect(json& value, std::vector<json*>& all) {
    for (json& inner : value) {
        all.push_back(&inner);
        if (inner.is_structured()) collect(inner, all);
    }
}

json odd_value(unsigned which) {
    static const std::vector<json> odd{nullptr,
                                       true,
                                       0,
                                       -1,
                                       1,
                                       0.5,
                                       1e300,
                                       -1e-300,
                                       40,
                                       100000,
                                       18446744073709551615u,
                                       -9223372036854775807,
                                       "",
                                       "x",
                                       "/",
                                       "\xC3\xA9 {}{0}{",
                                       std::string(5000, 'a'),
                                       json::array(),
                                       json::object(),
                                       json::array({json::array()})};
    return odd[which % odd.size()];
}

bool change(json& tree, std::minstd_rand& random) {
    std::vector<json*> all;
    collect(tree, all);
    if (all.empty()) return false;
    json& at = *all[random() % all.size()];
    const json other = *all[random() % all.size()];
    switch (random() % 8) {
        case 0:
            at = odd_value(static_cast<unsigned>(random()));
            return true;
        case 1:
            at = other;
            return true;
        case 2:
            if (at.empty() || !at.is_structured()) return false;
            at.erase(std::next(at.begin(), static_cast<std::ptrdiff_t>(random() % at.size())));
            return true;
        case 3:
            if (at.is_array()) at.insert(at.begin() + static_cast<std::ptrdiff_t>(random() % (at.size() + 1)), other);
            return at.is_array();
        case 4:
            if (!at.is_object() || !other.is_object()) return false;
            at.update(other);
            return true;
        case 5: {
            if (!at.is_number()) return false;
            at = at.get<double>() * (random() % 2 ? -1 : 10) + static_cast<double>(random() % 3);
            return true;
        }
        default: {  // a text or a number as bytes
            if (!at.is_string() && !at.is_number()) return false;
            std::string text = at.is_string() ? at.get<std::string>() : at.dump();
            const std::size_t size = text.size();
            text.resize(size + 16);
            text.resize(LLVMFuzzerMutate(reinterpret_cast<uint8_t*>(text.data()), size, text.size()));
            at = at.is_number() && json::accept(text) ? json::parse(text) : json(text);
            return true;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    if (*count == 3 && std::string_view((*arguments)[1]) == "--seeds") {
        myomap::fuzz::write_seeds(myomap::fuzz::harnesses().at(0), (*arguments)[2]);
        std::exit(0);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    myomap::fuzz::harnesses().at(0).run({reinterpret_cast<const char*>(data), size});
    return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
    std::minstd_rand random(seed);
    if (random() % 4 != 0 && size > 1 && (data[0] == '{' || data[0] == '[')) {
        json tree = json::parse(data, data + size, nullptr, false);
        if (tree.is_structured() && change(tree, random)) {
            for (unsigned more = random() % 3; more > 0; --more) change(tree, random);
            const std::string text = tree.dump(1, ' ', false, json::error_handler_t::ignore);
            if (text.size() <= most) {
                std::copy(text.begin(), text.end(), data);
                return text.size();
            }
        }
    }
    return LLVMFuzzerMutate(data, size, most);
}
