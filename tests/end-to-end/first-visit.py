#!/usr/bin/python3
"""A first visit by keyboard alone, heard through the accessibility bus, read back from the disk.

    first-visit.py TONUS TONUSCTL

Welcome page → a new practice → a new patient → today's visit → a value in every tab → the handout as a
PDF.  Then tonusctl shows what was recorded and pdftotext what was printed.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys

from desk import Desk, Stuck, wait_for


def enter(desk, field, text, then):
    """Type into the field that has the focus; Enter takes it to the next one."""
    desk.expect_focus(field)
    desk.type(text)
    desk.press("Return")
    desk.expect_focus(then)


def create_practice(desk, folder):
    desk.expect_focus("welcome.demo")
    desk.press("Tab")
    desk.expect_focus("welcome.create")
    desk.press("Return")
    desk.expect_focus("welcome.folder")
    desk.press("ctrl+a")
    enter(desk, "welcome.folder", folder, "welcome.clinic")
    enter(desk, "welcome.clinic", "Riverside Clinic", "welcome.therapist")
    enter(desk, "welcome.therapist", "Alex Kim", "welcome.credentials")
    enter(desk, "welcome.credentials", "PT, DPT", "patients.search")


def create_patient(desk):
    desk.press("ctrl+shift+n")
    enter(desk, "patient.family", "Reyes", "patient.given")
    enter(desk, "patient.given", "Dana", "patient.preferred")
    desk.press("Return")
    enter(desk, "patient.born", "1988-05-03", "patient.sex")
    desk.expect_text("identity", "Dana Reyes")


def chart_assessment(desk):
    desk.press("ctrl+n")
    desk.expect_focus("history.complaint")
    desk.expect_text("status", "Saved")
    desk.press("alt+1")
    desk.expect_focus("goto.subjective")
    desk.press("Down")
    desk.expect_focus("goto.pain")
    desk.press("Return")
    enter(desk, "pain.now", "3", "pain.best")
    enter(desk, "pain.best", "11", "pain.worst")
    desk.expect_text("status", "Draft kept")


def chart_intervention(desk):
    desk.press("alt+2")
    desk.expect_focus("goto.manual-therapy")
    desk.press("Tab")
    desk.expect_focus("manual.add")
    desk.press("space")
    desk.expect_focus("manual.", ".technique")
    desk.type("soft-tissue")
    desk.press("Return")
    desk.expect_focus("manual.", ".region")


def chart_program(desk):
    desk.press("alt+3")
    desk.expect_focus("program.start")
    desk.press("space")
    desk.expect_focus("library.search")
    desk.type("Bridge")
    desk.press("ctrl+Return")
    desk.expect_focus("home.", ".sets")
    desk.press("ctrl+a")
    desk.type("3")
    desk.press("Return")
    desk.expect_focus("home.", ".reps")
    desk.type("10")


def hand_out(desk, path):
    desk.press("ctrl+shift+s")
    desk.expect_focus("handout.path")
    desk.press("ctrl+a")
    desk.type(path)
    desk.press("Return")
    desk.expect_text("status", "Handout saved as")


def leave(desk, program):
    desk.press("alt+4")
    if "Evaluation" not in desk.expect_focus("history.").name:
        raise Stuck("the evaluation first in the history")
    desk.press("ctrl+q")
    wait_for("the program to end", lambda: program.poll() is not None)
    if program.returncode != 0:
        raise Stuck("a clean end, not status %d" % program.returncode)


def read_back(desk, tonusctl, folder, handout):
    def ask(*arguments):
        return subprocess.run([tonusctl, *arguments], env=desk.environment, check=True, text=True,
                              stdout=subprocess.PIPE).stdout
    patients = ask("list", folder, "patients").splitlines()
    assert len(patients) == 2 and "Dana" in patients[1] and "1988-05-03" in patients[1], patients
    patient = patients[1].split("\t")[0]
    visits = ask("list", folder, "visits", patient).splitlines()
    assert len(visits) == 2 and "evaluation" in visits[1], visits
    visit = ask("show", folder, visits[1].split("\t")[0])
    assert "[pain]\nnow=3\n" in visit, visit
    assert "\ntechnique=stm\n" in visit, visit
    # Eleven of ten is no pain score: kept as typed, and not as a value.
    assert "pain/best=11" in visit.split("[unread]")[1], visit
    printed = subprocess.run(["pdftotext", "-layout", handout, "-"], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    assert "Bridge" in printed and "Dana" in printed and "Riverside Clinic" in printed, printed
    checked = subprocess.run([tonusctl, "check", folder], env=desk.environment, text=True, stdout=subprocess.PIPE)
    assert checked.returncode in (0, 1), checked.stdout


def main():
    tonus, tonusctl = (os.path.abspath(path) for path in sys.argv[1:3])
    with Desk() as desk:
        folder, handout = os.path.join(desk.home, "practice"), os.path.join(desk.home, "handout.pdf")
        program = desk.start([tonus], stderr=None)
        create_practice(desk, folder)
        create_patient(desk)
        chart_assessment(desk)
        chart_intervention(desk)
        chart_program(desk)
        hand_out(desk, handout)
        leave(desk, program)
        read_back(desk, tonusctl, folder, handout)
    print("ok - a first visit by keyboard alone")


if __name__ == "__main__":
    main()
