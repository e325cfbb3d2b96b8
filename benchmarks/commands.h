// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace handrail::bench {

/// share [ROUNDS]: a share of 1, 3 and 30 referrals beside a bare transaction of the same rows, encrypted and plain.
int shareBench(const QStringList& arguments);
/// fill FILE ROWS: a local store with so many clients, each with a referral.
int fillBench(const QStringList& arguments);
/// growth FOLDER ROWS,ROWS...: what the desk asks of stores of these sizes, kept in the folder (Google Benchmark, JSON).
int growthBench(const QStringList& arguments);
/// mails PORT COUNT CONNECTIONS [written]: mails to a mail server on this machine; written: before the clock starts. Seconds.
int mailBench(const QStringList& arguments);
/// texts URL COUNT CONNECTIONS: texts to a Twilio-compatible server, by Handrail's carrier; seconds.
int textBench(const QStringList& arguments);
/// bare-texts URL COUNT CONNECTIONS: the same requests by a loop of libcurl; seconds.
int bareTextBench(const QStringList& arguments);

} // namespace handrail::bench
