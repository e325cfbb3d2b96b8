// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace handrail {

/// What kind of trouble it is: lets code branch without reading the sentence.
enum class ErrorCode {
    InvalidInput,   ///< A person or a peer gave something that can't be right.
    NotAllowed,     ///< A rule or a role forbids it.
    NotFound,       ///< The thing named does not exist (any more).
    Conflict,       ///< It was changed or done already by somebody else.
    Offline,        ///< The other side can't be reached; trying later is right.
    ServerTrouble,  ///< The other side answered with something it should not have.
    Unauthorized,   ///< Who is asking is not (or no longer) signed in.
    StorageTrouble, ///< The local database or file could not be read or written.
    KeyTrouble,     ///< The keychain does not give the store's key; the store is left untouched.
    NewerVersion,   ///< Data or a peer of a newer version than this program understands.
    Internal,       ///< A defect of ours, caught before it did harm.
};

/// An error that can be shown to a person as it is: what happened, what it means for the client, what to do.
/// Carries no personal data, so it may be logged.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString sentence;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value or an Error. C++20 has no std::expected; this is the small part of it that Handrail uses.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// Nothing or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_failed(true)
        , m_error(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return !m_failed; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const { return m_error; }

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace handrail
