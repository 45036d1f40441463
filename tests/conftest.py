"""What all tests need of the process that they run in."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """A shell starts what runs in the background with Ctrl-C ignored, which children inherit; some tests press it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
