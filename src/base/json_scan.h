#pragma once
// One pass over a JSON text that remembers lines, for messages. Builds no values. Only json_document.cpp includes this.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json_pointer.h"

namespace myomap {

class JsonScan {
public:
    enum class Failure { none, syntax, number_range, nesting };

    // `wanted`: JSON pointer -> line, filled in for the pointers it holds.
    JsonScan(std::string_view text, int max_nesting, std::unordered_map<std::string, int>* wanted = nullptr,
             std::vector<DuplicateKey>* duplicates = nullptr);

    Failure failure() const { return failure_; }
    std::size_t failed_byte() const {
        return failed_byte_;
    }  // 1-based, the last byte read; one past the end at the end
    int failed_line() const { return failed_line_; }
    const std::string& pointer() const { return pointer_; }  // where the pass stopped
    std::size_t longest_string() const { return longest_string_; }

private:
    class Handler;

    Failure failure_ = Failure::none;
    std::size_t failed_byte_ = 0;
    int failed_line_ = 0;
    std::string pointer_;
    std::size_t longest_string_ = 0;
};

}  // namespace myomap
