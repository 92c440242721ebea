"""Laws are checked without a clock: on a busy machine a slow example is no failure."""

from hypothesis import settings

settings.register_profile("documents", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("documents")
