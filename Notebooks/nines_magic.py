"""Nines in Python notebooks: `%load_ext nines_magic`, then

    %%nines
    service web: 2 of 3, mtbf 30d, mttr 5min
    web

or `%%nines shop.nines` to ask about a file, or `%nines shop.nines why shop` in one line; a name with
blanks stands in quotes, as in `%nines "my shop.nines" why shop`. What is answered is printed, with the pictures of answers below it, and returned as `Answers`: a list of
dictionaries as `nines --json` writes them, with `.frame` for pandas. `-q` first shows nothing.

Needs the program nines on PATH, or at the place that the variable NINES of the environment names.
"""

import concurrent.futures
import errno
import html
import json
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import urllib.parse

# The lists that have a row an element in a table; answers of other kinds have one row.
LISTS = {
    "importance": "components",
    "improvements": "changes",
    "headroom": "rules",
    "find": "candidates",
    "sweep": "points",
    "tornado": "inputs",
    "comparison": "subjects",
    "budget": "alerts",
    "budget_spent": "causes",
    "catalogue": "commitments",
}


# Options that say where answers go, which the magic says, or that lead to none.
REFUSED = {
    "--format", "--help", "--json", "--json-file", "--output", "--picture", "--shard", "--version",
    "-h", "-o",
}

# How a file is told from the language, as the program tells it.
ENDINGS = (".nines", ".json", ".yaml", ".yml", ".xml")


class NinesError(Exception):
    """What is wrong with a text, or why there is no answer: `code` is stable, for programs."""

    def __init__(self, message, code=None, text=None):
        super().__init__(message)
        self.code = code
        self._text = text or f"error: {message}"

    def _render_traceback_(self):
        """The sentence and its place in the cell, for IPython: none of Python's own calls."""
        return self._text.splitlines()


class Answers(list):
    """The answers of a cell as dictionaries, in their order."""

    @property
    def frame(self):
        """All answers as one pandas.DataFrame, with a row for each element of an answer's main list.

        Columns are called by the keys that lead to their values, joined with `_`.
        """
        import pandas

        frames = [pandas.json_normalize(_rows(answer), sep="_") for answer in self]
        return pandas.concat(frames, ignore_index=True) if frames else pandas.DataFrame()

    def __repr__(self):
        kinds = ", ".join(f"{a.get('kind')} of {a.get('name')}" if a.get("name") else a.get("kind")
                          for a in self)
        return f"<{len(self)} {'answer' if len(self) == 1 else 'answers'}: {kinds}>"


def _rows(answer):
    """The rows of an answer, each with what the answer says besides its main list."""
    rest = {key: value for key, value in answer.items() if key != LISTS.get(answer["kind"])}
    elements = answer.get(LISTS.get(answer["kind"]))
    return [{**rest, **element} for element in elements] if elements else [rest]


def ask(text="", *words, quiet=False):
    """The answers to `text`, behind what `words` say as on a command line; shows them in text, with
    their pictures.

    Raises NinesError where the text is wrong or a question has no answer. An interrupt ends a
    simulation with the estimate so far.
    """
    arguments = _arguments(words, text)
    text = "" if arguments else text
    with tempfile.TemporaryDirectory() as folder:
        picture, lines = pathlib.Path(folder, "picture.svg"), pathlib.Path(folder, "answers.jsonl")
        options = ["--width", "100", "--json-file", str(lines)]
        output = _run([*options, *([] if quiet else ["--picture", str(picture)]), *arguments], text)
        if not quiet:
            print(output.stdout, end="")
        said = _said(lines)
        answers = _answers(said, output)
        if not quiet:
            missing = {f"error: {item['message']}" for item in said if item.get("code") == "no-picture"}
            for line in output.stderr.splitlines():
                if line not in missing:
                    print(line, file=sys.stderr)
            _show_pictures(picture)
    return answers


