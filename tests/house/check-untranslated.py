#!/usr/bin/env python3
"""Hold every po file against the texts of the tree, extracted as the build extracts them.

    check-untranslated.py ROOT XGETTEXT-ARGUMENT…      one line per breach; exit status 1 if there is any
    check-untranslated.py --prove XGETTEXT-ARGUMENT…   plants one breach of every rule and sees that each is reported

A breach: a text without translation, one marked fuzzy, a printf format that differs, a po file that does not parse or
is not in LINGUAS.  Translations much longer than a short text are named too, as warnings: they may not fit.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SHORT = 20  # characters of a text that stands in a label column


def room_for(text):
    return 2.2 * len(text) + 12


def run(*command):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    return subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True)


def extract(root, arguments, pot):
    """As meson's i18n does it: the same files, the same order, the same arguments."""
    done = run("xgettext", "--package-name=tonus", "-p", root / "po", "-f", root / "po/POTFILES.in", "-D", root, "-k_",
               "-o", pot, *arguments)
    if done.returncode:
        raise SystemExit(f"xgettext: {done.stderr}")


def read_entries(text):
    """(msgid, [msgstr, …], first reference) of what msgattrib wrote; the header is left out."""
    for block in text.split("\n\n"):
        parts, current = {}, None
        for line in block.splitlines():
            match = re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line)
            if match:
                current = match.group(1)
                parts[current] = match.group(2)[1:-1]
            elif line.startswith('"') and current:
                parts[current] += line[1:-1]
        if parts.get("msgid"):
            reference = re.search(r"^#: (\S+)", block, flags=re.M)
            yield parts["msgid"], [v for k, v in parts.items() if k.startswith("msgstr")], \
                reference.group(1) if reference else "?"


def entries_of(po, *attributes):
    return list(read_entries(run("msgattrib", "--no-obsolete", "--no-wrap", *attributes, po).stdout))


def check_file(po, pot, folder):
    parsed = run("msgfmt", "--check", "-o", os.devnull, po)
    if parsed.returncode:
        yield f"po/{po.name}: {parsed.stderr.strip()}"
        return
    marked = {text for text, _, _ in entries_of(po, "--only-fuzzy")}
    merged = folder / po.name
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    # The template knows which texts are formats: msgmerge marks a translation that is another format.
    fuzzy = {text for text, _, _ in entries_of(merged, "--only-fuzzy")}
    for text, translations, place in entries_of(merged):
        if not all(translations):
            yield f'po/{po.name}: not translated: "{text}" ({place})'
        elif text in fuzzy:
            yield f'po/{po.name}: {"fuzzy" if text in marked else "another format"}: "{text}" ({place})'


def find_long(po):
    for text, translations, place in entries_of(po, "--translated"):
        for translation in translations:
            if len(text) < SHORT and len(translation) > room_for(text):
                yield f'warning: po/{po.name}: may not fit: "{text}" → "{translation}" ({place})'


def check_tree(root, arguments):
    listed = set(re.sub("#.*", "", (root / "po/LINGUAS").read_text()).split())
    found = {po.stem for po in (root / "po").glob("*.po")}
    for language in sorted(listed ^ found):
        yield f"po/LINGUAS: {language} is either listed or a file, not both"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pot = folder / "tonus.pot"
        extract(root, arguments, pot)
        for language in sorted(listed & found):
            yield from check_file(root / "po" / f"{language}.po", pot, folder)


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
CODE = 'const char *text = N_ ("Pain %s");\nconst char *plural (int n) { return ngettext ("%d day", "%d days", n); }\n'
SCHEMA = "[pain]\nLabel=Now\nHelp=While sitting\n\n[pain/now]\nunit=days\n"
TRANSLATED = {
    "Pain %s": 'msgstr "Schmerz %s"', "Now": 'msgstr "Jetzt"', "While sitting": 'msgstr "Im Sitzen"',
    "days": 'msgstr "Tage"',
    "%d day": 'msgid_plural "%d days"\nmsgstr[0] "%d Tag"\nmsgstr[1] "%d Tage"',
}
PLANTED = [
    ("Pain %s", None, 'not translated: "Pain %s" (src/a.c'),
    ("Now", 'msgstr ""', 'not translated: "Now" (data/a.desktop.in'),
    ("While sitting", None, 'not translated: "While sitting"'),
    ("days", None, 'not translated: "days"'),
    ("%d day", 'msgid_plural "%d days"\nmsgstr[0] "%d Tag"\nmsgstr[1] ""', 'not translated: "%d day"'),
    ("#, fuzzy\nNow", 'msgstr "Jetzt"', 'fuzzy: "Now"'),
    ("Pain %s", 'msgstr "Schmerz %d"', 'another format: "Pain %s"'),
    ("%d day", 'msgid_plural "%d days"\nmsgstr[0] "Tag %s"\nmsgstr[1] "%d Tage"', 'another format: "%d day"'),
    ("Now", 'msgstr "Jetzt', "end-of-line within string"),
    ("LINGUAS", "de es\n", "po/LINGUAS: es"),
]


def plant(root, key, value):
    for folder in ("po", "src", "data"):
        (root / folder).mkdir()
    (root / "src/a.c").write_text(CODE)
    (root / "data/a.desktop.in").write_text(SCHEMA)
    (root / "po/POTFILES.in").write_text("data/a.desktop.in\nsrc/a.c\n")
    (root / "po/LINGUAS").write_text(value if key == "LINGUAS" else "de\n")
    mark, _, text = (key or "").rpartition("\n")
    entries = {**TRANSLATED, text: value} if text in TRANSLATED else TRANSLATED
    marks = {text: mark + "\n"} if mark else {}
    (root / "po/de.po").write_text(HEADER + "".join(
        f'{marks.get(msgid, "")}msgid "{msgid}"\n{msgstr}\n\n' for msgid, msgstr in entries.items() if msgstr is not None))


def prove(arguments):
    missed = 0
    for key, value, expected in [(None, None, None)] + PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            plant(root, key, value)
            found = list(check_tree(root, arguments))
        if expected is None and found:
            print("a clean tree is reported:", found)
            missed += 1
        elif expected and not any(expected in line for line in found):
            print("not noticed:", key, expected, found)
            missed += 1
    print(f"{len(PLANTED)} planted breaches, {missed} not noticed")
    return 1 if missed else 0


def main():
    if sys.argv[1:2] == ["--prove"]:
        return prove(sys.argv[2:])
    root = pathlib.Path(sys.argv[1])
    breaches = list(check_tree(root, sys.argv[2:]))
    for po in sorted((root / "po").glob("*.po")):
        print("".join(f"{line}\n" for line in find_long(po)), end="")
    print("\n".join(breaches) or "every text is translated")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
