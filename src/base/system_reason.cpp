#include "base/system_reason.h"

#include <cerrno>
#include <system_error>

#include "base/word.h"

namespace myomap {

Message system_reason(int error) {
    switch (error) {
        case ENOENT:
            return word("No such file or directory");
        case ENOTDIR:
            return word("Not a directory");
        case EISDIR:
            return word("Is a directory");
        case EACCES:
            return word("Permission denied");
        case ENOSPC:
            return word("No space left on device");
        case EROFS:
            return word("Read-only file system");
        case ENAMETOOLONG:
            return word("File name too long");
        default:
            return std::generic_category().message(error);
    }
}

}  // namespace myomap
