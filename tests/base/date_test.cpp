#include "base/date.h"

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(Date, IsADayThatThereIs) {
    EXPECT_TRUE(is_date("2026-11-28"));
    EXPECT_TRUE(is_date("2024-02-29"));
    for (const char* no : {"", "2026-02-29", "2026-13-01", "2026-00-10", "28-11-2026", "2026-1-1", "2026-11-28 ", "x"})
        EXPECT_FALSE(is_date(no)) << no;
}

TEST(Date, IsTakenAsPeopleTypeIt) {
    EXPECT_EQ(typed_date("2026-11-28"), "2026-11-28");
    EXPECT_EQ(typed_date("28.11.2026"), "2026-11-28");
    EXPECT_EQ(typed_date("3/2/2026"), "2026-02-03");
    EXPECT_EQ(typed_date("2026 1 5"), "2026-01-05");
    for (const char* no : {"31/02/2026", "28.11.26", "2026", "1.2.3.2026", "20261128", "tomorrow", "12026-1-1"})
        EXPECT_EQ(typed_date(no), std::nullopt) << no;
    EXPECT_TRUE(is_date(today()));
}

}  // namespace
}  // namespace myomap
