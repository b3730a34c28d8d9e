#include "base/file_lock.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace myomap {

FileLock::FileLock(const std::filesystem::path& file) {
    // Some network file systems lock only what may be written.
    constexpr int flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    descriptor_ = ::open(file.c_str(), O_RDWR | flags);
    if (descriptor_ < 0) descriptor_ = ::open(file.c_str(), O_RDONLY | flags);
    if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    elsewhere_ = errno == EWOULDBLOCK;
    ::close(std::exchange(descriptor_, -1));
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

FileLock::FileLock(FileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), elsewhere_(other.elsewhere_) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(elsewhere_, other.elsewhere_);
    return *this;
}

bool FileLock::holds(const std::filesystem::path& file) const {
    struct stat mine {
    }, theirs{};
    return held() && ::fstat(descriptor_, &mine) == 0 && ::stat(file.c_str(), &theirs) == 0 &&
           mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino;
}

}  // namespace myomap
