#include "ui/display_errors.h"

#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>

namespace myomap {

namespace {

// Xlib ends the program after either, and may hold locks: nothing is tidied up that would ask it again. What was drawn
// is in the autosave.
int on_error(void*, void*) {
    std::fputs(
        "myomap: the display or its graphics driver refused a request; try another driver, or start with "
        "LIBGL_ALWAYS_SOFTWARE=1\n",
        stderr);
    std::_Exit(2);
}

int on_lost(void*) {
    std::fputs("myomap: the connection to the display was lost\n", stderr);
    std::_Exit(2);
}

}  // namespace

void explain_display_errors() {
    // SDL loads Xlib itself, where there is one; so it is no library that this program needs.
    void* const xlib = dlopen("libX11.so.6", RTLD_LAZY | RTLD_NOLOAD);
    if (!xlib) return;
    using OnError = int (*)(void*, void*);
    using OnLost = int (*)(void*);
    if (auto* set = reinterpret_cast<OnError (*)(OnError)>(dlsym(xlib, "XSetErrorHandler"))) set(on_error);
    if (auto* set = reinterpret_cast<OnLost (*)(OnLost)>(dlsym(xlib, "XSetIOErrorHandler"))) set(on_lost);
    dlclose(xlib);
}

}  // namespace myomap
