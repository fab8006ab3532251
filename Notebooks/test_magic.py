"""The magics of nines_magic.py in IPython's own shell, and its answers in pandas.

Run by `python3 -m pytest Notebooks/test_magic.py`; NINES names the program, without it the release
build's is taken.
"""

import html
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
import urllib.parse

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

FOLDER = pathlib.Path(__file__).resolve().parent
os.environ.setdefault("NINES", str(FOLDER.parent / ".build/release/nines"))
sys.path.insert(0, str(FOLDER))

import nines_magic  # noqa: E402

SHOP = """service web: 2 of 3, mtbf 30d, mttr 5min
db = 99.95%
site = web & db
"""


@pytest.fixture
def shell():
    shell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "nines_magic")
    return shell


def test_a_cell_is_answered_and_shown(shell, capsys):
    answers = shell.run_cell_magic("nines", "", SHOP + "site\nwhy site")
    shown = capsys.readouterr().out
    assert "available  99.95%" in shown and "db" in shown
    assert [a["kind"] for a in answers] == ["availability", "importance"]
    assert repr(answers) == "<2 answers: availability of site, importance of site>"


def test_a_list_has_a_row_an_element(shell):
    frame = shell.run_cell_magic("nines", "-q", SHOP + "why site").frame
    assert list(frame["name"]) == ["db", "web"]
    # What fails db alone fails the site: its share of 1 - A is nearly all.
    assert frame["fussell_vesely"][0] == pytest.approx(1, abs=1e-3)
    answers = shell.run_cell_magic(
        "nines", "-q", "web = 1 of 2 99%\nplot web over web.count 2..5"
    )
    sweep = answers.frame
    # 1 - 0.01^n
    assert list(sweep["unavailability"]) == pytest.approx([1e-4, 1e-6, 1e-8, 1e-10])
    assert (sweep["downtime_seconds_per_year"] > 0).all()


def test_answers_of_two_kinds_share_a_frame(shell):
    frame = shell.run_cell_magic("nines", "-q", "a = 99%\nb = 98%\na\ncheck b 99% per month").frame
    assert list(frame["kind"]) == ["availability", "check"]
    assert list(frame["availability"]) == pytest.approx([0.99, 0.98])


def test_quiet_prints_nothing(shell, capsys):
    shell.run_line_magic("nines", "-q 99% & 99%")
    assert capsys.readouterr().out == ""
    with capture_output() as shown:
        shell.run_cell_magic("nines", "-q", SHOP + "why site")
    assert shown.outputs == []


def test_pictures_stand_below_what_is_printed(shell):
    with capture_output() as shown:
        answers = shell.run_cell_magic(
            "nines", "", SHOP + "why site\nsite\nplot site over web.mttr 1min..1h"
        )
    assert [a["kind"] for a in answers] == ["importance", "availability", "sweep"]
    bundles = [output.data for output in shown.outputs]
    assert [b["image/svg+xml"].count("</svg>") for b in bundles] == [1, 1]
    for bundle in bundles:
        before, data = bundle["text/html"].split("data:image/svg+xml;charset=utf-8,")
        assert urllib.parse.unquote(data.removesuffix('">')) == bundle["image/svg+xml"]
        assert html.escape(bundle["text/plain"]) in before and len(bundle["text/plain"]) > 20


def test_a_script_prints_text_alone():
    script = f"import nines_magic\nnines_magic.ask({SHOP + 'why site'!r})"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=FOLDER, capture_output=True, text=True, check=True
    )
    assert "db" in result.stdout and "svg" not in result.stdout and result.stderr == ""


def test_an_undecided_check_is_an_answer(shell):
    text = "service web: 1 of 2, mtbf 30d, mttr 5min\nsla gold: 99.99% per month\n"
    (answer,) = shell.run_cell_magic(
        "nines", "", text + "check web meets gold with 99.997%, runs 384"
    )
    assert answer["met"] is None


