#include "base/file_stamp.h"

#include <sys/stat.h>

namespace myomap {

FileStamp stamp_of(const std::filesystem::path& file) {
    struct stat now {};
    if (::stat(file.c_str(), &now) != 0) return {};
    return {now.st_dev, now.st_ino, static_cast<std::uint64_t>(now.st_size), now.st_mtim.tv_sec, now.st_mtim.tv_nsec};
}

}  // namespace myomap
