#include "base/local_day.h"

#include <cstdlib>
#include <ctime>
#include <optional>

#include <gtest/gtest.h>

namespace myomap {
namespace {

// The local clock is that of a place, in the form that needs no list of places.
class Clock {
public:
    explicit Clock(const char* place) {
        if (const char* old = std::getenv("TZ")) before_ = old;
        set(place);
    }
    ~Clock() { set(before_ ? before_->c_str() : nullptr); }

private:
    std::optional<std::string> before_;

    static void set(const char* place) {
        place ? setenv("TZ", place, 1) : unsetenv("TZ");
        tzset();
    }
};

std::string day_of(const char* time) { return date_of_day(local_day(*utc_time(time))); }

TEST(LocalDay, BeginsAtMidnightOfTheLocalClock) {
    {
        const Clock east("<+13>-13");
        EXPECT_EQ(day_of("2026-03-04T10:59:59.999Z"), "2026-03-04");
        EXPECT_EQ(day_of("2026-03-04T11:00:00Z"), "2026-03-05");
        EXPECT_EQ(to_text(begin_of_day(local_day(*utc_time("2026-03-04T12:00:00Z")))), "2026-03-04T11:00:00.000Z");
    }
    const Clock west("<-08>8");
    EXPECT_EQ(day_of("2026-03-04T07:59:59Z"), "2026-03-03");
    EXPECT_EQ(day_of("2026-03-04T08:00:00Z"), "2026-03-04");
}

TEST(LocalDay, OneThatIsShorterOrLongerIsADay) {
    const Clock toronto("EST5EDT,M3.2.0,M11.1.0");
    for (const auto& [noon, hours] : {std::pair{"2026-03-08T16:00:00Z", 23}, std::pair{"2026-11-01T17:00:00Z", 25},
                                      std::pair{"2026-06-01T16:00:00Z", 24}}) {
        const int day = local_day(*utc_time(noon));
        EXPECT_EQ(begin_of_day(day + 1) - begin_of_day(day), std::chrono::hours(hours)) << noon;
        EXPECT_EQ(local_day(begin_of_day(day)), day);
        EXPECT_EQ(local_day(begin_of_day(day + 1) - std::chrono::milliseconds(1)), day);
    }
}

TEST(LocalDay, KnowsItsWeekday) {
    const Clock utc("UTC0");
    EXPECT_EQ(weekday(0), 3) << "the first of January 1970 was a Thursday";
    EXPECT_EQ(weekday(local_day(*utc_time("2026-03-02T12:00:00Z"))), 0);
    EXPECT_EQ(weekday(-4), 6);
}

}  // namespace
}  // namespace myomap
