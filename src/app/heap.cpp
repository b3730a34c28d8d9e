#include "app/heap.h"

#include <cstdlib>  // tells which C library this is

// The sanitizers bring a heap of their own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define MYOMAP_TUNES_HEAP
#endif

#ifdef MYOMAP_TUNES_HEAP
#include <cstddef>
#include <cstdint>

#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace myomap {

#ifdef MYOMAP_TUNES_HEAP

void use_large_pages() {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    constexpr int reserve = 64 << 20;       // of addresses, not of memory: more than a start needs
    constexpr int mapped_alone = 32 << 20;  // blocks from this size on; the most that the C library allows
    constexpr std::size_t first = 1 << 20;  // more than is left of what the C library has taken before main
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_MMAP_THRESHOLD, mapped_alone);
    mallopt(M_TOP_PAD, reserve);
    const auto before = reinterpret_cast<std::uintptr_t>(sbrk(0));
    void* volatile block = std::malloc(first);  // takes the reserve; volatile, or the compiler leaves both out
    std::free(block);
    const auto after = reinterpret_cast<std::uintptr_t>(sbrk(0));
    const std::uintptr_t begin = (before + page - 1) & ~(page - 1);
    // Refused on a system without large pages; then everything is as it was.
    if (after > begin) madvise(reinterpret_cast<void*>(begin), after - begin, MADV_HUGEPAGE);
}

void give_back_heap() {
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
    malloc_trim(0);
}

#else

void use_large_pages() {}
void give_back_heap() {}

#endif

}  // namespace myomap
