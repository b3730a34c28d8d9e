#include "export/page_date.h"

#include <cstdlib>
#include <ctime>

namespace myomap {

std::int64_t page_time() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    return epoch ? std::strtoll(epoch, nullptr, 10) : std::time(nullptr);
}

std::string page_date() {
    const auto now = static_cast<std::time_t>(page_time());
    std::tm local{};
    if (std::getenv("SOURCE_DATE_EPOCH"))
        gmtime_r(&now, &local);
    else
        localtime_r(&now, &local);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &local);
    return text;
}

}  // namespace myomap
