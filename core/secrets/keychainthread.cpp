// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keychainthread.h"

#include <QCoreApplication>
#include <QMutex>
#include <QThread>
#include <memory>

namespace handrail {

namespace {

struct KeychainThread
{
    QMutex mutex;
    std::unique_ptr<QThread> thread;
    std::unique_ptr<QObject> context;
};

KeychainThread& keychainThread()
{
    static KeychainThread thread;
    return thread;
}

void stop()
{
    KeychainThread& keychain = keychainThread();
    const QMutexLocker lock(&keychain.mutex);
    keychain.thread->quit();
    keychain.thread->wait();
    keychain.context.reset();
    keychain.thread.reset();
}

} // namespace

QObject* keychainThreadContext()
{
    KeychainThread& keychain = keychainThread();
    const QMutexLocker lock(&keychain.mutex);
    if (!keychain.thread && QCoreApplication::instance() != nullptr) {
        keychain.thread = std::make_unique<QThread>();
        keychain.thread->setObjectName(QStringLiteral("keychain"));
        keychain.context = std::make_unique<QObject>();
        keychain.context->moveToThread(keychain.thread.get());
        keychain.thread->start();
        qAddPostRoutine(stop);
    }
    return keychain.context.get();
}

} // namespace handrail
