# SPDX-License-Identifier: GPL-3.0-or-later
"""An Arabic pseudo-translation: every text becomes Arabic letters of the same length, so that it is seen from right to left.

As tests/ui/righttolefttest.cpp has it: digits, signs, placeholders (%1, %n, {link}) and mnemonics stay.
"""
import pathlib
import subprocess
import xml.etree.ElementTree as ElementTree


def arabic(text):
    """The text in letters of the Arabic block."""
    out, at = [], 0
    while at < len(text):
        if text[at] == "%" and at + 1 < len(text):
            out.append(text[at:at + 2])
            at += 2
            continue
        if text[at] == "{" and "}" in text[at:]:
            end = text.index("}", at) + 1
            out.append(text[at:end])
            at = end
            continue
        out.append(chr(0x0627 + ord(text[at]) % 20) if text[at].isalpha() else text[at])
        at += 1
    return "".join(out)


def write(source, folder):
    """Compiles the pseudo-translation of the texts in `source` (.ts) into `folder`; says what each text became."""
    tree = ElementTree.parse(source)
    tree.getroot().set("language", "ar")
    words = {}
    for message in tree.iter("message"):
        text = message.findtext("source")
        words[text] = arabic(text)
        translation = message.find("translation")
        plural = message.get("numerus") == "yes"
        translation.clear()
        if plural:
            for _ in range(6):  # Arabic has six forms
                ElementTree.SubElement(translation, "numerusform").text = words[text]
        else:
            translation.text = words[text]
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    tree.write(folder / "handrail_ar.ts", encoding="utf-8", xml_declaration=True)
    subprocess.run(["/usr/lib/qt6/bin/lrelease", "-silent", str(folder / "handrail_ar.ts"), "-qm", str(folder / "handrail_ar.qm")],
                   check=True)
    return words
