#!/usr/bin/python3
"""Two patients at once by keyboard alone, and the practice found again without being asked for.

    two-patients.py TONUS TONUSCTL

A visit of each of two patients, going from one to the other in the middle of a note: each keeps what was
typed, where the focus was and its own undo; both are on the disk after Ctrl+Q.  Then Tonus starts again
with nothing said: it opens the same practice.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys

from desk import Desk, Stuck, wait_for


def ask(desk, *arguments):
    return subprocess.run(arguments, env=desk.environment, check=True, text=True, stdout=subprocess.PIPE).stdout


def add_patient(desk, given, family):
    desk.press("ctrl+shift+n")
    desk.expect_focus("patient.family")
    desk.type(family)
    desk.press("Return")
    desk.expect_focus("patient.given")
    desk.type(given)
    desk.press("Return")
    desk.expect_text("identity", given)


def chart_both(desk):
    add_patient(desk, "Ann", "Abel")
    desk.press("ctrl+n")
    desk.expect_focus("history.complaint")
    desk.type("Stairs are easier")
    add_patient(desk, "Bob", "Marley")
    desk.press("ctrl+n")
    desk.expect_focus("history.complaint")
    desk.type("Slept badly")


def go_between(desk):
    desk.press("ctrl+Tab")
    desk.expect_text("identity", "Ann")
    desk.expect_focus("history.complaint")
    desk.type(" now")
    desk.press("ctrl+shift+Tab")
    desk.expect_text("identity", "Bob")
    desk.expect_focus("history.complaint")
    desk.press("ctrl+z")
    desk.press("ctrl+Tab")
    desk.expect_text("identity", "Ann")


def read_back(desk, tonusctl, folder):
    found = {}
    for line in ask(desk, tonusctl, "list", folder, "patients").splitlines()[1:]:
        patient, name = line.split("\t")[:2]
        visits = ask(desk, tonusctl, "list", folder, "visits", patient).splitlines()
        found[name] = ask(desk, tonusctl, "show", folder, visits[1].split("\t")[0])
    ann = next(text for name, text in found.items() if "Abel" in name)
    bob = next(text for name, text in found.items() if "Marley" in name)
    assert "complaint=Stairs are easier now\n" in ann, ann
    # Undo took back what was typed for Bob, and nothing of Ann's.
    assert "complaint=" not in bob, bob


def main():
    tonus, tonusctl = (os.path.abspath(path) for path in sys.argv[1:3])
    with Desk() as desk:
        folder = os.path.join(desk.home, "practice")
        ask(desk, tonusctl, "new", folder, "--clinic", "Riverside", "--therapist", "Alex Kim", "--credentials", "PT")
        program = desk.start([tonus, folder], stderr=None)
        desk.expect_focus("patients.search")
        chart_both(desk)
        go_between(desk)
        desk.press("ctrl+q")
        wait_for("the program to end", lambda: program.poll() is not None)
        if program.returncode != 0:
            raise Stuck("a clean end, not status %d" % program.returncode)
        read_back(desk, tonusctl, folder)
        desk.start([tonus], stderr=None)
        desk.expect_focus("patients.search")
        desk.type("abel")
        desk.press("Return")
        desk.expect_text("identity", "Ann Abel")
    print("ok - two patients at once")


if __name__ == "__main__":
    main()
