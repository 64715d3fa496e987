import time

import pytest

from generator.errors import BriefingError
from generator.publish.pdf import find_browser, print_pdf
from generator.settings import EPOCH

DATED = b"%PDF-1.4\n<</CreationDate (D:20261123020000+00'00')\n/ModDate (D:20261123020000+00'00')>>\n"


@pytest.fixture
def program(tmp_path):
    """Makes a program of this shell script, as a browser that behaves so."""

    def make(script):
        path = tmp_path / "chromium"
        path.write_text(
            f"#!/bin/sh\nfor each; do case $each in --print-to-pdf=*) out=${{each#*=}};; esac; done\n{script}"
        )
        path.chmod(0o755)
        return path

    return make


def test_no_browser_on_the_path_is_one_line_that_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BriefingError, match="on the path, found none; install Chromium, or print the HTML file"):
        find_browser()


def test_the_first_browser_on_the_path_prints(monkeypatch, program, tmp_path):
    made = program("exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == made


def test_the_days_in_a_pdf_are_those_of_the_epoch_and_no_byte_moves(program, tmp_path):
    (tmp_path / "made.pdf").write_bytes(DATED)
    data = print_pdf("<p>x</p>", browser=program(f'cp "{tmp_path}/made.pdf" "$out"'), epoch=EPOCH)
    assert data == DATED.replace(b"20261123020000+00'00'", b"20260101000000Z00'00'")
    assert len(data) == len(DATED)


@pytest.mark.parametrize(
    ("script", "said"),
    [("echo 'no display' >&2; exit 1", "it said: no display"), ('echo hello > "$out"', "it said: nothing")],
    ids=["a complaint", "another file"],
)
def test_a_browser_that_leaves_no_pdf_is_told_with_its_last_words(program, script, said):
    with pytest.raises(BriefingError, match=f"expected a PDF, found none; {said}") as failed:
        print_pdf("<p>x</p>", browser=program(script), epoch=EPOCH)
    assert "\n" not in str(failed.value)


def test_a_browser_that_hangs_is_ended_in_time_with_what_it_started(program, tmp_path):
    begun = time.monotonic()
    with pytest.raises(BriefingError, match=r"expected a PDF within 0\.5 seconds"):
        print_pdf("", browser=program(f'(sleep 3; touch "{tmp_path}/late") & sleep 60'), epoch=EPOCH, patience=0.5)
    assert time.monotonic() - begun < 30
    time.sleep(3.5)
    assert not (tmp_path / "late").exists()


def test_a_browser_that_does_not_start_is_told_in_one_line(tmp_path):
    (tmp_path / "chromium").write_text("")
    with pytest.raises(BriefingError, match="expected a browser that starts, found: Permission denied"):
        print_pdf("", browser=tmp_path / "chromium", epoch=EPOCH)
