#pragma once
// Everything that is shipped, loaded once for each test program.

#include "app/context.h"

namespace myomap::test {

inline Context& whole_context() {
    static const std::unique_ptr<Context> all = open_context();
    return *all;
}

}  // namespace myomap::test
