"""The notebooks as they are committed; that they run is tested by `pytest --nbmake Notebooks`."""

import pathlib

import nbformat
import pytest

FOLDER = pathlib.Path(__file__).resolve().parent
NOTEBOOKS = {path.name: nbformat.read(path, 4) for path in sorted(FOLDER.glob("*.ipynb"))}


@pytest.fixture(params=NOTEBOOKS)
def notebook(request):
    return NOTEBOOKS[request.param]


def test_four_are_in_nines_and_two_in_python():
    languages = [notebook.metadata.kernelspec.language for notebook in NOTEBOOKS.values()]
    assert sorted(languages) == ["nines"] * 4 + ["python"] * 2


def test_a_notebook_is_committed_without_outputs(notebook):
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None
            assert cell.metadata == {}


def test_a_notebook_is_a_story(notebook):
    first = notebook.cells[0]
    assert first.cell_type == "markdown" and first.source.startswith("# ")
    # Where numbers come from is said at once; the decision comes last.
    assert "source" in first.source or "made up" in first.source or "catalogue" in first.source
    assert "## The decision" in notebook.cells[-1].source
    pictures = ("plot ", "simulate ", " meets ", "plt.", ".plot.")
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert sum(any(word in source for word in pictures) for source in cells) >= 2


def test_names_of_cells_are_stable_and_their_own(notebook):
    names = [cell.id for cell in notebook.cells]
    assert len(set(names)) == len(names)
    # Words, not those that editors make up.
    assert all(not any(sign.isdigit() for sign in name.split("-")[0]) for name in names)


def test_links_lead_to_files(notebook):
    for cell in notebook.cells:
        for part in cell.source.split("](")[1:]:
            path = part.split(")")[0]
            if "://" not in path:
                assert (FOLDER / path).exists(), path


def test_data_is_small_and_says_where_it_is_from():
    for path in FOLDER.glob("*.csv"):
        assert path.stat().st_size < 20_000
        assert path.read_text().startswith("# ")
