#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants the bugs of bugs.txt into copies of the product's sources.

usage: plant.py SOURCE_DIR BUGS OUTPUT_DIR [--files]

--files prints the product's sources that have a bug, and writes nothing. Otherwise each of them
is written to OUTPUT_DIR with every snippet replaced, and planted_bugs.cpp with the list of names.
Fails when a snippet does not stand exactly once in its file: then the product has changed, and the
bug must be written anew.
"""
import pathlib
import re
import sys

BUG = re.compile(r"^== (?P<name>[a-z0-9_]+)\n(?P<file>\S+)\n(?:(?!<<<)[^\n]*\n)*?<<<\n(?P<old>.*?)\n===\n"
                 r"(?P<new>.*?)\n>>>$", re.MULTILINE | re.DOTALL)


def fail(message):
    sys.exit(f"plant.py: {message}")


def read_bugs(path):
    text = path.read_text(encoding="utf-8")
    bugs = [match.groupdict() for match in BUG.finditer(text)]
    if len(bugs) != len(re.findall(r"^== ", text, re.MULTILINE)):
        fail(f"{path}: a bug is not written as it should be")
    names = [bug["name"] for bug in bugs]
    if len(set(names)) != len(names):
        fail(f"{path}: a name stands twice")
    return bugs


def mutated(source, bugs):
    """The source with all its bugs, each behind its switch."""
    text = source.read_text(encoding="utf-8")
    for bug in bugs:
        if text.count(bug["old"]) != 1:
            fail(f"{bug['name']}: its snippet stands {text.count(bug['old'])} times in {bug['file']}")
        text = text.replace(bug["old"], bug["new"].replace("PLANTED", f'::coffee::sim::isPlanted("{bug["name"]}")'))
    head = '#include "tests/sim/planted_switch.h"\n'
    return head + text


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--files"]
    if len(arguments) != 3:
        fail("usage: plant.py SOURCE_DIR BUGS OUTPUT_DIR [--files]")
    root, output = pathlib.Path(arguments[0]), pathlib.Path(arguments[2])
    bugs = read_bugs(pathlib.Path(arguments[1]))
    files = sorted({bug["file"] for bug in bugs})
    if "--files" in sys.argv:
        print(";".join(files), end="")
        return
    for name in files:
        target = output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = mutated(root / name, [bug for bug in bugs if bug["file"] == name])
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")
    names = "".join(f'        "{bug["name"]}",\n' for bug in bugs)
    (output / "planted_bugs.cpp").write_text(
        '#include "tests/sim/planted.h"\n#include "tests/sim/planted_switch.h"\n\n#include <algorithm>\n\n'
        "namespace coffee::sim {\n\nstd::vector<std::string> plantedBugs()\n{\n    return {\n"
        + names + "    };\n}\n\nbool plant(const std::string& name)\n{\n"
        "    const auto bugs = plantedBugs();\n"
        "    if (std::find(bugs.begin(), bugs.end(), name) == bugs.end())\n        return false;\n"
        "    planted = name;\n    return true;\n}\n\n} // namespace coffee::sim\n", encoding="utf-8")


main()
