"""Runs a command in a new terminal and types into it as a person would: waits for a text, then types.

Standard input is a JSON object: `command`, and `steps`, each {"wait": TEXT}, {"hidden": true} (until the terminal does
not echo) or {"type": TEXT}. Prints as JSON what the terminal showed and how the command ended.
"""
import json
import os
import pty
import select
import sys
import termios
import time

job = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(job["command"][0], job["command"])

shown = b""
end = time.monotonic() + job.get("seconds", 60)


def read(seconds):
    global shown
    if select.select([terminal], [], [], seconds)[0]:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            more = b""
        shown += more
        return bool(more)
    return True


at = 0
for step in job["steps"]:
    if "wait" in step:
        wanted = step["wait"].encode()
        while wanted not in shown[at:] and time.monotonic() < end and read(0.2):
            pass
        found = shown.find(wanted, at)
        if found < 0:
            break
        at = found + len(wanted)
    elif "hidden" in step:
        # Long enough for any shell. A person would type now.
        patience = time.monotonic() + 10
        while termios.tcgetattr(terminal)[3] & termios.ECHO and time.monotonic() < patience:
            read(0.02)
    else:
        text = step["type"].encode()
        while text:
            # A terminal accepts only one line at a time from a fast typist.
            text = text[os.write(terminal, text[:512]):]
            read(0)
while time.monotonic() < end and read(0.2):
    pass
if time.monotonic() >= end:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
print(json.dumps({"shown": shown.decode(errors="replace"), "status": os.waitstatus_to_exitcode(status)}))
