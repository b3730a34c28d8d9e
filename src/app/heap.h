#pragma once
// How the process takes memory from the system. A start touches some 50 MB for the first time, in pages of 4 KB one
// trap each: on a virtual machine a third of the whole start. In pages of 2 MB it is a handful of traps.

namespace myomap {

// Lets the heap of all threads grow as one, in large pages where the system offers them to those who ask
// (/sys/kernel/mm/transparent_hugepage/enabled: madvise). Call it before the first thread.
void use_large_pages();

// Before a long sleep: what is free goes back to the system, and the system no longer fills holes to make large pages.
void give_back_heap();

}  // namespace myomap
