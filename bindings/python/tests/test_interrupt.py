"""The interpreter is free while records are checked: Ctrl-C stops, and threads run side by side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from shutil import which

import pytest

import shequ as sq

from conftest import AS_OF

LATE = 0.2
TRIES = 5


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory, province: Path) -> Path:
    """Some hundreds of megabytes, which take seconds."""
    path = tmp_path_factory.mktemp("long") / "volunteers.ndjson"
    lines = (province / "volunteers.ndjson").read_bytes()
    with path.open("wb") as file:
        for _ in range(8_000):
            file.write(lines)
    return path


PROGRAM = """
    import os, signal, sys, threading, time
    import shequ as sq

    pressed = []
    def press():
        time.sleep(0.1)
        pressed.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=press).start()
    try:
        {work}
        print("ended by itself")
    except KeyboardInterrupt:
        print(time.monotonic() - pressed[0])
"""


@pytest.mark.parametrize(
    "work",
    [
        "sq.check(sys.argv[1], as_of='2026-06-30', threads=1)",
        "sq.check(sys.argv[1], as_of='2026-06-30')",
        "sq.check(({'id': 'c1'} for _ in range(10**9)), 'community', as_of='2026-06-30')",
    ],
)
def test_ctrl_c_stops_at_once(work: str, long_file: Path) -> None:
    program = textwrap.dedent(PROGRAM).format(work=work)

    def waited() -> float:
        command = [sys.executable, "-c", program, str(long_file)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        return float(ended.stdout)

    # a busy machine may let the process itself wait
    assert any(waited() < LATE for _ in range(TRIES))


@pytest.mark.skipif(which("yes") is None, reason="needs an input without end")
def test_the_command_line_stops_too() -> None:
    endless = subprocess.Popen(["yes", '{"id": "c1"}'], stdout=subprocess.PIPE)
    process = subprocess.Popen(
        [sys.executable, "-m", "shequ", "check", "-", "--kind", "community", "--as-of", AS_OF],
        stdin=endless.stdout,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == -signal.SIGINT
    finally:
        process.kill()
        endless.kill()
        endless.communicate()


def test_other_threads_run_meanwhile(long_file: Path) -> None:
    beats = 0
    done = threading.Event()

    def beat() -> None:
        nonlocal beats
        while not done.wait(0.005):
            beats += 1

    thread = threading.Thread(target=beat)
    thread.start()
    begin = time.monotonic()
    sq.check(long_file, as_of=AS_OF, threads=1)
    spent = time.monotonic() - begin
    done.set()
    thread.join()
    assert spent > 0.1
    # a thread that waits for the interpreter would not beat at all
    assert beats > spent * 20


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts threads as Linux shows them")
def test_two_threads_share_the_work(long_file: Path) -> None:
    """How much faster they are is for the benchmark: a machine that others use would fail a test of it."""

    def most_threads(threads: int) -> int:
        most = 0
        done = threading.Event()

        def look() -> None:
            nonlocal most
            while not done.wait(0.002):
                most = max(most, len(os.listdir("/proc/self/task")))

        thread = threading.Thread(target=look)
        thread.start()
        sq.check(long_file, as_of=AS_OF, threads=threads)
        done.set()
        thread.join()
        return most

    assert most_threads(2) > most_threads(1)
