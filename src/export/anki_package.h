#pragma once
// A package that Anki imports (.apkg): notes in a collection of schema 11, and the pictures they show, in one zip file.
// Ids are made of what a note is about, never of the time, so that importing a newer package brings the notes up to
// date instead of doubling them.

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

enum class AnkiNoteKind {
    basic,      // fields of basic_fields
    occlusion,  // of occlusion_fields: Anki's own kind of note with hidden pieces of a picture
};

// What the kinds call their fields: the same in every language, because Anki takes others for another kind of note.
inline constexpr std::array basic_fields{"Card", "Question", "Picture", "Answer", "Remember", "Sources"};
inline constexpr std::array occlusion_fields{"Occlusion", "Image", "Header", "Back Extra", "Comments"};

struct AnkiNote {
    AnkiNoteKind kind = AnkiNoteKind::basic;
    std::string key;                  // "name_muscle:trapezius_upper": its ids are made of it
    std::vector<std::string> fields;  // HTML, as many as its kind has
    std::vector<std::string> tags;    // "myomap::region::head_neck"; without blanks
};

struct AnkiPackage {
    std::string deck_id;                                     // "head_neck": the deck's id is made of it
    std::string deck_name;                                   // "Myomap::Head and neck"
    std::vector<AnkiNote> notes;                             // in the order in which they are learned
    std::map<std::string, std::vector<std::uint8_t>> media;  // by the names that fields use
};

// The bytes of the file. `modified`: seconds since 1970; Anki takes the newer one of two notes. Throws PageError,
// DatabaseError.
std::vector<std::uint8_t> anki_file(const AnkiPackage& package, std::int64_t modified);

// As text inside a field.
std::string html_text(std::string_view text);
std::string html_picture(const std::string& name);

// A piece of a picture that is hidden until the card is turned: shares of its width and height.
struct AnkiMask {
    float left = 0, top = 0, width = 0, height = 0;
};
// The field Occlusion: all of them are hidden and shown together.
std::string occlusion_text(const std::vector<AnkiMask>& masks);

}  // namespace myomap
