// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainsecrets.h"

#include "core/secrets/keychainthread.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSemaphore>
#include <memory>
#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(secretsLog, "handrail.secrets")

namespace handrail {

struct KeychainSecrets::Answer
{
    bool inTime = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
};

namespace {

const QString service = u"Handrail"_s;

Error trouble(const char* sentence)
{
    return {ErrorCode::KeyTrouble, QCoreApplication::translate("Secrets", sentence)};
}

Error noAnswer()
{
    return trouble(QT_TRANSLATE_NOOP(
        "Secrets",
        "The system's keychain did not answer. It may be waiting for you: please look for a window that asks "
        "for its password or wants to set it up (KWallet), then start Handrail again. Your data were left "
        "as they are."));
}

/// QtKeychain tells the troubles of Linux apart by their text alone, so only refusal has a sentence of its own.
Error sentenceFor(QKeychain::Error error)
{
    qCWarning(secretsLog) << "the keychain answered with error" << int(error);
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser)
        return trouble(QT_TRANSLATE_NOOP(
            "Secrets", "The system's keychain is locked or refused Handrail. Please unlock it and start Handrail "
                       "again. Your data were left as they are."));
    return trouble(QT_TRANSLATE_NOOP(
        "Secrets",
        "The system's keychain can't be used. Handrail keeps the key of your data in it and nowhere else. On "
        "Linux, please check that GNOME Keyring or KWallet is installed, running and unlocked, then start "
        "Handrail again. Your data were left as they are."));
}

} // namespace

KeychainSecrets::KeychainSecrets(QString profile, int timeoutMs)
    : m_profile(std::move(profile))
    , m_timeoutMs(timeoutMs)
{
}

QString KeychainSecrets::keyOf(const QString& name) const
{
    return m_profile.isEmpty() ? name : m_profile + u'/' + name;
}

KeychainSecrets::Answer KeychainSecrets::ask(const std::function<QKeychain::Job*()>& make) const
{
    struct Shared
    {
        Answer answer;
        QSemaphore done;
    };
    auto shared = std::make_shared<Shared>();
    QObject* context = keychainThreadContext();
    if (context == nullptr)
        return {};
    QMetaObject::invokeMethod(
        context,
        [context, shared, make] {
            // The job deletes itself when it finishes. One that nobody waits for any more is left to do so: a late
            // answer of the keychain would find it gone.
            QKeychain::Job* job = make();
            job->setInsecureFallback(false);
            QObject::connect(job, &QKeychain::Job::finished, context, [shared](QKeychain::Job* finished) {
                auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(finished);
                shared->answer = {true, finished->error(), reading != nullptr ? reading->textData() : QString()};
                shared->done.release();
            });
            job->start();
        },
        Qt::QueuedConnection);
    return shared->done.tryAcquire(1, m_timeoutMs) ? shared->answer : Answer{};
}

Result<std::optional<QByteArray>> KeychainSecrets::read(const QString& name)
{
    const Answer answer = ask([key = keyOf(name)] {
        auto* job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    });
    if (!answer.inTime)
        return noAnswer();
    if (answer.error == QKeychain::EntryNotFound)
        return std::optional<QByteArray>();
    if (answer.error != QKeychain::NoError)
        return sentenceFor(answer.error);
    auto decoded = QByteArray::fromBase64Encoding(answer.text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return trouble(QT_TRANSLATE_NOOP(
            "Secrets", "What the system's keychain has under Handrail's name was not written by Handrail. Please ask "
                       "your administrator. Your data were left as they are."));
    return std::optional(std::move(decoded.decoded));
}

Result<void> KeychainSecrets::write(const QString& name, const QByteArray& secret)
{
    // The Windows credential store takes 2,560 bytes of UTF-16 at most.
    constexpr qsizetype maxSecret = 900;
    if (secret.size() > maxSecret)
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("Secrets", "A secret is too long for the system's keychain.")};
    const Answer answer = ask([key = keyOf(name), text = QString::fromLatin1(secret.toBase64())] {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setTextData(text);
        return job;
    });
    if (!answer.inTime)
        return noAnswer();
    return answer.error == QKeychain::NoError ? Result<void>() : sentenceFor(answer.error);
}

Result<void> KeychainSecrets::remove(const QString& name)
{
    const Answer answer = ask([key = keyOf(name)] {
        auto* job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return job;
    });
    if (!answer.inTime)
        return noAnswer();
    const bool gone = answer.error == QKeychain::NoError || answer.error == QKeychain::EntryNotFound;
    return gone ? Result<void>() : sentenceFor(answer.error);
}

} // namespace handrail
