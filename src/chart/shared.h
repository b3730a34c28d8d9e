#pragma once
// Values that many states of a document share: copying one copies a pointer, changing one makes a new one and leaves
// the others as they are. Two are equal when what they hold is equal.

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace myomap {

template <class T>
class Shared {
public:
    Shared() : value_(nothing()) {}
    Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    bool operator==(const Shared& other) const { return value_ == other.value_ || *value_ == *other.value_; }

private:
    static const std::shared_ptr<const T>& nothing() {
        static const auto value = std::make_shared<const T>();
        return value;
    }

    std::shared_ptr<const T> value_;
};

// A list of shared items: a changed list shares every item that did not change.
template <class T>
class SharedList {
public:
    SharedList() = default;
    explicit SharedList(std::vector<Shared<T>> items) : items_(std::move(items)) {}

    std::size_t size() const { return items_->size(); }
    bool empty() const { return items_->empty(); }
    const T& operator[](std::size_t i) const { return *(*items_)[i]; }
    const Shared<T>& shared(std::size_t i) const { return (*items_)[i]; }

    SharedList with(Shared<T> item) const {
        auto items = *items_;
        items.push_back(std::move(item));
        return SharedList(std::move(items));
    }
    SharedList with(T item) const { return with(Shared<T>(std::move(item))); }
    SharedList replaced(std::size_t i, T item) const {
        auto items = *items_;
        items.at(i) = std::move(item);
        return SharedList(std::move(items));
    }
    SharedList without(std::size_t i) const {
        auto items = *items_;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
        return SharedList(std::move(items));
    }

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;

        Iterator() = default;
        explicit Iterator(const Shared<T>* at) : at_(at) {}
        const T& operator*() const { return **at_; }
        const T* operator->() const { return &**at_; }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) { return Iterator(at_++); }
        bool operator==(const Iterator&) const = default;

    private:
        const Shared<T>* at_ = nullptr;
    };
    Iterator begin() const { return Iterator(items_->data()); }
    Iterator end() const { return Iterator(items_->data() + items_->size()); }

    bool operator==(const SharedList&) const = default;

private:
    Shared<std::vector<Shared<T>>> items_;
};

}  // namespace myomap
