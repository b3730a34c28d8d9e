"""The program's window in an X server of its own, and when it draws; for bench/processes and bench/peers."""

import os
import pathlib
import subprocess
import time

quiet_s = 1.0  # no frame for this long: the window has settled
longest_s = 60

frame_clock = r"""
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
void SDL_GL_SwapWindow(void* window) {
    static void (*real)(void*);
    static FILE* file;
    if (!real) {
        *(void**)&real = dlsym(RTLD_NEXT, "SDL_GL_SwapWindow");
        file = fopen(getenv("MYOMAP_FRAME_TIMES"), "w");
    }
    real(window);
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    fprintf(file, "%ld.%09ld\n", (long)now.tv_sec, now.tv_nsec);
    fflush(file);
}
"""


def compile_frame_clock(folder):
    """The library that is put between the program and SDL; the program itself knows nothing of it."""
    clock = folder / "frame_clock.so"
    subprocess.run(["gcc", "-x", "c", "-D_GNU_SOURCE", "-O2", "-shared", "-fPIC", "-o", clock, "-", "-ldl"],
                   input=frame_clock, text=True, check=True)
    return clock


class Display:
    """An X server of our own, so that nobody's desktop is disturbed and every machine measures the same.

    Left to itself, Xvfb starts anew whenever its last client has gone, and the next start would pay for that; on a
    desktop the server runs on.
    """

    def __enter__(self):
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        number = self.server.stdout.readline().strip()
        if not number:
            raise SystemExit(f"Xvfb ended with exit code {self.server.wait()}")
        self.name = ":" + number
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


class Window:
    """The program's window on such a display, with the time of each of its frames."""

    def __init__(self, program, display, clock, folder, *arguments):
        self.times = folder / "frames"
        self.times.unlink(missing_ok=True)
        environment = dict(os.environ, DISPLAY=display.name, LIBGL_ALWAYS_SOFTWARE="1", SDL_VIDEODRIVER="x11",
                           XDG_CACHE_HOME=str(folder), LD_PRELOAD=str(clock), MYOMAP_FRAME_TIMES=str(self.times))
        self.started = time.monotonic()
        self.process = subprocess.Popen([program, "--no-config", "--size", "1280x800", "--scale", "1", *arguments],
                                        env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def frames(self):
        """Seconds from the start of the process to each frame."""
        if self.process.poll() is not None:
            raise SystemExit(f"the window ended with exit code {self.process.returncode}")
        try:
            return [float(line) - self.started for line in self.times.read_text().splitlines()]
        except FileNotFoundError:
            return []

    def settle(self):
        """Waits until it draws no more. Seconds from the start of the process to each frame until then."""
        while not (frames := self.frames()) or time.monotonic() - self.started - frames[-1] < quiet_s:
            if time.monotonic() - self.started > longest_s:
                raise SystemExit(f"the window did not come to rest within {longest_s} s")
            time.sleep(0.05)
        return frames

    def memory_mb(self, field):
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
        return 0

    def wake_ups(self):
        """How often a thread of the program went to sleep again: each time is a wake-up."""
        total = 0
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches:"):
                    total += int(line.split()[1])
        return total
