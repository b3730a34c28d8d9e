#pragma once
// Where something stands in a JSON text.

#include <string>
#include <string_view>

namespace myomap {

// A key that occurs twice in one object. JSON readers silently keep the last, which is never what the author meant.
struct DuplicateKey {
    std::string pointer;
    int line;
    int first_line;
};

// "/a~1b" from "/" and "a/b" (RFC 6901).
void append_pointer_token(std::string& pointer, std::string_view token);

}  // namespace myomap
