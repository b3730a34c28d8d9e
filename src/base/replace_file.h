#pragma once
// How the program writes files of its own (bodies, caches, settings): whole or not at all. The user's files go through
// page/atomic_file.h, which waits for the disk and knows pipes and links.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace myomap {

// `write` fills a file beside `file`, which then takes its place. Returns "" when it is there, else why not, to follow
// on "because", and what was there before stays. The folder must exist.
std::string replace_file(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write);

}  // namespace myomap
