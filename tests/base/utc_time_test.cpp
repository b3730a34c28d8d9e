#include "base/utc_time.h"

#include <gtest/gtest.h>

namespace myomap {
namespace {

TEST(UtcTime, IsReadAndWrittenAsFilesHaveIt) {
    for (const char* text : {"1970-01-01T00:00:00.000Z", "2026-01-05T09:00:00.000Z", "2028-02-29T23:59:59.999Z",
                             "1969-12-31T23:59:59.999Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
        const auto time = utc_time(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(to_text(*time), text);
    }
    EXPECT_EQ(utc_time("1970-01-02T00:00:01.002Z")->time_since_epoch().count(), 86'401'002);
    EXPECT_EQ(utc_time("2026-01-05T09:00:00Z"), utc_time("2026-01-05T09:00:00.000Z"));
    EXPECT_EQ(utc_time("2026-01-05T09:00:00.5Z"), utc_time("2026-01-05T09:00:00.500Z"));
}

TEST(UtcTime, IsNothingWhereThereIsNoSuchMoment) {
    for (const char* text : {"",
                             "Z",
                             "2026-01-05",
                             "2026-01-05T09:00:00",
                             "2026-01-05T09:00:00+01:00",
                             "2026-01-05 09:00:00Z",
                             "2026-02-29T09:00:00Z",
                             "2026-13-01T09:00:00Z",
                             "2026-00-01T09:00:00Z",
                             "2026-01-00T09:00:00Z",
                             "2026-01-05T24:00:00Z",
                             "2026-01-05T09:60:00Z",
                             "2026-01-05T09:00:60Z",
                             "2026-01-05T09:00:00.Z",
                             "2026-01-05T09:00:00.1234Z",
                             "2026-01-05T09:00:00.12xZ",
                             "2026-01-05T09:00:00ZZ",
                             "2026-01-05T09:00:00.",
                             "-026-01-05T09:00:00Z",
                             "2026-01-05T09:00:00z",
                             "26-01-05T09:00:00Z"})
        EXPECT_FALSE(utc_time(text)) << text;
}

TEST(UtcTime, DaysAreThoseOfTheCalendar) {
    const auto days = [](const char* from, const char* to) { return utc_days_between(*utc_time(from), *utc_time(to)); };
    EXPECT_EQ(days("2026-01-05T00:00:00Z", "2026-01-05T23:59:59.999Z"), 0);
    EXPECT_EQ(days("2026-01-05T23:59:59.999Z", "2026-01-06T00:00:00Z"), 1);
    EXPECT_EQ(days("2028-02-28T12:00:00Z", "2028-03-01T11:00:00Z"), 2);
    EXPECT_EQ(days("2026-01-06T00:00:00Z", "2026-01-05T23:59:59Z"), -1);
    EXPECT_EQ(days("1970-01-01T00:00:00Z", "1969-12-31T23:00:00Z"), -1);
}

}  // namespace
}  // namespace myomap
