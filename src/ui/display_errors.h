#pragma once
// X errors, which Xlib by itself prints raw before it ends the program with exit code 1.

namespace myomap {

// From now on one sentence and exit code 2. To be called once SDL has loaded Xlib; nothing on other displays.
void explain_display_errors();

}  // namespace myomap
