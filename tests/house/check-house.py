#!/usr/bin/env python3
"""Hold the source tree against the rules of the house (docs/architecture.md).

    check-house.py ROOT      one line per breach; exit status 1 if there is any
    check-house.py --translated ROOT   the files that po/POTFILES.in must list
    check-house.py --prove   plants one breach of every rule and sees that each is reported
"""
import pathlib
import re
import sys
import tempfile

# A floor may include headers of itself and of these.
FLOORS = {
    "base": [],
    "schema": ["base"],
    "model": ["base", "schema"],
    "clinical": ["base", "schema", "model"],
    "store": ["base", "schema", "model", "clinical"],
    "image": ["base"],
    "figure": ["base", "image"],
    "document": ["base", "schema", "model", "clinical", "image", "figure"],
    "exchange": ["base", "schema", "model", "clinical", "image"],
    "ui": ["base", "schema", "model", "clinical", "store", "image", "figure", "document", "exchange"],
    "cli": ["base", "schema", "model", "clinical", "store", "image", "figure", "document", "exchange"],
}
WRITING = r"\b(openat|creat|write|pwrite|rename|renameat2?|unlink|unlinkat|mkdir|mkdirat|fsync|fdatasync|" \
          r"ftruncate|fallocate|g_file_set_contents(_full)?|g_file_replace\w*|g_key_file_save_to_file|" \
          r"g_mkdir\w*|g_unlink|g_rename|g_remove|HPDF_SaveToFile)\s*\("
BANNED = r"\b(strcpy|strcat|sprintf|vsprintf|gets|atoi|atof|strtod|localtime|gmtime|asctime|strtok|g_usleep|sleep)\s*\("
NETWORK = r"\b(socket|connect|getaddrinfo|g_socket_\w+|soup_\w+)\s*\("
# What takes a path of a record; a path that the schema does not have would silently read nothing.
TAKES_PATH = r"\btonus_(?:record_(?:get|give|set)\w*|changeset_set|chart_set)\s*\([^;\"]*\"([a-z][a-z-]*/[a-z][a-z-]*)\""
BAD_NAMES = {"utils", "util", "misc", "helpers", "helper", "common"}


