#include "ui/end_signals.h"

#include <cstddef>

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <SDL_events.h>

namespace myomap {

EndSignals::EndSignals() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        // One that is ignored stays so: nohup means it.
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(&signals_, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void EndSignals::tell(Uint32 event) {
    const int signals = ::signalfd(-1, &signals_, SFD_CLOEXEC);
    if (signals < 0 || ::pipe2(stop_.data(), O_CLOEXEC) != 0) {  // then they end the program as ever
        if (signals >= 0) ::close(signals);
        ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
        return;
    }
    thread_ = std::thread([this, signals, event] {
        bool told = false;
        for (;;) {
            std::array<pollfd, 2> wait{{{signals, POLLIN, 0}, {stop_[0], POLLIN, 0}}};
            if (::poll(wait.data(), wait.size(), -1) < 0) continue;
            if (wait[1].revents != 0) break;
            signalfd_siginfo came{};
            if (::read(signals, &came, sizeof came) != static_cast<ssize_t>(sizeof came)) continue;
            if (told) {
                const int again = static_cast<int>(came.ssi_signo);
                sigset_t one;
                sigemptyset(&one);
                sigaddset(&one, again);
                ::pthread_sigmask(SIG_UNBLOCK, &one, nullptr);
                ::raise(again);
            }
            told = true;
            SDL_Event end{};
            end.type = event;
            SDL_PushEvent(&end);
        }
        ::close(signals);
    });
}

EndSignals::~EndSignals() {
    if (thread_.joinable()) {
        ::close(stop_[1]);
        thread_.join();
        ::close(stop_[0]);
    }
    ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

}  // namespace myomap
