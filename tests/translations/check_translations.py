#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_translations.py LUPDATE SOURCES TS ROOT COPY

Runs lupdate over the sources beside a copy of the catalogue and exits 1 with every text that is not in
English there: new, unfinished, empty, or still Korean."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


def english_of(translation):
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def main():
    lupdate, sources, catalogue, root, copy = sys.argv[1:]
    shutil.copyfile(catalogue, copy)
    subprocess.run([lupdate, "-silent", "-source-language", "ko_KR", "-target-language", "en_US",
                    "-no-obsolete", "-locations", "none", "-I", root, sources, "-ts", copy],
                   check=True)
    messages = tree.parse(copy).getroot().findall("context/message")
    if not messages:
        print(f"{catalogue}: no texts at all")
        return 1
    wrong = 0
    for message in messages:
        translation = message.find("translation")
        english = english_of(translation)
        if (translation.get("type") is not None or any(not text.strip() for text in english)
                or any(HANGUL.search(text) for text in english)):
            print(f"{catalogue}: is not in English: {message.findtext('source')}")
            wrong += 1
    print(f"{len(messages)} texts, {wrong} of them not in English")
    return 1 if wrong else 0


sys.exit(main())
