#include "export/page_date.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(PageDate, CanBeFixed) {
    ::setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    EXPECT_EQ(page_date(), "2023-11-14");
    ::unsetenv("SOURCE_DATE_EPOCH");
}

}  // namespace
}  // namespace myomap
