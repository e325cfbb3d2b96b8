#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-mail.sh COMMAND [ARGS...]: runs COMMAND beside a real mail system on loopback: postfix takes mail and writes bounces,
# dovecot has the mailboxes, smtp-server of npm has TLS and sign-in. All of it lives in a folder of its own, on free ports, and ends
# with the command. COMMAND finds the ports and the folder in HANDRAIL_MAIL_*. Postfix needs root; without it the tests are
# skipped, with that reason.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "SKIPPED: postfix and dovecot start only as root, which this run is not"; exit 77; }
for program in /usr/sbin/postfix /usr/sbin/dovecot openssl node; do
    command -v "$program" >/dev/null || { echo "$program is missing; ./test installs it"; exit 1; }
done
HANDRAIL_MAIL_MODULES=$("$here/../support/node-modules.sh" "$here" mail-peers)
export HANDRAIL_MAIL_MODULES

dir=$(mktemp -d /tmp/handrail-mail.XXXXXX)
chmod 755 "$dir"
peer_pid=
finish() {
    [ -z "$peer_pid" ] || kill "$peer_pid" 2>/dev/null || true
    for pidfile in "$dir/postfix/queue/pid/master.pid" "$dir/dovecot/run/master.pid"; do
        [ -e "$pidfile" ] || continue
        pid=$(tr -d ' ' <"$pidfile")
        kill "$pid" 2>/dev/null || true
        for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    done
    [ -n "${HANDRAIL_KEEP_MAIL:-}" ] || rm -rf "$dir"
}
trap finish EXIT INT TERM

mapfile -t port < <(python3 -c '
import socket
held = [socket.socket() for _ in range(16)]
for s in held: s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export HANDRAIL_MAIL_FOLDER=$dir HANDRAIL_MAIL_SMTP=${port[0]} HANDRAIL_MAIL_IMAP=${port[1]} HANDRAIL_MAIL_IMAPS=${port[2]}
lmtp=${port[3]}
peers="{\"starttls\":${port[4]},\"tls\":${port[5]},\"plain_auth\":${port[6]},\"login_auth\":${port[7]},\"xoauth2\":${port[8]},\
\"selfsigned\":${port[9]},\"wrongname\":${port[10]},\"expired\":${port[11]}}"
export HANDRAIL_MAIL_PEERS=$peers

bash "$here/certificates.sh" "$dir"
echo "first-token" >"$dir/token-wanted"
node "$here/peer.mjs" "$peers" "$dir" >"$dir/peer.out" 2>&1 & peer_pid=$!

# Dovecot: the mailboxes help@agency.test and maria@client.test.
mkdir -p "$dir/dovecot/run" "$dir/dovecot/mail/agency.test" "$dir/dovecot/mail/client.test"
uid=$(id -u nobody); gid=$(id -g nobody)
chown -R "$uid:$gid" "$dir/dovecot/mail"
cat >"$dir/dovecot/dovecot.conf" <<END
base_dir = $dir/dovecot/run
state_dir = $dir/dovecot/run
log_path = $dir/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <$dir/good.pem
ssl_key = <$dir/good.key
disable_plaintext_auth = no
auth_mechanisms = plain login
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:$dir/dovecot/mail/%d/%n
default_internal_user = dovecot
default_login_user = dovenull
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=$uid gid=$gid home=$dir/dovecot/mail/%d/%n allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = $HANDRAIL_MAIL_IMAP
  }
  inet_listener imaps {
    port = $HANDRAIL_MAIL_IMAPS
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = $lmtp
  }
}
service stats {
  chroot =
}
END
/usr/sbin/dovecot -c "$dir/dovecot/dovecot.conf"

# Postfix: takes mail for both domains. Mail to gone@, full@ and busy@client.test is taken, and comes back later; unknown addresses are
# refused at once.
mkdir -p "$dir/postfix/queue" "$dir/postfix/data" "$dir/postfix/config"
chown postfix "$dir/postfix/data"
cat >"$dir/postfix/config/main.cf" <<END
compatibility_level = 3.6
queue_directory = $dir/postfix/queue
data_directory = $dir/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = $dir/postfix.log
maillog_file_prefixes = $dir
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.agency.test
mydomain = agency.test
mydestination =
mynetworks = 127.0.0.0/8
recipient_delimiter = +
disable_dns_lookups = yes
virtual_mailbox_domains = agency.test, client.test
virtual_mailbox_maps = inline:{help@agency.test=1, server@agency.test=1, maria@client.test=1, slow@client.test=1}
virtual_alias_maps = inline:{gone@client.test=x@gone.test, full@client.test=x@full.test, busy@client.test=x@busy.test}
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
transport_maps = inline:{ {gone.test = error:5.1.1 there is no such mailbox}, {full.test = error:5.2.2 the mailbox is full}, {busy.test = retry:4.2.2 the mailbox is busy} }
relay_domains =
smtpd_relay_restrictions = permit_mynetworks, reject
default_transport = error:5.7.1 no mail goes outside from here
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
delay_warning_time = 1s
smtpd_client_connection_rate_limit = 0
END
cat >"$dir/postfix/config/master.cf" <<END
127.0.0.1:$HANDRAIL_MAIL_SMTP inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
END
/usr/sbin/postfix -c "$dir/postfix/config" start >"$dir/postfix.out" 2>&1 || { cat "$dir/postfix.out" "$dir/postfix.log"; exit 1; }

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for _ in $(seq 200); do
    if listens "$HANDRAIL_MAIL_SMTP" && listens "$HANDRAIL_MAIL_IMAP" && listens "$HANDRAIL_MAIL_IMAPS" && listens "$lmtp" &&
        grep -q '"ready"' "$dir/peer.log" 2>/dev/null; then
        ready=yes
        break
    fi
    sleep 0.1
done
[ -n "${ready:-}" ] || { echo "the mail system did not start within 20 seconds"; cat "$dir"/*.out "$dir"/*.log; exit 1; }
"$@"
