"""Write afresh what the tests compare with: the schema, and what is said of each bad file.

``python -m tests.record.write``; look at the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

from tests.record.bad_files import BAD, golden, report
from tui.record.schema import schema_text

SCHEMA = Path(__file__).parents[2] / "data" / "event.schema.json"


def main() -> None:
    """Write the schema and the golden files."""
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    for file in sorted(BAD.glob("*.toml")):
        golden(file).write_text(report(file), encoding="utf-8")


if __name__ == "__main__":
    main()
