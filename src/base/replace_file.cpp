#include "base/replace_file.h"

#include <fstream>
#include <system_error>

#include <unistd.h>

namespace myomap {

std::string replace_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write) {
    // Two programs may write the same cache.
    const std::filesystem::path beside = file.string() + "." + std::to_string(::getpid()) + ".new";
    std::error_code error;
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        if (!out) return "its folder does not accept files";
        write(out);
        out.close();
        if (!out) {
            std::filesystem::remove(beside, error);
            return "the disk did not take all of it";
        }
    }
    std::filesystem::rename(beside, file, error);
    if (!error) return "";
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return error.message();
}

}  // namespace myomap
