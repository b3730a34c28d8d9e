#pragma once
// The clinic's own head and foot of every page. Kept as letterhead.json in the user's folder for settings, with a copy
// of the logo beside it, so that it stays when the original is moved.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec2.hpp>

#include "base/failure.h"

namespace myomap {

struct LetterheadError : Failure {
    using Failure::Failure;
};

struct Letterhead {
    std::string name;
    std::vector<std::string> address;  // a line each
    std::string phone;
    std::string footer;  // one line below everything
    std::string logo;    // the copy's name beside the file; "" for none

    bool operator==(const Letterhead&) const = default;
    bool empty() const { return *this == Letterhead{}; }
};

inline constexpr std::size_t most_address_lines = 5;

// As pages draw it.
struct Logo {
    glm::ivec2 size{};
    std::vector<std::uint8_t> bgra;  // cairo's premultiplied 32-bit pixels

    bool operator==(const Logo&) const = default;
};

struct PageLetterhead {
    Letterhead words;
    Logo logo;  // empty where there is none

    bool operator==(const PageLetterhead&) const = default;
};

// "" when the environment names no folder for settings; then there is no letterhead.
std::filesystem::path letterhead_file();

// Empty where there is no such file. Throws LetterheadError for one that is damaged.
Letterhead read_letterhead(const std::filesystem::path& file);

// Throws LetterheadError for a line that is too long or too many of them.
void check_letterhead(const Letterhead& letterhead);

// Throws as check_letterhead, and FileError.
void write_letterhead(const std::filesystem::path& file, const Letterhead& letterhead);

// Takes the letterhead away, its logo too. Throws LetterheadError.
void remove_letterhead(const std::filesystem::path& file);

// PNG or JPEG, scaled down to what a page needs. Throws LetterheadError for anything else, for what is damaged, and,
// before any of it is decoded, for what is larger than a logo can sanely be.
Logo decode_logo(std::string_view bytes);

// Copies the picture beside the letterhead's file and gives the copy's name. Throws LetterheadError, ReadError,
// FileError; nothing is changed then.
std::string keep_logo(const std::filesystem::path& picture, const std::filesystem::path& letterhead_file);

// What pages use. Null where there is none. What keeps a letterhead or its logo from being used becomes `problem`, a
// sentence; the page is made without it.
std::shared_ptr<const PageLetterhead> open_letterhead(const std::filesystem::path& file, Message& problem);

}  // namespace myomap
