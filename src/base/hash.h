#pragma once
// Names contents by a number: FNV-1a of 64 bit, eight bytes a step (byte by byte it would cost more than reading a
// cache does). Tells contents apart that changed by themselves; no guard against someone who forges them.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace myomap {

class Hash {
public:
    // The last step of each call is filled up with zeros.
    void add(const void* data, std::size_t bytes) {
        const auto* at = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < bytes; i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at + i, std::min<std::size_t>(8, bytes - i));
            value_ = (value_ ^ word) * 1099511628211ull;
        }
    }
    void add(std::string_view text) { add(text.data(), text.size()); }

    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 14695981039346656037ull;
};

}  // namespace myomap
