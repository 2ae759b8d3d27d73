"""``python -m tui``, and what the command ``ktcn-tui`` calls."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # ``-m`` puts the working folder first: nothing more is imported from it. The package itself may
    # have been; ``python -P -m tui`` looks there for nothing at all.
    del sys.path[0]

try:
    import gc
    import os
    import signal
except KeyboardInterrupt:
    raise SystemExit(130) from None

OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Python's own 700 make it look for garbage all through the start, a tenth of it, and find none."""
INTERRUPTED = 130
"""As :mod:`tui.commands.exit_codes` has it, which is still to be imported; above too."""


def main() -> None:
    """Run the program with the arguments of the process, and exit."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    hears_interrupts = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    try:
        if hears_interrupts:
            # An exception within the start of a compiled module can end in a crash.
            signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
        from tui.cli import main

        if hears_interrupts:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        main()
    except KeyboardInterrupt:  # before the program could see to it
        sys.exit(INTERRUPTED)
    finally:
        gc.freeze()  # so that Python does not look through everything once more as it ends


if __name__ == "__main__":
    main()
