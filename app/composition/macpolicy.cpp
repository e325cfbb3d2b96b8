// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/systempolicy.h"

#include <CoreFoundation/CoreFoundation.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

QString textOf(CFPropertyListRef value)
{
    if (CFGetTypeID(value) == CFStringGetTypeID())
        return QString::fromCFString(static_cast<CFStringRef>(value));
    if (CFGetTypeID(value) == CFBooleanGetTypeID())
        return CFBooleanGetValue(static_cast<CFBooleanRef>(value)) ? u"yes"_s : u"no"_s;
    int number = 0;
    if (CFGetTypeID(value) == CFNumberGetTypeID() &&
        CFNumberGetValue(static_cast<CFNumberRef>(value), kCFNumberIntType, &number))
        return QString::number(number);
    return {};
}

} // namespace

Policy systemPolicy()
{
    const CFStringRef domain = CFSTR("org.handrail.Handrail");
    QMap<QString, QString> values;
    for (const QString& name : policyNames()) {
        const CFStringRef key = name.toCFString();
        // Only what a profile forces: the person's own preferences are no policy.
        if (CFPreferencesAppValueIsForced(key, domain)) {
            if (const CFPropertyListRef value = CFPreferencesCopyAppValue(key, domain)) {
                values.insert(name, textOf(value));
                CFRelease(value);
            }
        }
        CFRelease(key);
    }
    return readPolicy(values);
}

} // namespace handrail::composition
