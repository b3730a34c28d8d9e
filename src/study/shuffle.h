#pragma once
// Chance that is the same for everyone with the same seed, on every machine: papers are printed in one place and marked
// in another. (std::shuffle may differ between standard libraries.)

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace myomap {

// SplitMix64, after Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    // Another one for each name, from one seed.
    Chance(std::uint64_t seed, std::string_view name) : state_(seed) {
        for (const char c : name) state_ = next() ^ static_cast<unsigned char>(c);
    }

    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    // 0 to below - 1; `below` above 0 and far below 2^64, so that the remainder favours none that anybody could see.
    std::size_t below(std::size_t below) { return static_cast<std::size_t>(next() % below); }

    template <class T>
    void shuffle(std::vector<T>& all) {
        for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[below(i)]);
    }

private:
    std::uint64_t state_;
};

}  // namespace myomap