def _arguments(words, text):
    """The words of the command line, with the text behind them, which has no options."""
    options = words[:words.index("--")] if "--" in words else words
    for word in options:
        if word.split("=")[0] in REFUSED:
            raise NinesError(
                f"{word.split('=')[0]} has no place here, where answers are shown and returned;"
                " `!nines` with the same words runs the program as a shell does", "wrong-option"
            )
    if not words or not text.strip():
        return list(words)
    return [*words, *([] if "--" in words else ["--"]), text]


def _said(file):
    """The answers and complaints that were written, in their order."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return [json.loads(line) for line in text.splitlines()]


def _answers(said, output):
    """The answers among what was said, unless there is a mistake."""
    mistake = _error(said, output.stderr)
    answers = Answers(item for item in said if item["kind"] not in ("error", "warning"))
    if mistake or (output.returncode in (2, 3) and not answers):
        raise mistake or NinesError(output.stderr.strip() or "nines gave no answer", None, output.stderr)
    return answers


def _show_pictures(first):
    """Shows `picture.svg`, `picture-2.svg` and so on, as images: the sanitizers of notebooks that aren't
    trusted leave images with their data, but take SVG away. Outside of IPython there is no page."""
    if "IPython" not in sys.modules or sys.modules["IPython"].get_ipython() is None:
        return
    from IPython.display import display

    number, path = 1, first
    while path.exists():
        svg = path.read_text(encoding="utf-8")
        description = re.search("<desc[^>]*>(.*?)</desc>", svg, re.DOTALL)
        words = html.unescape(description[1]) if description else "a picture"
        address = "data:image/svg+xml;charset=utf-8," + urllib.parse.quote(svg)
        image = f'<img alt="{html.escape(words)}" src="{address}">'
        display({"text/html": image, "image/svg+xml": svg, "text/plain": words}, raw=True)
        number += 1
        path = first.with_name(f"{first.stem}-{number}{first.suffix}")


def _error(said, text):
    """The first mistake, with the excerpt of the cell where there is one; None without. That an answer
    has no picture is none."""
    for mistake in said:
        if mistake["kind"] == "error" and mistake["code"] != "no-picture":
            return NinesError(mistake["message"], mistake["code"], text)
    return None


def _run(words, text):
    """The result of the program, which an interrupt is passed on to."""
    program = os.environ.get("NINES", "nines")
    try:
        process = subprocess.Popen(
            [program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
        )
    except ValueError:
        raise NinesError("a NUL stands in the text, which no command line takes") from None
    except OSError as error:
        if error.errno == errno.E2BIG:
            raise NinesError(
                "the text behind the file is longer than a command line takes; put it into the file"
            ) from None
        raise NinesError(
            f"{program} cannot be run ({error.strerror}); put nines on PATH or its place in NINES"
        ) from None
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(process.communicate, text)
        try:
            concurrent.futures.wait([waiting])
        except KeyboardInterrupt:
            process.send_signal(signal.SIGINT)
        streams = waiting.result()
    return subprocess.CompletedProcess(process.args, process.returncode, *streams)


def nines(line, cell=""):
    """`%nines` and `%%nines`."""
    line = line.strip()
    quiet = re.match(r"-q(\s|$)", line) is not None
    return ask(cell, *_words(line[2:].strip() if quiet else line), quiet=quiet)


def _words(line):
    """The words of a line: a file in quotes without them, since quotes are part of the language."""
    quoted = re.match(r"""(["'])(.+?)\1(?=\s|$)""", line)
    if quoted and (quoted[2].endswith(ENDINGS) or "/" in quoted[2]):
        return [quoted[2], *_words(line[quoted.end():].strip())]
    try:
        return shlex.split(line, posix=False)
    except ValueError:
        # A quote that isn't closed: the program shows where.
        return line.split()


def load_ipython_extension(shell):
    shell.register_magic_function(nines, magic_kind="line_cell", magic_name="nines")
