"""An example is short enough to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(EXAMPLES.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(EXAMPLES)))
def test_an_example_file_has_less_than_200_lines(file: Path) -> None:
    """Somebody who wants to start from it in ten minutes has to read it in five."""
    assert len(file.read_text(encoding="utf-8").splitlines()) < 200


def test_there_are_examples() -> None:
    """An empty table of cases would pass in silence."""
    assert {"whole_cycle.py", "intranet/app.py"} <= {file.relative_to(EXAMPLES).as_posix() for file in FILES}
