"""Whole lines only, whatever a Ctrl-C meets."""

import io
import os
import signal

import pytest

from generator.cli.batch import WholeLines


class Stream(io.BytesIO):
    """A stream on which Ctrl-C is pressed while a line is written."""

    def __init__(self, presses):
        super().__init__()
        self.presses = presses

    def write(self, data):
        half = len(data) // 2
        super().write(data[:half])
        for _ in range(self.presses):
            os.kill(os.getpid(), signal.SIGINT)
        return half + super().write(data[half:])


def test_a_line_that_is_on_its_way_is_finished_before_the_stop():
    stream = Stream(presses=1)
    with pytest.raises(KeyboardInterrupt), WholeLines(stream) as out:
        out.write('{"id": "first"}')
    assert stream.getvalue() == b'{"id": "first"}\n'


def test_a_second_ctrl_c_does_not_wait():
    stream = Stream(presses=2)
    with pytest.raises(KeyboardInterrupt), WholeLines(stream) as out:
        out.write('{"id": "first"}')
    assert stream.getvalue() == b'{"id": "'


def test_between_lines_a_stop_is_immediate_and_the_old_handler_comes_back():
    before = signal.getsignal(signal.SIGINT)
    stream = Stream(presses=0)

    def write_two():
        with WholeLines(stream) as out:
            out.write("one")
            os.kill(os.getpid(), signal.SIGINT)
            out.write("two")

    with pytest.raises(KeyboardInterrupt):
        write_two()
    assert stream.getvalue() == b"one\n"
    assert signal.getsignal(signal.SIGINT) is before
