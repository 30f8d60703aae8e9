#!/usr/bin/python3
"""Case A's evaluation by keyboard alone, heard through the accessibility bus, compared with the demo.

    evaluation.py TONUS TONUSCTL SOURCE

The practice has Dana's name and her episode and nothing else.  Every value of the demo's first visit
(data/demo/case-a-12-visit.keyfile) is typed where the focus finds its field by id; then tonusctl shows
the record, and each value must be the demo's.  How many keys it took is printed.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import os
import re
import subprocess
import sys
import time

from gi.repository import Gio, GLib
from Xlib import X
from Xlib.ext import xtest

from desk import ATSPI, Desk, Node, Stuck, wait_for

TODAY = datetime.date(2026, 11, 23)
# Written by the program itself, or by whoever opened the visit.
GIVEN = {"visit/kind", "visit/episode", "visit/therapist", "visit/date"}
TRACE = "TRACE" in os.environ
TABS = {"record": "ctrl+i", "assessment": "alt+1", "interventions": "alt+2"}


# --- what the demo says, and what its schema calls it
def read_groups(text):
    """{group: {key: value}} in the order of the file."""
    groups, group = {}, None
    for line in text.splitlines():
        if line.startswith("["):
            group = groups.setdefault(line[1:-1], {})
        elif "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            group[key] = value
    return groups


class Words:
    """Labels and kinds, read from the same files that the program is made from."""

    def __init__(self, source):
        self.schema, self.catalogues = {}, {}
        for folder, groups in (("schema", self.schema), ("catalogues", self.catalogues)):
            place = os.path.join(source, "data", folder)
            for name in sorted(os.listdir(place)):
                if name.endswith(".desktop.in"):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        groups.update(read_groups(file.read()))

    def section(self, section):
        return self.schema[section]

    def field(self, section, field):
        return self.schema["%s/%s" % (section, field)]

    def label(self, catalogue, entry):
        return self.catalogues["%s/%s" % (catalogue, entry)]["Label"]

    def answers(self, catalogue):
        return [name.split("/")[1] for name, group in self.catalogues.items()
                if name.startswith(catalogue + "/") and group.get("retired") != "yes"]

    def row(self, section, row):
        """“Straight leg raise, Right, Passive”."""
        keys = self.section(section)["key"].strip(";").split(";")
        parts = row.split(".")
        names = []
        for key, part in zip(keys, parts):
            catalogue = self.field(section, key).get("choices")
            names.append(self.label(catalogue, part) if catalogue else part)
        return ", ".join(names)

    def target(self, path):
        section, row = path.split("/")
        return "%s: %s" % (self.section(section)["Label"], self.row(section, row))


class Wanted:
    """One value to be charted."""

    def __init__(self, section, row, field, value):
        self.section, self.row, self.field, self.value = section, row, field, value
        self.is_done = False


def load_demo(source):
    with open(os.path.join(source, "data", "demo", "case-a-12-visit.keyfile"), encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"\{day([+-]\d+)\}", lambda m: (TODAY + datetime.timedelta(int(m.group(1)))).isoformat(), text)
    groups = read_groups(text)
    del groups["Tonus"]
    return groups


# --- hands and ears
class Player:
    def __init__(self, desk, words):
        self.desk, self.words, self.keys, self.focus = desk, words, 0, ""
        self.heard = self.where = None
        self.lent = {}
        registry = Node(desk.bus, ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"))
        registry.call("org.a11y.atspi.Registry", "RegisterEvent", "(s)", "object:state-changed:focused")
        desk.bus.signal_subscribe(None, ATSPI + "Event.Object", "StateChanged", None, "focused",
                                  Gio.DBusSignalFlags.NONE, self._hear)

    def _hear(self, bus, sender, path, interface, signal, parameters):
        # Some widgets say so twice.
        if parameters.unpack()[1] and (sender, path) != self.where:
            self.heard = self.where = (sender, path)

    def listen(self, patience):
        """The id of what gets the focus next; None when nothing does."""
        end = time.monotonic() + patience
        context, is_heard = GLib.MainContext.default(), False
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            while self.heard:
                # Whatever else the same key did to the focus is told before the answer comes.
                node, self.heard = Node(self.desk.bus, self.heard), None
                self.focus, is_heard = self._name(node), True
                while context.iteration(False):
                    pass
            if is_heard:
                if TRACE:
                    print("#   on", self.focus, flush=True)
                return self.focus
            time.sleep(0.001)
        return None

    @staticmethod
    def _name(node):
        """Its id; a widget that has just been made may need a moment to answer."""
        for _ in range(5):
            if node.id or node.role:
                return node.id
            time.sleep(0.01)
        return ""

    def press(self, keys):
        self.desk.press(keys)
        self.keys += keys.count("+") + 1

    def go(self, keys, patience=10):
        """Press, and hear where the focus goes."""
        self.heard = None
        self.press(keys)
        return self.listen(patience)

    def type(self, text):
        self.keys += len(text)
        for letter in text:
            codes = self.desk.display.keysym_to_keycodes(ord(letter))
            if any(column < 2 for _, column in codes):
                self.desk.type(letter)
            else:
                self._strike(self._lend_key(letter))

    def _lend_key(self, letter):
        """A key that stands for nothing stands for this letter from now on."""
        if letter not in self.lent:
            display = self.desk.display
            first = display.display.info.min_keycode
            count = display.display.info.max_keycode - first + 1
            free = [first + i for i, symbols in enumerate(display.get_keyboard_mapping(first, count))
                    if not any(symbols) and first + i not in self.lent.values()]
            display.change_keyboard_mapping(free[-1], [(0x1000000 + ord(letter),) * 2])
            display.sync()
            self.lent[letter] = free[-1]
        return self.lent[letter]

    def _strike(self, code):
        xtest.fake_input(self.desk.display, X.KeyPress, code)
        xtest.fake_input(self.desk.display, X.KeyRelease, code)
        self.desk.display.sync()


class Charting:
    def __init__(self, player, words, groups):
        self.player, self.words = player, words
        self.wanted = [Wanted(*self._split(group), field, value)
                       for group, values in groups.items() for field, value in values.items()
                       if group + "/" + field not in GIVEN]
        self.rows = {}       # of an event section: the program's name of the demo's row

    @staticmethod
    def _split(group):
        section, _, row = group.partition("/")
        return section, row

    def missing(self, sections, row=None):
        return [w for w in self.wanted if w.section in sections and not w.is_done and row in (None, w.row)]

    def find(self, identity):
        """What is wanted in the field of that id."""
        for wanted in self.wanted:
            row = self.rows.get((wanted.section, wanted.row), wanted.row)
            path = ".".join(part for part in (wanted.section, row, wanted.field) if part)
            if not wanted.is_done and (identity == path or identity.startswith(path + ".")):
                return wanted
        return None

    def find_row(self, identity):
        """Something that is wanted of the measured row the field of that id belongs to."""
        for wanted in self.wanted:
            if not wanted.is_done and self._is_measure(wanted.section) and identity.startswith(
                    "%s.%s." % (wanted.section, wanted.row)):
                return wanted
        return None

    # --- one value
    def fill(self, wanted):
        field = self.words.field(wanted.section, wanted.field)
        path, kind = self.player.focus, field["kind"]
        if kind == "choices":
            self._check(field, wanted)
        elif kind == "boolean" or path.split(".")[-1] in self._answers(field):
            self._answer(path, wanted, self._answers(field))
        else:
            self.player.type(self._spell(field, wanted))
        wanted.is_done = True

    def _answers(self, field):
        if field["kind"] == "boolean":
            return ["yes", "no"]
        return self.words.answers(field["choices"]) if "choices" in field else []

    def _spell(self, field, wanted):
        if field["kind"] == "ref":
            return self.words.target(wanted.value.split("#")[1])
        if "choices" in field and field["kind"] != "number":
            return self.words.label(field["choices"], wanted.value)
        return wanted.value

    def _answer(self, path, wanted, answers):
        here, there = answers.index(path.split(".")[-1]), answers.index(wanted.value)
        if here == there:
            self.player.press("space")
        for _ in range(abs(there - here)):
            self.player.go("Right" if there > here else "Left")

    def _check(self, field, wanted):
        """A button opens the answers; each is ticked."""
        left = set(wanted.value.strip(";").split(";"))
        button = self.player.focus
        self.player.go("space")
        for _ in range(60):
            answer = self.player.focus.split(".")[-1]
            if answer in left:
                self.player.press("space")
                left.remove(answer)
            if not left:
                break
            self.player.go("Tab")
        if left:
            raise Stuck("the answers %s of %s" % (left, button))
        self.player.go("Escape")

    # --- a page
    def chart_page(self, sections):
        """Tab from field to field until the page has all it is to have."""
        idle = 0
        while self.missing(sections):
            wanted = self.find(self.player.focus) or self.find_row(self.player.focus)
            if wanted:
                idle = 0
                if self._is_measure(wanted.section):
                    self._chart_row(wanted.section, wanted.row)
                else:
                    self.fill(wanted)
            elif self.player.focus.endswith(".add") and self._add(self.player.focus[:-len(".add")]):
                idle = 0
                continue
            if self.missing(sections):
                self.player.go("Tab")
                idle += 1
            if idle > 400:
                raise Stuck("fields for " + ", ".join("%s/%s/%s" % (w.section, w.row, w.field)
                                                     for w in self.missing(sections)))

    def _is_measure(self, section):
        return self.words.section(section).get("repeat") == "measure"

    def _add(self, section):
        left = self.missing([section])
        if not left:
            return False
        row = left[0].row
        if self._is_measure(section):
            self.player.type(self.words.row(section, row))
            focus = self.player.go("Return")
            if not focus or not focus.startswith(section + "." + row):
                raise Stuck("a row for %s/%s, not %s" % (section, row, focus))
            self._chart_row(section, row)
            self._go_back(section)
            return True
        focus = self.player.go("space")
        while focus == section + ".add":
            focus = self.player.listen(3)
        if not focus or not focus.startswith(section + "."):
            raise Stuck("a new row of %s; the focus was on %s" % (section, focus))
        self.rows[section, row] = focus.split(".")[1]
        self._chart_row(section, row)
        self._go_back(section)
        return True

    def _chart_row(self, section, row):
        """All of one row, from its first field on."""
        strange = 0
        while self.missing([section], row):
            wanted = self.find(self.player.focus)
            if wanted and (wanted.section, wanted.row) == (section, row):
                self.fill(wanted)
                strange = 0
            elif self._is_measure(section) and strange:
                # On to the next row already: the rest stands below the page.
                self.player.go("shift+Tab")
                self._chart_details(self.missing([section], row)[0])
                return
            if self.missing([section], row):
                self.player.go("Tab")
                strange += 1
            if strange > 60:
                raise Stuck("the rest of %s/%s" % (section, row))

    def _go_back(self, section):
        """To where rows are added, if there are more."""
        for _ in range(300):
            if not self.missing([section]) or self.player.focus == section + ".add":
                return
            self.player.go("shift+Tab")

    def _chart_details(self, wanted):
        """What has no column is filled in below the page; Ctrl+Enter goes there and back."""
        start = self.player.focus
        if not self.player.go("ctrl+Return"):
            raise Stuck("details of " + start)
        for _ in range(60):
            here = self.find(self.player.focus)
            if here and here.row == wanted.row:
                self.fill(here)
            if not self.missing([wanted.section], wanted.row):
                break
            self.player.go("Tab")
        self.player.go("ctrl+Return")


# --- the visit
def by_page(words, charting):
    """{(tab, page): sections}."""
    pages = {}
    for wanted in charting.wanted:
        page = words.section(wanted.section)["page"]
        tab = words.catalogues["page/" + page]["tab"]
        sections = pages.setdefault((tab, page), [])
        if wanted.section not in sections:
            sections.append(wanted.section)
    return pages


def open_visit(desk, player):
    desk.expect_focus("patients.search")
    player.press("ctrl+shift+n")
    for field, text in (("family", "Reyes"), ("given", "Dana"), ("born", "1988-05-03")):
        while not player.focus.startswith("patient." + field):
            player.go("Tab")
        player.type(text)
    player.press("ctrl+n")
    desk.expect_focus("history.")
    desk.expect_text("status", "Saved")


def go_to_page(player, tab, page):
    """From the tab's key to the page's name, and into its first field."""
    back, step = ("Left", "Right") if tab == "interventions" else ("Up", "Down")
    focus = player.go(TABS[tab]) or player.focus
    while not focus.startswith("goto."):
        focus = player.go("shift+Tab")
    for keys in (back, step):
        for _ in range(20):
            if focus == "goto." + page:
                break
            moved = player.go(keys, 0.5)
            if not moved:
                break
            focus = moved
    if focus != "goto." + page:
        raise Stuck("the page %s; the focus was on %s" % (page, focus))
    player.go("Tab" if tab == "interventions" else "Return")


def chart(desk, player, words, charting):
    for (tab, page), sections in by_page(words, charting).items():
        before, started = player.keys, time.monotonic()
        go_to_page(player, tab, page)
        charting.chart_page(sections)
        print("# %-22s %4d keys, %4.1f s" % (page, player.keys - before, time.monotonic() - started), flush=True)


# --- what was recorded
def name_rows(groups, words):
    """Rows of events have made-up names: they are numbered instead, in their order."""
    counts, named = {}, {}
    for group, values in groups.items():
        section, _, row = group.partition("/")
        if row and words.section(section).get("repeat") == "event":
            counts[section] = counts.get(section, 0) + 1
            group = "%s/#%d" % (section, counts[section])
        named[group] = values
    return named


def compare(recorded, demo, words):
    wrong = []
    recorded, demo = name_rows(recorded, words), name_rows(demo, words)
    for group in sorted(set(recorded) | set(demo)):
        if group == "Tonus":
            continue
        theirs, ours = demo.get(group, {}), recorded.get(group, {})
        for key in sorted(set(theirs) | set(ours)):
            if group + "/" + key in GIVEN:
                continue
            a, b = (re.sub(r"^[^#;]*#", "#", values.get(key, "nothing")) for values in (theirs, ours))
            if a != b:
                wrong.append("%s/%s: the demo has “%s”, charted was “%s”" % (group, key, a, b))
    return wrong


def main():
    tonus, tonusctl, source = (os.path.abspath(path) for path in sys.argv[1:4])
    words, demo = Words(source), load_demo(source)
    with Desk() as desk:
        def ask(*arguments):
            return subprocess.run([tonusctl, *arguments], env=desk.environment, check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
        folder = os.path.join(desk.home, "practice")
        ask("new", folder, "--clinic", "Riverside Physical Therapy", "--therapist", "A. Kim", "--credentials", "PT")
        # GTK's notebook complains when it is taken apart while somebody listens to the focus.
        desk.environment["G_DEBUG"] = ""
        player = Player(desk, words)
        charting = Charting(player, words, demo)
        program = desk.start([tonus, folder], stderr=None)
        open_visit(desk, player)
        chart(desk, player, words, charting)
        player.press("ctrl+q")
        wait_for("the program to end", lambda: program.poll() is not None)
        if program.returncode != 0:
            raise Stuck("a clean end, not status %d" % program.returncode)
        patient = ask("list", folder, "patients").splitlines()[1].split("\t")[0]
        visit = ask("list", folder, "visits", patient).splitlines()[-1].split("\t")[0]
        wrong = compare(read_groups(ask("show", folder, visit)), demo, words)
    for line in wrong:
        print(line)
    print("# %d values in %d keys" % (len(charting.wanted), player.keys))
    if wrong:
        sys.exit("%d values differ" % len(wrong))
    print("ok - case A's evaluation by keyboard alone")


if __name__ == "__main__":
    main()
