#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# certificates.sh FOLDER: an authority of our own (ca.pem) and certificates for a mail server at localhost: good, and three
# that nobody may accept: selfsigned, wrongname, expired.
set -euo pipefail
cd "$1"
key() { openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$2" 2>/dev/null; }
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj "/CN=Handrail test authority" 2>/dev/null
touch index.txt
echo 01 >serial
cat >ca.cnf <<END
[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
unique_subject = no
policy = any
[any]
commonName = supplied
[here]
subjectAltName = DNS:localhost, IP:127.0.0.1
[there]
subjectAltName = DNS:mail.elsewhere.test
END
sign() { openssl ca -batch -config ca.cnf -in "$1.csr" -out "$1.pem" -notext -extensions "$2" -startdate "$3" -enddate "$4" 2>/dev/null; }
soon=$(date -u -d '+20 days' +%Y%m%d%H%M%SZ)
past=$(date -u -d '-20 days' +%Y%m%d%H%M%SZ)
yesterday=$(date -u -d '-1 day' +%Y%m%d%H%M%SZ)
key good localhost; sign good here "$yesterday" "$soon"
key wrongname mail.elsewhere.test; sign wrongname there "$yesterday" "$soon"
key expired localhost; sign expired here "$past" "$yesterday"
openssl req -x509 -newkey rsa:2048 -nodes -keyout selfsigned.key -out selfsigned.pem -days 10 -subj /CN=localhost \
    -addext "subjectAltName = DNS:localhost, IP:127.0.0.1" 2>/dev/null
