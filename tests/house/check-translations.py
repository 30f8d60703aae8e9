#!/usr/bin/env python3
"""Hold the translations against what the program needs of them.

    check-translations.py ROOT     one line per breach; exit status 1 if there is any
    check-translations.py --prove  plants one breach of every rule and sees that each is reported

Formats must survive (msgfmt --check), and what can be told apart in English must be told apart in every
language: rows of one list are found by typing their labels, and fields of one form by reading theirs.
The guide of a language, if there is one, must call things as its window does.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

STRING = r'((?:"(?:\\.|[^"\\])*"\n?)+)'
MESSAGE = re.compile(rf"^msgid {STRING}msgstr {STRING}", re.M)


def unquote(lines):
    return "".join(line[1:-1] for line in lines.split("\n") if line).replace('\\"', '"')


def read_labels(path):
    """(what it is one of, its label) of every row and every field."""
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line[1:-1]
        elif line.startswith("Label=") and "/" in group:
            yield group.split("/")[0], line[len("Label="):]


def check_language(root, language):
    path = root / "po" / f"{language}.po"
    verdict = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", path], capture_output=True, text=True)
    if verdict.returncode != 0:
        yield f"po/{language}.po: {verdict.stderr.strip()}"
        return
    words = {unquote(i): unquote(s) for i, s in MESSAGE.findall(path.read_text(encoding="utf-8"))}
    for source in sorted(root.glob("data/schema/*.in")) + sorted(root.glob("data/catalogues/*.in")):
        seen = {}
        for owner, label in read_labels(source):
            shown = (words.get(label) or label).casefold()
            first = seen.setdefault((owner, shown), label)
            if first != label:
                yield f"po/{language}.po: “{first}” and “{label}” of [{owner}] are both “{shown}”"
    guide = root / "docs" / f"guide.{language}.md"
    named = re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", guide.read_text(encoding="utf-8")) if guide.exists() else []
    for name in named:
        if name not in words.values():
            yield f"docs/guide.{language}.md: names “{name}”, which stands nowhere in the window"


def check_tree(root):
    for language in (root / "po" / "LINGUAS").read_text().split():
        yield from check_language(root, language)


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PLANTED = [
    ("", "", None),
    ("", "**Esc** and *Kopf*\n", "stands nowhere"),
    ('msgid "Head"\nmsgstr "Kopf"\n', "**Esc** and *Kopf*\n", None),
    ('#, c-format\nmsgid "%d days"\nmsgstr "días"\n', "", "format"),
    ('msgid "Wrist"\nmsgstr "Hand"\n', "", "are both “hand”"),
]


def prove():
    missed = 0
    for messages, guide, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ("po", "docs", "data/schema", "data/catalogues"):
                (root / name).mkdir(parents=True)
            (root / "po/LINGUAS").write_text("es\n")
            (root / "po/es.po").write_text(HEAD + messages)
            (root / "docs/guide.es.md").write_text(guide)
            (root / "data/catalogues/a.desktop.in").write_text("[a/b]\nLabel=Hand\n[a/c]\nLabel=Wrist\n[d/e]\nLabel=Hand\n")
            found = list(check_tree(root))
        if bool(found) != bool(expected) or expected and not any(expected in line for line in found):
            print("not as planted:", messages, found)
            missed += 1
    print(f"{len(PLANTED)} trees, {missed} misjudged")
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--prove"]:
        return prove()
    breaches = list(check_tree(pathlib.Path(sys.argv[1])))
    print("\n".join(breaches) or "the translations stand")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
