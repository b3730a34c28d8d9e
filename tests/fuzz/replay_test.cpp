// Every fuzzer's harness over its seeds and over what once made it fail (tests/data/fuzz).

#include <algorithm>

#include <gtest/gtest.h>

#include "harness.h"

namespace myomap::fuzz {
namespace {

class Replay : public testing::TestWithParam<Harness> {};

TEST_P(Replay, SeedsAndWhatOnceFailed) {
    EXPECT_NO_THROW(GetParam().run(""));
    for (const std::string& seed : GetParam().seeds()) EXPECT_NO_THROW(GetParam().run(seed)) << seed.substr(0, 300);
    const std::filesystem::path folder = source("tests/data/fuzz") / GetParam().name;
    if (!std::filesystem::exists(folder)) return;  // nothing has failed yet
    for (const auto& file : std::filesystem::directory_iterator(folder))
        EXPECT_NO_THROW(GetParam().run(bytes_of(file.path()))) << file.path();
}

std::vector<Harness> sorted() {
    std::vector<Harness> all = harnesses();
    std::ranges::sort(all, {}, [](const Harness& harness) { return std::string_view(harness.name); });
    return all;
}

std::string name_of(const testing::TestParamInfo<Harness>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(sorted()), name_of);

// A folder of inputs that no harness reads would be passed over in silence.
TEST(Replays, EveryFolderOfInputsHasItsHarness) {
    for (const auto& folder : std::filesystem::directory_iterator(source("tests/data/fuzz")))
        EXPECT_TRUE(std::ranges::any_of(harnesses(), [&](const Harness& harness) {
            return folder.path().filename() == harness.name;
        })) << folder.path();
}

}  // namespace
}  // namespace myomap::fuzz
