#!/usr/bin/env python3
"""The build itself must refuse a header from a floor above: check-stairs.py BUILD-FOLDER

Compiles, with each floor's own flags, a file that includes one header it may see and then, one at a
time, headers it must not see.  The first has to compile, the others must not.
"""
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

ORDER = ["base", "schema", "model", "clinical", "store", "image", "figure", "document", "exchange", "cli", "ui"]
HEADER = {
    "base": "tonus-id.h", "schema": "tonus-schema.h", "model": "tonus-record.h", "clinical": "tonus-dossier.h",
    "store": "tonus-practice.h", "image": "tonus-image.h", "figure": "tonus-figure-list.h", "document": "tonus-page.h",
    "exchange": "tonus-import.h",
}
FORBIDDEN = {
    "base": ["schema", "model", "clinical", "store", "image", "figure", "document", "exchange"],
    "schema": ["model", "clinical", "store", "image", "figure", "document", "exchange"],
    "model": ["clinical", "store", "image", "figure", "document", "exchange"],
    "clinical": ["store", "image", "figure", "document", "exchange"],
    "store": ["image", "figure", "document", "exchange"],
    "image": ["schema", "model", "clinical", "store", "figure", "document", "exchange"],
    "figure": ["schema", "model", "clinical", "store", "document", "exchange"],
    "document": ["store", "exchange"],
    "exchange": ["store", "figure", "document"],
    "cli": [],
    "ui": [],
}
NO_GTK = ["base", "schema", "model", "clinical", "store", "image", "figure", "document", "exchange", "cli"]


def flags_of(build, floor):
    """The compiler call of some source of the floor, without its input and output."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.PurePath(entry["file"])
        if path.parts[-3:-1] == ("src", floor) and path.suffix == ".c":
            words = shlex.split(entry["command"])
            kept, skip = [], 0
            for word in words:
                if skip:
                    skip -= 1
                elif word in ("-o", "-MF", "-MQ"):
                    skip = 1
                elif word not in ("-c", "-MD", entry["file"]):
                    kept.append(word)
            return kept
    return None


def compiles(build, flags, header):
    with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
        source.write(f"#include <{header}>\nint tonus_proof;\n")
        source.flush()
        call = flags + ["-Wno-error", "-fsyntax-only", source.name]
        return subprocess.run(call, cwd=build, stderr=subprocess.DEVNULL, check=False).returncode == 0


def main():
    build = pathlib.Path(sys.argv[1])
    breaches = checked = 0
    for floor in ORDER:
        flags = flags_of(build, floor)
        if flags is None:
            print(f"src/{floor}: is not compiled at all")
            breaches += 1
            continue
        own = HEADER.get(floor, "tonus-record.h")
        if not compiles(build, flags, own):
            print(f"src/{floor}: cannot even see {own}")
            breaches += 1
        wrong = [HEADER[above] for above in FORBIDDEN[floor]]
        if floor in NO_GTK:
            wrong.append("gtk/gtk.h")
        for header in wrong:
            checked += 1
            if compiles(build, flags, header):
                print(f"src/{floor}: {header} compiles, and must not")
                breaches += 1
    print(f"{checked} forbidden includes tried, {breaches} breaches")
    return 1 if breaches or not checked else 0


sys.exit(main())
