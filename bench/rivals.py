"""The same suggestions by tools that cannot take a set: one after the other, each onto the result so far."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path


def git_one_by_one(base: str, texts: Sequence[str]) -> tuple[float, int]:
    """Seconds of processor time and refusals of taking whole texts in with ``git merge-file``, one after the other."""
    refused = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        paths[1].write_text(base)
        current, spent = base, 0.0
        for text in texts:
            paths[0].write_text(current)
            paths[2].write_text(text)
            began = os.times()
            done = subprocess.run(["git", "merge-file", "-p", "-q", *map(str, paths)], capture_output=True, text=True)
            ended = os.times()
            spent += ended.children_user - began.children_user + ended.children_system - began.children_system
            if done.returncode:
                refused += 1
            else:
                current = done.stdout
    return spent, refused


def patches_one_by_one(base: str, texts: Sequence[str]) -> tuple[float, float, int]:
    """Seconds for making the patches, seconds for ``patch_apply`` one after the other, and how many were refused."""
    from diff_match_patch import diff_match_patch

    tool = diff_match_patch()
    tool.Diff_Timeout = 0
    began = time.process_time()
    patches = [tool.patch_make(base, text) for text in texts]
    made = time.process_time() - began
    current, refused = base, 0
    began = time.process_time()
    for patch in patches:
        result, ok = tool.patch_apply(patch, current)
        if all(ok):
            current = result
        else:
            refused += 1
    return made, time.process_time() - began, refused


def git_memory() -> int:
    """Bytes that a ``git`` started so far took at most."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
