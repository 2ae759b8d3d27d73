"""Twice as long a configuration file takes twice the work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reliability import case
from tests.work import assert_linear
from tui.settings import SettingsError, asked_language, effective
from tui.settings.file import read_config
from tui.settings.key_map import checked

BINDINGS = {f"binding.{i}": chr(ord("a") + i) for i in range(20)}
FILES: dict[str, str] = {
    "unknown settings": "key# = 1\n",
    "unknown settings that are alike": f"{'theme' * 12}# = 1\n",
    "settings that are no TOML": "theme# = x y\n",
    "keys": '[keys.a#]\nsearch = ["f2", "x"]\n',
    "keys without a table": "keys.a# = 1\n",
    "misspelt keys": 'keys."bindin.#" = "f2"\n',
    "keys that there are none of": 'keys."binding.#" = "f99"\n',
    "remarks": "# theme\n",
}


@case("Settings, {name}: twice the file, at most 2.5 times the work")
@pytest.mark.parametrize("name", FILES)
def test_twice_the_settings_are_twice_the_work(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2,000 wrong keys took 31 seconds: the lines of all were looked for again for each."""
    for module in ("values", "key_map"):
        monkeypatch.setattr(f"tui.settings.{module}.UNITS", 50_000)
    file = tmp_path / "config.toml"

    def prepare(count: int) -> Callable[[], object]:
        file.write_text("".join(FILES[name].replace("#", str(i)) for i in range(count)))

        def do() -> None:
            config = read_config(file)
            asked_language("", config, {})
            with suppress(SettingsError):
                checked(effective(config, {}), BINDINGS)

        return do

    assert_linear(prepare, 200)
