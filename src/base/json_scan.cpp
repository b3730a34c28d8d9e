#include "base/json_scan.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

namespace myomap {

using nlohmann::json;

namespace {

struct Position {
    const char* next = nullptr;
    int line = 1;
};

// Hands the text to the parser and counts lines on the way.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Position* position) : at_(at), position_(position) {}

    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        if (*at_ == '\n') ++position_->line;
        position_->next = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    Position* position_;
};

}  // namespace

class JsonScan::Handler : public nlohmann::json_sax<json> {
public:
    Handler(JsonScan& scan, const Position& position, const char* begin, int max_nesting,
            std::unordered_map<std::string, int>* wanted, std::vector<DuplicateKey>* duplicates)
        : scan_(scan),
          position_(position),
          begin_(begin),
          max_nesting_(max_nesting),
          wanted_(wanted),
          duplicates_(duplicates) {}

    bool null() override { return scalar(position_.line); }
    bool boolean(bool) override { return scalar(position_.line); }
    bool number_integer(std::int64_t) override { return scalar(number_line()); }
    bool number_unsigned(std::uint64_t) override { return scalar(number_line()); }
    bool number_float(double, const std::string&) override { return scalar(number_line()); }
    bool string(std::string& value) override {
        scan_.longest_string_ = std::max(scan_.longest_string_, value.size());
        return scalar(position_.line);
    }
    bool binary(json::binary_t&) override { return scalar(position_.line); }

    bool start_object(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        Frame& frame = frames_.back();
        scan_.longest_string_ = std::max(scan_.longest_string_, name.size());
        scan_.pointer_.resize(frame.pointer_length);
        append_pointer_token(scan_.pointer_, name);
        frame.key_line = position_.line;
        if (duplicates_) {
            const auto [first, is_new] = frame.keys.emplace(name, position_.line);
            if (!is_new) duplicates_->push_back({scan_.pointer_, position_.line, first->second});
        }
        return true;
    }

    bool parse_error(std::size_t byte, const std::string&, const json::exception& error) override {
        scan_.failure_ = error.id == 406 ? Failure::number_range : Failure::syntax;
        scan_.failed_byte_ = byte;
        scan_.failed_line_ = position_.line;
        if (!frames_.empty() && frames_.back().array) enter_element(frames_.back());
        return false;
    }

private:
    struct Frame {
        bool array;
        std::size_t pointer_length;
        std::size_t index = 0;
        int key_line = 0;
        std::unordered_map<std::string, int> keys;
    };

    // The parser looks one byte past a number, which may be the line's end.
    int number_line() const {
        return position_.next > begin_ && position_.next[-1] == '\n' ? position_.line - 1 : position_.line;
    }

    void enter_element(const Frame& frame) {
        scan_.pointer_.resize(frame.pointer_length);
        scan_.pointer_ += '/';
        scan_.pointer_ += std::to_string(frame.index);
    }

    void enter(int line) {
        if (!frames_.empty()) {
            Frame& frame = frames_.back();
            if (frame.array) {
                enter_element(frame);
                ++frame.index;
            } else {
                line = frame.key_line;
            }
        }
        if (!wanted_) return;
        if (const auto found = wanted_->find(scan_.pointer_); found != wanted_->end()) found->second = line;
    }

    void leave() {
        if (!frames_.empty()) scan_.pointer_.resize(frames_.back().pointer_length);
    }

    bool scalar(int line) {
        enter(line);
        leave();
        return true;
    }

    bool open(bool array) {
        enter(position_.line);
        frames_.push_back({array, scan_.pointer_.size(), 0, 0, {}});
        if (static_cast<int>(frames_.size()) <= max_nesting_) return true;
        scan_.failure_ = Failure::nesting;
        scan_.failed_byte_ = static_cast<std::size_t>(position_.next - begin_);
        scan_.failed_line_ = position_.line;
        return false;
    }

    bool close() {
        frames_.pop_back();
        leave();
        return true;
    }

    JsonScan& scan_;
    const Position& position_;
    const char* begin_;
    int max_nesting_;
    std::unordered_map<std::string, int>* wanted_;
    std::vector<DuplicateKey>* duplicates_;
    std::vector<Frame> frames_;
};

JsonScan::JsonScan(std::string_view text, int max_nesting, std::unordered_map<std::string, int>* wanted,
                   std::vector<DuplicateKey>* duplicates) {
    Position position{text.data(), 1};
    Handler handler(*this, position, text.data(), max_nesting, wanted, duplicates);
    json::sax_parse(CountingIterator(text.data(), &position), CountingIterator(text.data() + text.size(), &position),
                    &handler);
}

}  // namespace myomap
