"""``python -m tui``, and what the command ``ktcn-tui`` calls."""

import gc
from typing import NoReturn

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 make it look for garbage all through the start, a tenth of it, and find none."""


def main() -> NoReturn:
    """Run the program with the arguments of the process, and exit."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    from tui.cli import main

    try:
        main()
    finally:
        gc.freeze()  # so that Python does not look through everything once more as it ends


if __name__ == "__main__":
    main()
