"""Runs a program and says what it cost: CPU and wall seconds, and the peak of resident memory."""
import os
import signal
import subprocess
import tempfile
import threading
import time
from dataclasses import asdict, dataclass


@dataclass
class Cost:
    """Of the program and of all that it started and waited for."""
    cpu: float       # Seconds, user and system.
    wall: float      # Seconds.
    memory: int      # Peak resident set of one process, bytes.

    def stored(self):
        return asdict(self)


@dataclass
class Run:
    code: int        # Exit code; minus the signal's number where a signal ended it.
    out: bytes
    err: bytes
    cost: Cost
    late: bool       # It was ended because the time was up.


def run(command, timeout):
    """Runs `command` with nothing to read. Several may run at a time: wait4 counts each one alone."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        late = threading.Event()
        ended = threading.Event()

        def end():
            if not ended.is_set():
                late.set()
                os.kill(process.pid, signal.SIGKILL)

        timer = threading.Timer(timeout, end)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        ended.set()
        timer.cancel()
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        cost = Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024)
        return Run(process.returncode, out.read(), err.read(), cost, late.is_set())


def plain_decode(video, timeout):
    """What it costs to decode `video` and do nothing with the pictures; None if ffmpeg is not there or fails."""
    try:
        done = run(["ffmpeg", "-nostdin", "-v", "error", "-i", video, "-f", "null", "-"], timeout)
    except OSError:
        return None
    return None if done.code else done.cost
