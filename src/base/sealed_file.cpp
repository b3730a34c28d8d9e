#include "base/sealed_file.h"

#include <algorithm>
#include <cstring>

namespace myomap {

namespace {

constexpr std::size_t seal_bytes = sizeof(std::uint64_t);
constexpr std::uint64_t prime = 1099511628211ull;

}  // namespace

void Checksum::add(const void* data, std::size_t bytes) {
    const auto* at = static_cast<const unsigned char*>(data);
    while (bytes > 0) {
        if (filled_ == 0 && bytes >= 8) {
            std::uint64_t step = 0;
            std::memcpy(&step, at, 8);
            value_ = (value_ ^ step) * prime;
            at += 8;
            bytes -= 8;
            continue;
        }
        waiting_ |= std::uint64_t{*at} << (8 * filled_);
        ++at;
        --bytes;
        if (++filled_ < 8) continue;
        value_ = (value_ ^ waiting_) * prime;
        waiting_ = 0;
        filled_ = 0;
    }
}

std::uint64_t Checksum::value() const { return filled_ == 0 ? value_ : (value_ ^ waiting_) * prime; }

void SealedWriter::write(const void* data, std::size_t bytes) {
    checksum_.add(data, bytes);
    file_.write(data, bytes);
}

void SealedWriter::commit() {
    const std::uint64_t seal = checksum_.value();
    file_.write(&seal, sizeof seal);
    file_.commit();
}

std::uintmax_t SealedReader::size() const { return file_.size() < seal_bytes ? 0 : file_.size() - seal_bytes; }

std::size_t SealedReader::read_some(void* to, std::size_t bytes) {
    const auto left = static_cast<std::size_t>(std::min<std::uintmax_t>(size() - std::min(read_, size()), bytes));
    const std::size_t got = left == 0 ? 0 : file_.read_some(to, left);
    checksum_.add(to, got);
    read_ += got;
    return got;
}

bool SealedReader::is_intact() {
    std::uint64_t seal = 0;
    return read_ == size() && file_.read_some(&seal, sizeof seal) == sizeof seal && seal == checksum_.value();
}

}  // namespace myomap
