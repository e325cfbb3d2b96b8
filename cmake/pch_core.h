// Precompiled: what nearly every file of ours includes. Not a place for our own headers.
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTimeZone>
#include <QUuid>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>
