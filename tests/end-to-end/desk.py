"""A desk of its own for one program: display, session bus, accessibility bus, window manager, empty home.

What the person does goes in as key events; what a screen reader hears comes out of the accessibility
bus, spoken directly over D-Bus.  Nothing sleeps for a fixed time: every step waits for what it needs.
Everything started here ends with it.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import ctypes
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib
from Xlib import X, XK, display
from Xlib.ext import xtest

ATSPI = "org.a11y.atspi."
STATE_FOCUSED, STATE_SHOWING = 12, 25
CELLS = {"table", "tree table", "tree"}
PATIENCE = 30


class Stuck(Exception):
    """Something that should have happened did not."""


def wait_for(what, probe):
    """The first true answer of probe()."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = probe()
        if answer:
            return answer
        time.sleep(0.02)
    raise Stuck(what)


class Node:
    """One accessible; a vanished one answers with nothing."""

    def __init__(self, bus, where):
        self.bus, self.where = bus, where

    def call(self, interface, method, signature=None, *arguments):
        parameters = GLib.Variant(signature, arguments) if signature else None
        try:
            answer = self.bus.call_sync(self.where[0], self.where[1], interface, method, parameters,
                                        None, Gio.DBusCallFlags.NONE, 5000, None).unpack()
        except GLib.Error:
            return None
        return answer[0] if len(answer) == 1 else answer

    def ask(self, interface, name):
        return self.call("org.freedesktop.DBus.Properties", "Get", "(ss)", ATSPI + interface, name)

    @property
    def id(self):
        return self.ask("Accessible", "AccessibleId") or ""

    @property
    def name(self):
        return self.ask("Accessible", "Name") or ""

    @property
    def role(self):
        return self.call(ATSPI + "Accessible", "GetRoleName") or ""

    def is_in(self, state):
        words = self.call(ATSPI + "Accessible", "GetState") or [0, 0]
        return bool(words[state // 32] >> state % 32 & 1)

    def children(self):
        return [Node(self.bus, where) for where in self.call(ATSPI + "Accessible", "GetChildren") or []]

    def showing(self):
        """Itself and what shows below it, without the cells of tables."""
        yield self
        if self.role in CELLS:
            return
        for child in self.children():
            if child.is_in(STATE_SHOWING):
                yield from child.showing()


class Desk:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="tonus-desk-")
        self.home = os.path.join(self.folder, "home")
        self.processes = []
        os.makedirs(self.home)
        os.makedirs(os.path.join(self.folder, "run"), mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
                if name in os.environ}
        self.environment = dict(kept, HOME=self.home, XDG_RUNTIME_DIR=os.path.join(self.folder, "run"),
                                LANG="C.UTF-8", GDK_BACKEND="x11", GIO_USE_VFS="local", NO_GAIL="0",
                                TONUS_TODAY="2026-11-23", G_DEBUG="fatal-criticals")

    def __enter__(self):
        try:
            self._start_display()
            self._start_buses()
            self.start(["openbox", "--sm-disable"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, command, **options):
        def end_with_us():
            ctypes.CDLL(None).prctl(1, signal.SIGTERM)
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                   preexec_fn=end_with_us, **options)
        self.processes.append(process)
        return process

    def _start_display(self):
        reading, writing = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp",
                    "-noreset"], pass_fds=[writing])
        os.close(writing)
        if not select.select([reading], [], [], PATIENCE)[0]:
            raise Stuck("the virtual display")
        with os.fdopen(reading) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        self.display = display.Display(self.environment["DISPLAY"])

    def _start_buses(self):
        daemon = self.start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        address = daemon.stdout.readline().decode().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        session = self._connect(address)

        def ask():
            try:
                session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                                  GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))),
                                  None, Gio.DBusCallFlags.NONE, 5000, None)
                return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                         Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]
            except GLib.Error:
                return None
        self.bus = self._connect(wait_for("the accessibility bus", ask))

    @staticmethod
    def _connect(address):
        return Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)

    # --- what a screen reader hears
    def program(self):
        registry = Node(self.bus, ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"))
        return next((node for node in registry.children() if node.children()), None)

    def all_showing(self):
        program = self.program()
        return program.showing() if program else iter(())

    def find(self, identity):
        return wait_for("to see " + identity,
                        lambda: next((node for node in self.all_showing() if node.id == identity), None))

    def focused(self):
        return next((node for node in self.all_showing() if node.is_in(STATE_FOCUSED) and node.id), None)

    def expect_focus(self, beginning, ending=""):
        """Wait until the focus is on a widget whose id begins and ends so."""
        seen = []

        def probe():
            node = self.focused()
            identity = node.id if node else "nothing"
            if not seen or seen[-1] != identity:
                seen.append(identity)
            return node if node and identity.startswith(beginning) and identity.endswith(ending) else None
        try:
            return wait_for("focus", probe)
        except Stuck:
            raise Stuck("the focus on %s…%s; it was on %s" % (beginning, ending, ", ".join(seen[-5:]))) from None

    def expect_text(self, identity, part):
        return wait_for("“%s” in %s" % (part, identity), lambda: part in self.find(identity).name)

    # --- what the person does
    def press(self, keys):
        """press("ctrl+shift+n")"""
        names = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(names.get(key, key))) for key in keys.split("+")]
        if 0 in codes:
            raise Stuck("no such key: " + keys)
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)
        self.display.sync()

    def type(self, text):
        shift = self.display.keysym_to_keycode(XK.XK_Shift_L)
        for letter in text:
            code, column = next(((code, column) for code, column in self.display.keysym_to_keycodes(ord(letter))
                                 if column < 2))
            if column:
                xtest.fake_input(self.display, X.KeyPress, shift)
            xtest.fake_input(self.display, X.KeyPress, code)
            xtest.fake_input(self.display, X.KeyRelease, code)
            if column:
                xtest.fake_input(self.display, X.KeyRelease, shift)
        self.display.sync()