def test_a_file_stands_before_the_cell(shell, tmp_path):
    file = tmp_path / "shop.nines"
    file.write_text(SHOP)
    assert shell.run_line_magic("nines", f"-q {file} check site 99% per month")[0]["met"] is True
    (answer,) = shell.run_cell_magic("nines", f"-q {file}", "check site 99.999% per month")
    assert answer["met"] is False


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_file_may_have_blanks_in_its_name(shell, tmp_path, quote):
    file = tmp_path / "my shop.nines"
    file.write_text(SHOP + '"a  part" = 99%\n')
    (answer,) = shell.run_line_magic("nines", f"-q {quote}{file}{quote} why site")
    assert answer["kind"] == "importance"
    (answer,) = shell.run_line_magic("nines", f'-q {quote}{file}{quote} "a  part"')
    assert answer["name"] == "a  part"


def test_a_quote_that_is_not_closed_is_shown(shell):
    with pytest.raises(nines_magic.NinesError, match="the quote is not closed") as raised:
        shell.run_line_magic("nines", '-q "web = 99%')
    assert raised.value.code == "unclosed-quote"


def test_a_cell_behind_a_file_has_no_options(shell, tmp_path):
    file = tmp_path / "shop.nines"
    file.write_text(SHOP)
    for cell in ["-q", "--version", "--json-file x\nsite"]:
        with pytest.raises(nines_magic.NinesError) as raised:
            shell.run_cell_magic("nines", f"-q {file}", cell)
        assert raised.value.code not in (None, "wrong-option") and "option" not in str(raised.value)
    (answer,) = shell.run_cell_magic("nines", f"-q {file} --", "site")
    assert answer["kind"] == "availability"


def test_what_no_command_line_takes_is_said_in_a_sentence(shell, tmp_path):
    file = tmp_path / "shop.nines"
    file.write_text(SHOP)
    for cell, sentence in [
        ("site\n# " + "x" * 200_000, "put it into the file"), ("site \0", "a NUL stands in"),
    ]:
        with pytest.raises(nines_magic.NinesError, match=sentence):
            shell.run_cell_magic("nines", f"-q {file}", cell)
    # Without a file the text comes by standard input.
    (answer,) = shell.run_cell_magic("nines", "-q", SHOP + "site\n# " + "x" * 200_000)
    assert answer["name"] == "site"


@pytest.mark.parametrize(
    "words", ["--json-file j.jsonl", "--picture=p.svg", "--json", "--version", "-h", "--format csv"]
)
def test_options_of_the_magic_itself_are_refused_by_name(shell, words, capsys):
    flag = words.replace("=", " ").split()[0]
    for line in [words, f"-q {words}"]:
        with pytest.raises(nines_magic.NinesError, match=f"^{flag} has no place here") as raised:
            shell.run_cell_magic("nines", line, "99%")
        assert raised.value.code == "wrong-option"
    assert capsys.readouterr().out == ""


def test_what_is_wrong_is_said_in_a_sentence(shell, capsys):
    result = shell.run_cell("%%nines\nweb = 2 of 3 99.5%\nweb & dv")
    assert isinstance(result.error_in_exec, nines_magic.NinesError)
    assert result.error_in_exec.code == "unknown-name"
    shown = "".join(capsys.readouterr())
    assert "'dv'" in shown and "^^" in shown and "nines_magic.py" not in shown


def test_a_missing_program_is_named(monkeypatch):
    monkeypatch.setenv("NINES", "/nowhere/nines")
    with pytest.raises(nines_magic.NinesError, match="/nowhere/nines cannot be run"):
        nines_magic.ask("99%")


def test_an_interrupt_leaves_the_estimate(capsys):
    text = "service slow: 2 of 3, mtbf 30d, mttr 5min\nsimulate slow, runs 1_000_000_000"
    threading.Timer(1.5, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    start = time.monotonic()
    (answer,) = nines_magic.ask(text)
    assert time.monotonic() - start < 6
    assert answer["ending"] == "interrupted" and answer["replications"] > 0
    assert "interrupted" in capsys.readouterr().out
