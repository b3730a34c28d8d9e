#include "base/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_reason.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

// ".visit.myomap.4711.part"
bool is_part_of(std::string_view name, std::string_view target) {
    constexpr std::string_view after = ".part";
    if (!name.starts_with('.') || !name.ends_with(after)) return false;
    name.remove_suffix(after.size());
    const std::size_t dot = name.rfind('.');
    const std::string_view process = name.substr(dot + 1);
    return dot > 1 && (target.empty() || name.substr(1, dot - 1) == target) && !process.empty() &&
           std::ranges::all_of(process, [](char c) { return c >= '0' && c <= '9'; });
}

// That a file has a new name is on the disk only when its folder is.
void sync_folder(const fs::path& file) {
    const fs::path folder = file.parent_path();
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;  // of some folders nobody may
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

AtomicFile::AtomicFile(const fs::path& target, OnDisk on_disk, Readers readers)
    : asked_(target), target_(target), on_disk_(on_disk) {
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
    remove_left_parts(target_.parent_path(), target_.filename().string());
    open_beside(readers);
}

void AtomicFile::open_beside(Readers readers) {
    beside_ = target_.parent_path() / fmt::format(".{}.{}.part", target_.filename().string(), ::getpid());
    const mode_t mode = readers == Readers::owner ? 0600 : 0666;
    struct stat now {};
    do {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
        if (descriptor_ < 0) {
            const int reason = errno;
            beside_.clear();
            fail(reason);
        }
        // Another program may have taken it for a left one before the lock was on it.
    } while (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor_, &now) == 0 && now.st_nlink == 0);
    if (readers == Readers::owner) ::fchmod(descriptor_, mode);  // one that was there may have others
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
    if (on_disk_ == OnDisk::yes) sync_folder(target_);
}

// Who writes a part holds its lock, which the system takes from a process that ends, however it ends.
void remove_left_parts(const fs::path& folder, std::string_view target) {
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        if (!is_part_of(it->path().filename().string(), target)) continue;
        const int part = ::open(it->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (part < 0) continue;
        if (::flock(part, LOCK_EX | LOCK_NB) == 0) ::unlink(it->path().c_str());
        ::close(part);
    }
}

void write_file(const fs::path& target, std::string_view bytes, OnDisk on_disk, Readers readers) {
    AtomicFile file(target, on_disk, readers);
    file.write(bytes.data(), bytes.size());
    file.commit();
}

void write_file(const fs::path& target, std::span<const std::uint8_t> bytes) {
    write_file(target, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace myomap
