# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a big agency into a server's database by SQL, on SQLite or PostgreSQL: by the server's own door it would take hours."""
import os
import sqlite3
import subprocess

CARED_BY = 200  # workers


def numbers(postgres, count):
    """A table g(n) of 1 ... count."""
    if postgres:
        return f"(SELECT generate_series(1, {count}) AS n) g"
    return f"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c) g"


def uid(postgres, kind, n):
    """A UUIDv7 of that kind for a number."""
    digits = f"lpad(to_hex({n}), 12, '0')" if postgres else f"printf('%012x', {n})"
    return f"'0190a0b0-000{kind}-7000-8000-' || {digits}"


def statements(postgres, agency, user, count):
    """`count` clients, each with an address, a referral and its first activity; a tenth as many resource sites; of every tenth
    client a share with its consent and two messages, as well as links of theirs."""
    def u(kind, n="n"):
        return uid(postgres, kind, n)

    stamp = "018bcfe568000000-0190a0b0-0001-7000-8000-000000000001"
    table = numbers(postgres, count)
    tenth = numbers(postgres, count // 10)
    worker = u(9, f"n % {CARED_BY} + 1")

    def stamps(*fields):
        return '\'{"' + stamp + '":["' + '","'.join(fields) + '"]}\''

    mod = "n % 997"
    text = "CAST(n AS TEXT)"
    yield (f"INSERT INTO \"user\" (agency_id, id, display_name, email, role, disabled, field_stamps) SELECT '{agency}', {u(9)},"
           f" 'Worker ' || {text}, 'w' || {text} || '@opendoor.example', 'worker', 0, {stamps('display_name', 'email', 'role')}"
           f" FROM {numbers(postgres, CARED_BY)}")
    yield (f"INSERT INTO resource_site (agency_id, id, organization_name, service_name, city, address1, active, field_stamps)"
           f" SELECT '{agency}', {u(5)}, 'Organisation ' || {text}, 'Pantry ' || {text}, 'Dayton', {text} || ' Main Street', 1,"
           f" {stamps('organization_name', 'service_name', 'city', 'address1', 'active')} FROM {tenth}")
    yield (f"INSERT INTO client (agency_id, id, given_name, family_name, language, time_zone, assigned_worker_id, field_stamps)"
           f" SELECT '{agency}', {u(1)}, 'Maria' || {mod}, 'Garcia' || {text}, 'en', 'America/New_York', {worker},"
           f" {stamps('given_name', 'family_name', 'language', 'time_zone', 'assigned_worker_id')} FROM {table}")
    yield (f"INSERT INTO contact_point (agency_id, id, client_id, channel, address, is_primary, may_text, removed, field_stamps)"
           f" SELECT '{agency}', {u(2)}, {u(1)}, 'text', '+1937' || CAST(2000000 + n AS TEXT), 1, 1, 0,"
           f" {stamps('client_id', 'channel', 'address', 'is_primary')} FROM {table}")
    yield (f"INSERT INTO referral (agency_id, id, client_id, site_id, status, created_by, created_at, field_stamps)"
           f" SELECT '{agency}', {u(3)}, {u(1)}, {u(5, f'n % {max(1, count // 10)} + 1')}, 'in_review', {worker}, 1700000000000 + n,"
           f" {stamps('client_id', 'site_id', 'status', 'created_by', 'created_at')} FROM {table}")
    yield (f"INSERT INTO activity (agency_id, id, kind, client_id, referral_id, at, worker_id, field_stamps)"
           f" SELECT '{agency}', {u(4)}, 'created', {u(1)}, {u(3)}, 1700000000000 + n, {worker},"
           f" {stamps('kind', 'client_id', 'referral_id', 'at', 'worker_id')} FROM {table}")
    ten = "n * 10"
    yield (f"INSERT INTO share (agency_id, id, client_id, shared_by, shared_at, referral_ids, addresses, language, time_zone,"
           f" field_stamps) SELECT '{agency}', {u(6)}, {u(1, ten)}, {worker}, 1700000000000 + n, '[\"' || {u(3, ten)} || '\"]',"
           f" '[]', 'en', 'America/New_York', {stamps('client_id', 'shared_by', 'shared_at', 'referral_ids')} FROM {tenth}")
    yield (f"INSERT INTO consent (agency_id, id, share_id, client_id, worker_id, given_at, addresses, wording, language,"
           f" field_stamps) SELECT '{agency}', {u(7)}, {u(6)}, {u(1, ten)}, {worker}, 1700000000000 + n, '[]',"
           f" 'I consent', 'en', {stamps('share_id', 'client_id', 'worker_id', 'given_at', 'wording')} FROM {tenth}")
    for kind, digit, state, referral in (("initial", 8, "delivered", "NULL"), ("follow_up", "a", "waiting", u(3, ten))):
        yield (f"INSERT INTO message (agency_id, id, share_id, client_id, referral_id, kind, channel, address, due_at, language,"
               f" state, state_at, field_stamps) SELECT '{agency}', {u(digit)}, {u(6)}, {u(1, ten)}, {referral}, '{kind}', 'text',"
               f" '+1937' || CAST(2000000 + n * 10 AS TEXT), 1900000000000 + n, 'en', '{state}', 1700000000000 + n,"
               f" {stamps('share_id', 'client_id', 'kind', 'channel', 'address', 'due_at', 'state')} FROM {tenth}")
    yield (f"INSERT INTO link_token (agency_id, token_hash, kind, share_id, message_id, channel, address, made_at, expires_at,"
           f" revoked) SELECT '{agency}', 'hash' || {text}, 'r', {u(6)}, {u(8)}, 'text', '+1937' || CAST(2000000 + n * 10 AS TEXT),"
           f" 1700000000000, 1900000000000, 0 FROM {tenth}")
    # Whose each record is, as core/domain/records/schema.h orders them.
    for place, kind, entity, owner, rows in ((2, 9, "user", "''", numbers(postgres, CARED_BY)), (3, 1, "client", u(1), table),
                                             (4, 2, "contact_point", u(1), table), (5, 5, "resource_site", "''", tenth),
                                             (7, 3, "referral", u(1), table), (8, 6, "share", u(1, ten), tenth),
                                             (9, 7, "consent", u(1, ten), tenth), (11, 8, "message", u(1, ten), tenth),
                                             (11, "a", "message", u(1, ten), tenth), (15, 4, "activity", u(1), table)):
        yield (f"INSERT INTO record_owner (agency_id, owner_id, place, record_id, entity)"
               f" SELECT '{agency}', {owner}, {place}, {u(kind)}, '{entity}' FROM {rows}")
    yield f"INSERT INTO client_care (agency_id, client_id, worker_id) SELECT '{agency}', {u(1)}, {worker} FROM {table}"
    yield (f"INSERT INTO change_log (agency_id, seq, change_id, device_id, entity, record_id, stamp, fields, owner_id)"
           f" SELECT '{agency}', (SELECT last_seq FROM agency_counter WHERE agency_id = '{agency}') + n, {u('b')}, {u(9, '1')},"
           f" 'referral', {u(3)}, '{stamp}', '{{\"status\":\"in_review\"}}', {u(1)} FROM {table}")
    yield f"UPDATE agency_counter SET last_seq = last_seq + {count} WHERE agency_id = '{agency}'"


def fill(host, count):
    """Into the database of a host of tests/operation/world.py."""
    url = host.sections["database"]["url"]
    if url.startswith("postgresql:"):
        agency, user = psql(url, 'SELECT agency_id || \' \' || id FROM "user" LIMIT 1').split()
        script = ";\n".join([*statements(True, agency, user, count), "ANALYZE"]) + ";\n"
        subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", url], input=script, text=True, check=True, stdout=subprocess.DEVNULL)
        return agency
    there = sqlite3.connect(os.path.join(host.folder, url.split(":", 1)[1]), isolation_level=None)
    agency, user = there.execute('SELECT agency_id, id FROM "user" LIMIT 1').fetchone()
    there.execute("PRAGMA synchronous = OFF")
    there.execute("PRAGMA cache_size = -500000")
    there.execute("BEGIN IMMEDIATE")
    for statement in statements(False, agency, user, count):
        there.execute(statement)
    there.execute("COMMIT")
    there.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    there.close()
    return agency


def psql(url, sql):
    return subprocess.run(["psql", "-Atqc", sql, url], check=True, capture_output=True, text=True).stdout
