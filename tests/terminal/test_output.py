"""The thread that writes to the terminal."""

from __future__ import annotations

import os
from threading import Event

from tui.terminal import output
from tui.terminal.output import Output

PATIENCE = 30.0


def test_a_frame_left_out_while_the_last_one_before_it_was_written_is_made_up_for() -> None:
    """The thread could find nothing left out, and write nothing more, just before it was."""
    caught_up = Event()
    terminal = os.open(os.devnull, os.O_WRONLY)
    written = Output(terminal, colours=True, caught_up=caught_up.set)
    try:
        written.start()
        written._given += output._MOST_WAITING + 1  # as it was when the thread last looked
        assert written.is_behind
        assert caught_up.wait(PATIENCE)
    finally:
        written.stop()
        os.close(terminal)
