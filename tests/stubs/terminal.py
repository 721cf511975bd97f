"""Runs a command in a new terminal and uses the keyboard and the clipboard as a person would.

Standard input is a JSON object: `command`; `steps`, in order; `answers`, what the person types, one after the other, when
a program asks without an echo; `seconds`, the limit. For a shell also `prompt` and `continued`, patterns of the last line
while the shell waits for a command or for the rest of one, and `edits`, whether it has a line editor. The steps:

{"wait": TEXT}     until the terminal shows the text
{"hidden": true}   until a program asks without an echo
{"type": TEXT}     types the text at once
{"rest": true}     until the shell waits for a command, or for the rest of one
{"paste": TEXT}    when at rest: pastes as terminals do, marked as a paste if the shell asks for the marks, then Enter
{"raw": TEXT}      when at rest: pastes without the marks
{"lines": TEXT}    types each line when at rest
{"leave": LINE}    when at rest: types the line if the shell waits for a command, and tells that it did

Prints as JSON what the terminal showed, the status of the command, whether `leave` found the shell at its prompt, and
what went wrong.
"""
import array
import fcntl
import json
import os
import re
import select
import signal
import sys
import termios
import time

ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-Za-z]|[=>78cDEHMNOZ])")
# Terminals leave these out of a paste, so that a text cannot end the marks around it.
UNPASTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Problem(Exception):
    pass


def plain(text):
    """A text without escape sequences and what a backspace has removed."""
    text = re.sub(r"\r+\n", "\n", ESCAPES.sub("", text)).replace("\r", "")
    while "\b" in text:
        at = text.index("\b")
        text = text[: max(at - 1, 0)] + text[at + 1 :]
    return text


class Terminal:
    def __init__(self, job):
        self.job = job
        self.end = time.monotonic() + job.get("seconds", 60)
        self.answers = list(job.get("answers", []))
        self.output = b""
        self.seen = 0
        self.runs, self.status = True, None
        self.at_prompt = False
        self.master, self.slave = os.openpty()
        # Wide, so that an editor breaks few lines; as high as usual, so that a pager waits as it does for a person.
        termios.tcsetwinsize(self.slave, (24, 500))
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.master)
            os.login_tty(self.slave)
            os.execvp(job["command"][0], job["command"])
        os.set_blocking(self.master, False)

    def shown(self):
        return plain(self.output.decode(errors="replace"))

    def look(self, seconds):
        """Reads what the terminal shows. Returns whether the command still runs."""
        if self.runs:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self.runs, self.status = False, os.waitstatus_to_exitcode(status)
                seconds = 0
        while select.select([self.master], [], [], seconds)[0]:
            try:
                more = os.read(self.master, 65536)
            except OSError:
                more = b""
            if not more:
                break
            self.output += more
            seconds = 0
        return self.runs

    def until(self, condition, what, answers=True):
        """Waits for a condition. Answers questions that do not echo."""
        while not condition():
            if answers and self.answers and self.is_hidden():
                self.write(self.answers.pop(0) + "\r")
            if not self.look(0.02):
                if condition():
                    return
                raise Problem(f"it ended while a person waited for {what}")
            if time.monotonic() > self.end:
                raise Problem(f"a person still waits for {what} after {self.job.get('seconds', 60)} s")

    def waits_for(self, mode):
        """Whether everything typed is read and a condition on the terminal's modes holds, twice in a row."""
        for _ in range(2):
            unread = array.array("i", [0])
            fcntl.ioctl(self.slave, termios.FIONREAD, unread)
            modes = termios.tcgetattr(self.slave)[3]
            if unread[0] or not mode(modes & termios.ICANON, modes & termios.ECHO) or not self.look(0.03):
                return False
        return True

    def is_hidden(self):
        return self.waits_for(lambda canonical, echo: canonical and not echo)

    def sleeps(self):
        """Whether the command waits, as far as this system tells."""
        try:
            with open(f"/proc/{self.pid}/stat", encoding="utf-8") as file:
                return file.read().rpartition(")")[2].split()[0] == "S"
        except FileNotFoundError:
            return True

    def last_line(self):
        return plain(self.output[-8192:].decode(errors="replace")).rpartition("\n")[2]

    def is_resting(self):
        def rests(canonical, _echo):
            line = self.last_line()
            return (
                bool(canonical) != self.job["edits"]
                and any(re.search(self.job[name], line) for name in ("prompt", "continued"))
                and os.tcgetpgrp(self.master) == self.pid
                and self.sleeps()
            )

        return self.waits_for(rests)

    def is_at_prompt(self):
        return self.is_resting() and bool(re.search(self.job["prompt"], self.last_line()))

    def has_shown(self, text):
        found = self.shown().find(text, self.seen)
        if found >= 0:
            self.seen = found + len(text)
        return found >= 0

    def write(self, text):
        data = text.encode()
        while data:
            if not self.look(0) or time.monotonic() > self.end:
                raise Problem(f"nothing reads what is typed: {text[:80]!r}")
            # A terminal accepts only one line at a time from a fast typist.
            if select.select([], [self.master], [], 0.02)[1]:
                try:
                    data = data[os.write(self.master, data[:512]) :]
                except BlockingIOError:
                    pass

    def rest(self):
        self.until(self.is_resting, "the shell")

    def step(self, kind, value):
        if kind == "wait":
            self.until(lambda: self.has_shown(value), f"the text {value!r}")
        elif kind == "hidden":
            self.until(self.is_hidden, "a question that does not echo", answers=False)
        elif kind == "type":
            self.write(value)
        elif kind == "rest":
            self.rest()
        elif kind in ("paste", "raw"):
            self.rest()
            text = UNPASTED.sub("", value).replace("\r\n", "\r").replace("\n", "\r")
            asked = [m.group(1) for m in re.finditer(rb"\x1b\[\?2004([hl])", self.output)][-1:] == [b"h"]
            if kind == "paste" and asked:
                # Shells wait for Enter after such a paste, also if it ends with a newline.
                self.write(f"\x1b[200~{text}\x1b[201~\r")
            else:
                self.write(text if text.endswith("\r") else text + "\r")
            self.rest()
        elif kind == "lines":
            for line in value.splitlines():
                self.rest()
                self.write(line + "\r")
            self.rest()
        elif kind == "leave":
            self.rest()
            self.at_prompt = self.is_at_prompt()
            if self.at_prompt:
                self.write(value + "\r")
        else:
            raise Problem(f"{kind} is no step")

    def finish(self):
        """Runs the steps and waits for the end of the command."""
        try:
            for step in self.job["steps"]:
                [(kind, value)] = step.items()
                self.step(kind, value)
            if not any("leave" in step for step in self.job["steps"]) or self.at_prompt:
                self.until(lambda: not self.runs, "the end of the command")
        except Problem as problem:
            return str(problem)
        finally:
            if self.runs:
                self.kill()
        return None

    def kill(self):
        for pid in {os.tcgetpgrp(self.master), self.pid} - {0, os.getpgrp()}:
            try:
                os.killpg(pid, signal.SIGKILL)
            except OSError:
                pass
        os.waitpid(self.pid, 0)
        self.runs = False


terminal = Terminal(json.load(sys.stdin))
problem = terminal.finish()
terminal.look(0)
print(
    json.dumps(
        {
            "shown": terminal.shown(),
            "status": terminal.status,
            "at_prompt": terminal.at_prompt,
            "problem": problem,
        }
    )
)
