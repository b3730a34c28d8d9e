#include "app/heap.h"

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace myomap {
namespace {

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

// MB of a line of /proc/self/smaps_rollup.
double megabytes(const std::string& field) {
    std::ifstream in("/proc/self/smaps_rollup");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(field + ":")) return std::stod(line.substr(field.size() + 1)) / 1024;
    return -1;
}

TEST(Heap, GrowsInLargePagesAndGivesThemBack) {
    std::string offered;
    std::getline(std::ifstream("/sys/kernel/mm/transparent_hugepage/enabled"), offered);
    if (offered.empty() || offered.find("[never]") != std::string::npos) GTEST_SKIP() << "this system has none";
    use_large_pages();
    const double before = megabytes("Rss");
    std::vector<std::unique_ptr<std::string>> many;
    for (int i = 0; i < 40'000; ++i) many.push_back(std::make_unique<std::string>(1000, 'x'));
    EXPECT_GT(megabytes("AnonHugePages"), 20);
    EXPECT_GT(megabytes("Rss"), before + 35);
    many.clear();
    give_back_heap();
    EXPECT_LT(megabytes("Rss"), before + 8);
}

#endif

}  // namespace
}  // namespace myomap
