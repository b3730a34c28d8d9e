#pragma once
// Keeps the memory of a software driver small. Such a driver stores what it is given to draw until that is drawn, some
// 13 MB a body, and may have several stores. What is in a store stays there until that very store is filled again,
// which at rest is never: a plate of four views would hold 50 MB. So a body is drawn in pieces, and none is begun
// before the last but one is finished. A software driver draws one piece while the next is prepared; a graphics card
// has drawn a piece before anyone could wait for it.

#include <epoxy/gl.h>

namespace myomap {

class Pace {
public:
    enum class Kind {
        swift,   // one piece is drawn while the next is prepared: two stores are used, of a small piece each
        frugal,  // each piece is finished before the next is begun: one store is used, and whatever is drawn next
                 // empties it
    };

    explicit Pace(Kind kind) : kind_(kind) {}
    ~Pace();
    Pace(const Pace&) = delete;
    Pace& operator=(const Pace&) = delete;

    // Into how many pieces a body should be cut. Beginning a piece costs time, with multisampling much of it.
    int pieces() const { return kind_ == Kind::swift ? 4 : 2; }

    // What was drawn since the last call is one piece.
    void piece_done();

private:
    Kind kind_;
    GLsync being_drawn_ = nullptr;
};

}  // namespace myomap