def strip_comments(text):
    """Comments and string contents blanked, line numbers kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    text = re.sub(r"/\*.*?\*/", blank, text, flags=re.S)
    return re.sub(r'"(\\.|[^"\\\n])*"', lambda m: m.group(0) if m.group(0).endswith('.h"') else '""', text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def find_paths(root):
    """Every section/field of the schema."""
    return {name for file in root.glob("data/schema/*.desktop.in")
            for name in re.findall(r"^\[([^\]/]+/[^\]]+)\]", file.read_text(), flags=re.M)}


def check_source(floor, path, text, owners, paths):
    code = strip_comments(text)
    for match in re.finditer(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', code, flags=re.M):
        name, where = match.group(2), line_of(code, match.start())
        if ".." in name:
            yield where, f'includes "{name}": base names only'
        if name.startswith("gtk/") and floor != "ui":
            yield where, "includes GTK outside src/ui"
        if name.startswith("hpdf") and floor != "document":
            yield where, "includes libharu outside src/document"
        if name.startswith("json-glib") and floor != "exchange":
            yield where, "includes json-glib outside src/exchange"
        if name.startswith("gdk-pixbuf") and floor != "image":
            yield where, "includes GdkPixbuf outside src/image"
        if name.startswith("cairo") and floor == "figure":
            yield where, "includes cairo: a figure is a list of paths"
        found = owners.get(name, set())
        if match.group(1) == '"' and found and not found & {floor, *FLOORS[floor]}:
            yield where, f'includes "{name}" of floor {min(found)}, which {floor} must not see'
    rules = [(BANNED, "is not used here: see CONTRIBUTING.md"), (NETWORK, "is network code, which Tonus has none of")]
    if floor != "store":
        rules.append((WRITING, "writes outside src/store"))
    for pattern, verdict in rules:
        for match in re.finditer(pattern, code):
            before = code[max(0, match.start() - 2):match.start()]
            if not (before.endswith("->") or before.endswith(".")):
                yield line_of(code, match.start()), f"{match.group(1)}() {verdict}"
    for match in re.finditer(r'\bfopen\s*\([^;]*,\s*"[^"]*[wa+]', text):
        if floor != "store":
            yield line_of(text, match.start()), "fopen() for writing outside src/store"
    for match in re.finditer(TAKES_PATH, text):
        if match.group(1) not in paths:
            yield line_of(text, match.start()), f'names the path "{match.group(1)}", which the schema does not have'
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:600]:
        yield 1, "has no SPDX line in its head"
    if re.search(r"\b(TODO|FIXME|XXX)\b", text):
        yield 1, "has a TODO: make it an issue"
    if path.suffix == ".h" and "#pragma once" not in text:
        yield 1, "has no #pragma once"


def check_tree(root):
    source = root / "src"
    folders = sorted(p.name for p in source.iterdir() if p.is_dir())
    for name in folders:
        if name not in FLOORS:
            yield f"src/{name}: is no floor of the house: add it to docs/architecture.md and to this test"
    described = re.findall(r"^\| `src/(\w+)` \|", (root / "docs" / "architecture.md").read_text(), flags=re.M)
    if sorted(described) != folders:
        yield f"docs/architecture.md: describes the floors {sorted(described)}, the tree has {folders}"
    owners = {}
    paths = find_paths(root)
    for header in source.glob("*/*.h"):
        owners.setdefault(header.name, set()).add(header.parent.name)
    for path in sorted(source.glob("*/*.[ch]")):
        floor = path.parent.name
        if floor not in FLOORS:
            continue
        if BAD_NAMES & set(re.split(r"[-.]", path.stem)):
            yield f"{path.relative_to(root)}: name the subject, not the drawer"
        for line, what in check_source(floor, path, path.read_text(), owners, paths):
            yield f"{path.relative_to(root)}:{line}: {what}"
    yield from check_potfiles(root)


def find_translated(root):
    """Every file with text for the therapist."""
    wanted = {str(p.relative_to(root)) for p in root.glob("data/*.desktop.in")}
    wanted |= {str(p.relative_to(root)) for p in root.glob("data/*.metainfo.xml.in")}
    for pattern, mark in (("src/*/*.c", r"\b_ ?\(|\bN_ ?\(|\bngettext ?\("), ("data/ui/*.ui", r'translatable="yes"'),
                          ("data/schema/*.desktop.in", r"^Label="), ("data/catalogues/*.desktop.in", r"^Label=")):
        for path in root.glob(pattern):
            if re.search(mark, path.read_text(), flags=re.M):
                wanted.add(str(path.relative_to(root)))
    return sorted(wanted)


def check_potfiles(root):
    listed = {line for line in (root / "po" / "POTFILES.in").read_text().splitlines() if line and line[0] != "#"}
    wanted = set(find_translated(root))
    for name in sorted(wanted - listed):
        yield f"po/POTFILES.in: lacks {name}, which has text for the therapist"
    for name in sorted(listed):
        if not (root / name).exists():
            yield f"po/POTFILES.in: lists {name}, which does not exist"


HEAD = "/* x.c - proof\n *\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n"
PLANTED = [
    ("src/model/a.c", HEAD + "#include <gtk/gtk.h>\n", "includes GTK"),
    ("src/store/a.c", HEAD + "#include <hpdf.h>\n", "includes libharu"),
    ("src/base/a.c", HEAD + '#include "tonus-up.h"\n', "which base must not see"),
    ("src/store/b.c", HEAD + '#include "tonus-page.h"\n', "which store must not see"),
    ("src/figure/a.c", HEAD + '#include "tonus-up.h"\n', "which figure must not see"),
    ("src/exchange/a.c", HEAD + '#include "tonus-page.h"\n', "which exchange must not see"),
    ("src/store/c.c", HEAD + '#include "tonus-picture-of-pixels.h"\n', "which store must not see"),
    ("src/clinical/a.c", HEAD + '#include "tonus-picture-of-pixels.h"\n', "which clinical must not see"),
    ("src/figure/c.c", HEAD + "#include <gdk-pixbuf/gdk-pixbuf.h>\n", "includes GdkPixbuf"),
    ("src/base/f.c", HEAD + "#include <json-glib/json-glib.h>\n", "includes json-glib"),
    ("src/figure/b.c", HEAD + "#include <cairo.h>\n", "includes cairo"),
    ("src/ui/a.c", HEAD + '#include "../base/x.h"\n', "base names only"),
    ("src/document/a.c", HEAD + "int f (void) { return rename (a, b); }\n", "writes outside"),
    ("src/ui/d.c", HEAD + 'void *f (void) { return fopen (a, "wb"); }\n', "fopen() for writing"),
    ("src/base/b.c", HEAD + "int f (void) { return atoi (a); }\n", "is not used here"),
    ("src/ui/b.c", HEAD + "int f (void) { return socket (1, 2, 3); }\n", "network code"),
    ("src/base/c.c", "int x;\n", "no SPDX"),
    ("src/base/tonus-utils.c", HEAD, "name the subject"),
    ("src/base/d.c", HEAD + "/* " + "TO" + "DO: later */\n", "make it an issue"),
    ("src/base/e.h", HEAD, "pragma once"),
    ("src/ui/c.c", HEAD + 'const char *f (void) { return _("Open"); }\n', "POTFILES.in: lacks src/ui/c.c"),
    ("src/ui/e.c", HEAD + 'int f (void) { return tonus_record_get (a, "visit/dat"); }\n', "the schema does not have"),
    ("src/cellar/a.c", HEAD, "is no floor"),
]


def plant(root, extra):
    for floor in FLOORS:
        (root / "src" / floor).mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "po").mkdir()
    (root / "docs/architecture.md").write_text("".join(f"| `src/{f}` | x |\n" for f in sorted(FLOORS)))
    (root / "po/POTFILES.in").write_text("")
    (root / "src/model/tonus-up.h").write_text(HEAD + "#pragma once\n")
    (root / "src/image/tonus-picture-of-pixels.h").write_text(HEAD + "#pragma once\n")
    (root / "src/document/tonus-page.h").write_text(HEAD + "#pragma once\n")
    if extra:
        path = root / extra[0]
        path.parent.mkdir(exist_ok=True)
        path.write_text(extra[1])


def prove():
    missed = 0
    for extra in [None] + PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            plant(root, extra)
            found = list(check_tree(root))
        if extra is None and found:
            print("a clean tree is reported:", found)
            missed += 1
        elif extra and not any(extra[2] in line for line in found):
            print("not noticed:", extra[0], extra[2], found)
            missed += 1
    print(f"{len(PLANTED)} planted breaches, {missed} not noticed")
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--prove"]:
        return prove()
    if sys.argv[1:2] == ["--translated"]:
        print("\n".join(find_translated(pathlib.Path(sys.argv[2]))))
        return 0
    breaches = list(check_tree(pathlib.Path(sys.argv[1])))
    print("\n".join(breaches) or "the house stands")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
