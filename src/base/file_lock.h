#pragma once
// That a file is in use: while one holds its lock, others are told so. The file itself is what is locked, so nothing
// lies about afterwards; the system lets go when the process ends, however it ends.

#include <filesystem>

namespace myomap {

class FileLock {
public:
    FileLock() = default;
    // Takes the lock if nobody else has it. A file that is not there, or one of a file system without locks, has none.
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

    bool held() const { return descriptor_ >= 0; }
    bool elsewhere() const { return elsewhere_; }  // somebody else has it
    // Whether it is that file that is held; one that was written anew under the same name is another.
    bool holds(const std::filesystem::path& file) const;

private:
    int descriptor_ = -1;
    bool elsewhere_ = false;
};

}  // namespace myomap
