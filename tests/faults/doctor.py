# SPDX-License-Identifier: GPL-3.0-or-later
"""doctor.py FOLDER: the judge's own test. Spoils a copy of good evidence, one thing at a time, and each time the judge must say
which invariant does not hold. A judge that finds nothing to say is no judge."""
import copy
import json
import sys
import tempfile

import judge

FILES = ("server", "desks", "answers", "world", "texts", "mails")


def first(rows, **wanted):
    return next(row for row in rows if all(row[key] == value for key, value in wanted.items()))


def taken_text(all_):
    """A text that a carrier took, with the message that it is."""
    links = {row["token_hash"]: row["message_id"] for row in all_["server"]["link_token"]}
    for text in all_["texts"]:
        if not text["inbound"] and not text["from_carrier"] and (token := judge.LINK.findall(text["body"])):
            message = first(all_["server"]["message"], id=links[judge.sha(token[0])])
            if message["kind"] == "follow_up":
                return text, message
    raise AssertionError("the run had no follow-up text: let it be longer")


def without_consent(all_):
    _, message = taken_text(all_)
    first(all_["server"]["consent"], share_id=message["share_id"])["addresses"] = "[]"


def after_stop(all_):
    text, _ = taken_text(all_)
    all_["texts"].insert(0, {**text, "sid": "SMx", "inbound": True, "from": text["to"], "body": "STOP"})


def twice(all_):
    all_["texts"].append(taken_text(all_)[0])


def other_body(all_):
    taken_text(all_)[0]["body"] += " and more"


def left_in_sending(all_):
    taken_text(all_)[1]["state"] = "sending"


def lost_edit(all_):
    edit = next(edit for edit in all_["desks"][0]["journal"] if edit.get("entity") == "activity")
    all_["server"]["change_log"] = [row for row in all_["server"]["change_log"] if row["record_id"] != edit["key"]]


def lost_on_desk(all_):
    desk = all_["desks"][0]
    edit = next(edit for edit in desk["journal"] if edit.get("entity") == "activity")
    desk["records"] = [row for row in desk["records"] if row["key"] != edit["key"]]


def other_on_desk(all_):
    next(row for row in all_["desks"][0]["records"] if row["entity"] == "client")["fields"]["family_name"] = "Other"


def forgotten_answer(all_):
    kept = next(row for row in all_["server"]["activity"] if row["kind"] == "answered")
    message = first(all_["server"]["message"], referral_id=kept["referral_id"])
    all_["server"]["link_token"].append({"token_hash": judge.sha("made-up"), "message_id": message["id"]})
    for row in all_["server"]["activity"]:
        row["answer"] = None
    all_["answers"].append({"token": "made-up", "answer": kept["answer"]})


def too_early(all_):
    taken_text(all_)[0]["at"] -= 86400_000


def at_night(all_):
    taken_text(all_)[0]["at"] += 13 * 3600_000


def foreign_client(all_):
    theirs = next(desk for desk in all_["desks"][1:] if desk["role"] == "worker")
    client = next(row for row in theirs["records"] if row["entity"] == "client")
    all_["desks"][0]["records"].append(client)


def old_fence(all_):
    rows = all_["server"]["intent"]
    rows[0]["fence"] = rows[1]["fence"]


def lost_text(all_):
    all_["texts"].append({"sid": "SMlost", "from": "+12122000000", "to": "+16505550100", "body": "hello", "inbound": True, "from_carrier": False})


def back_to_waiting(all_):
    row = [row for row in all_["server"]["change_log"] if row["entity"] == "message" and '"sent"' in row["fields"]][-1]
    all_["server"]["change_log"].append({**row, "seq": len(all_["server"]["change_log"]) + 1, "change_id": "x", "fields": '{"state": "waiting"}'})


def gap(all_):
    all_["server"]["change_log"].pop(5)


def not_taken(all_):
    text, _ = taken_text(all_)
    all_["texts"].remove(text)


def untraced(all_):
    all_["server"]["share"].pop()


CASES = {without_consent: "i1", after_stop: "i2", twice: "i3", other_body: "i3", left_in_sending: "i4", lost_edit: "i5", lost_on_desk: "i5",
         other_on_desk: "i6", forgotten_answer: "i7", too_early: "i8", at_night: "i8", foreign_client: "i9", untraced: "i10", old_fence: "r8",
         lost_text: "r9", back_to_waiting: "r10", gap: "r13", not_taken: "r15"}


def main(folder):
    good = {}
    for name in FILES:
        with open(f"{folder}/{name}.json", encoding="utf-8") as file:
            good[name] = json.load(file)
    missed = []
    for spoil, expected in CASES.items():
        spoiled = copy.deepcopy(good)
        spoil(spoiled)
        with tempfile.TemporaryDirectory() as place:
            for name in FILES:
                with open(f"{place}/{name}.json", "w", encoding="utf-8") as file:
                    json.dump(spoiled[name], file)
            said = [name for name in run(place)]
        if not any(name.startswith(expected + "_") for name in said):
            missed.append(f"{spoil.__name__} was not seen by {expected}: {said}")
    for sentence in missed:
        print(sentence)
    print(f"the judge saw {len(CASES) - len(missed)} of {len(CASES)} spoiled records")
    return 1 if missed else 0


def run(place):
    """The broken invariants; one that stumbles over the spoiled record has seen that something is wrong, too."""
    evidence = judge.Evidence(place)
    for invariant in judge.INVARIANTS:
        try:
            if list(invariant(evidence)):
                yield invariant.__name__
        except (KeyError, AttributeError, TypeError, ValueError):
            yield invariant.__name__ + " stumbled"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
