"""The two type checkers belong to the tools of those who change plein; without them these tests are left out, and the run's header says so."""

from __future__ import annotations

from tests.conftest import NO_CHECKERS

collect_ignore = ["slips.py", *(["test_types.py"] if NO_CHECKERS else [])]
