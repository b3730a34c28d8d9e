#pragma once
// Ctrl+C, kill and a closed terminal while the window is open: told to the event loop, which ends as if the window had
// been closed, only that nobody is asked.

#include <array>
#include <csignal>
#include <optional>
#include <thread>

#include <SDL_stdinc.h>

namespace myomap {

// Made before any other thread: those inherit that the signals are not theirs. A second signal ends the program at
// once.
class EndSignals {
public:
    EndSignals();
    ~EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;

    // From when SDL can take events. `event` is pushed for the first signal.
    void tell(Uint32 event);

private:
    sigset_t signals_{};
    std::array<int, 2> stop_{-1, -1};  // a pipe: closed, it wakes the thread
    std::thread thread_;
};

}  // namespace myomap
