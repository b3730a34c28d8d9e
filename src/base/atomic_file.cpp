#include "base/atomic_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_reason.h"

namespace myomap {

namespace fs = std::filesystem;

AtomicFile::AtomicFile(const fs::path& target, OnDisk on_disk) : asked_(target), target_(target), on_disk_(on_disk) {
    std::error_code error;
    const auto status = fs::status(target, error);
    if (fs::exists(status)) {
        if (fs::is_directory(status)) fail(EISDIR);
        if (!fs::is_regular_file(status)) {
            descriptor_ = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
            if (descriptor_ < 0) fail(errno);
            return;
        }
        // A rename would go through although the file itself is protected.
        if (::access(target.c_str(), W_OK) != 0) fail(errno);
        target_ = fs::canonical(target, error);
        if (error) fail(error.value());
    }
    beside_ = target_.parent_path() / fmt::format(".{}.{}.part", target_.filename().string(), ::getpid());
    descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) {
        const int reason = errno;
        beside_.clear();
        fail(reason);
    }
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

void AtomicFile::fail(int error) const {
    throw FileError(word("cannot write {}: {}"), {asked_.string(), system_reason(error)});
}

void AtomicFile::write(const void* data, std::size_t bytes) {
    constexpr std::size_t enough = 256 * 1024;
    const std::string_view more(static_cast<const char*>(data), bytes);
    if (waiting_.size() + bytes < enough) {
        waiting_ += more;
        return;
    }
    flush();
    put(more);
}

void AtomicFile::flush() {
    put(waiting_);
    waiting_.clear();
}

void AtomicFile::put(std::string_view rest) {
    while (!rest.empty()) {
        const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(errno);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

void AtomicFile::commit() {
    flush();
    // Some file systems only find out here that the disk is full. A pipe cannot be synced, which is no fault.
    if (!beside_.empty() && on_disk_ == OnDisk::yes && ::fsync(descriptor_) != 0 && errno != EINVAL) fail(errno);
    const int closed = ::close(std::exchange(descriptor_, -1));
    if (closed != 0 && errno != EINTR) fail(errno);
    if (beside_.empty()) return;
    if (::rename(beside_.c_str(), target_.c_str()) != 0) fail(errno);
    beside_.clear();
}

void write_file(const fs::path& target, std::string_view bytes, OnDisk on_disk) {
    AtomicFile file(target, on_disk);
    file.write(bytes.data(), bytes.size());
    file.commit();
}

void write_file(const fs::path& target, std::span<const std::uint8_t> bytes) {
    write_file(target, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace myomap
