#pragma once
// A folder for a file of progress, and answers to keep in it.

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include "study/database.h"
#include "study/progress.h"

namespace myomap::test {

class ProgressFile : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::path(MYOMAP_TEST_OUTPUT) / "progress" /
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }

    std::filesystem::path folder_;
    std::filesystem::path file() const { return folder_ / "below" / "study.db"; }
};

inline const UtcTime start = *utc_time("2026-03-02T10:00:00Z");

inline Review answer(const std::string& card, Grade grade, UtcTime at) {
    return {.card = card, .grade = grade, .at = at, .took = std::chrono::seconds(7)};
}

// What it throws, in English; "" for nothing.
inline std::string failure(const std::function<void()>& act) {
    try {
        act();
    } catch (const DatabaseError& error) {
        return error.what();
    }
    return "";
}

// While it lives no file can grow, as on a full disk.
class FullDisk {
public:
    FullDisk() {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        struct rlimit none = before_;
        none.rlim_cur = 1;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    struct rlimit before_ {};
};

}  // namespace myomap::test
