#include "export/page_date.h"

#include <cstdlib>
#include <ctime>

namespace myomap {

std::string page_date() {
    std::time_t now = std::time(nullptr);
    std::tm local{};
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        now = static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10));
        gmtime_r(&now, &local);
    } else {
        localtime_r(&now, &local);
    }
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &local);
    return text;
}

}  // namespace myomap
