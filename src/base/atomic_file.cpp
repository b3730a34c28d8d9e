#include "base/atomic_file.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <mutex>
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

constexpr std::string_view after_part = ".myomap-part";

// ".4711-3.myomap-part": of which process, and the how manieth.
bool is_part(std::string_view name) {
    if (!name.starts_with('.') || !name.ends_with(after_part)) return false;
    name = name.substr(1, name.size() - 1 - after_part.size());
    return !name.empty() && std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

// What a signal that ends the program must remove: in fixed places, since its handler may ask for no memory.
struct Unfinished {
    std::atomic<bool> taken = false, named = false;
    char path[PATH_MAX];
};
std::array<Unfinished, 32> unfinished;

void remove_unfinished(int signal) {
    for (const Unfinished& one : unfinished)
        if (one.named) ::unlink(one.path);
    ::raise(signal);  // as if there had been no handler: it has reset itself
}

// Of Ctrl+C, kill and a closed terminal, where nobody else has a handler for them.
void handle_signals() {
    struct sigaction now {
    }, ours{};
    ours.sa_handler = remove_unfinished;
    ours.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_DFL) ::sigaction(signal, &ours, nullptr);
}

void note_unfinished(const fs::path& part) {
    static std::once_flag once;
    std::call_once(once, handle_signals);
    if (part.native().size() >= PATH_MAX) return;
    for (Unfinished& one : unfinished) {
        if (one.taken.exchange(true)) continue;
        std::ranges::copy(part.native(), one.path);
        one.path[part.native().size()] = '\0';
        one.named = true;
        return;
    }
}

void forget_unfinished(const fs::path& part) {
    for (Unfinished& one : unfinished) {
        if (!one.named || part != one.path) continue;
        one.named = false;
        one.taken = false;
    }
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
    remove_left_parts(target_.parent_path());
    open_beside(readers);
}

void AtomicFile::open_beside(Readers readers) {
    static std::atomic<int> opened = 0;
    beside_ = target_.parent_path() / fmt::format(".{}-{}{}", ::getpid(), ++opened, after_part);
    note_unfinished(beside_);
    const mode_t mode = readers == Readers::owner ? 0600 : 0666;
    struct stat now {};
    do {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
        if (descriptor_ < 0) {
            const int reason = errno;
            forget_unfinished(beside_);
            beside_.clear();
            fail(reason);
        }
        // Another program may have taken it for a left one before the lock was on it.
    } while (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor_, &now) == 0 && now.st_nlink == 0);
    if (readers == Readers::owner) ::fchmod(descriptor_, mode);  // one that was there may have others
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (beside_.empty()) return;
    ::unlink(beside_.c_str());
    forget_unfinished(beside_);
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
    forget_unfinished(beside_);
    beside_.clear();
    if (on_disk_ == OnDisk::yes) sync_folder(target_);
}

// Who writes a part holds its lock, which the system takes from a process that ends, however it ends.
void remove_left_parts(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        if (!is_part(it->path().filename().native())) continue;
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
