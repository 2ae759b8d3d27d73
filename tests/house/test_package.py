"""What is installed: the wheel's files, the dependencies and the types."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from zipfile import ZipFile

import pytest
import tomli

from tests.house.tree import PACKAGE, ROOT

DEPENDENCIES_AT_MOST = 8
HOSTILE = "tui/data/hostile-event.toml"
"""Only the tests read it."""
NEEDED_TO_BUILD = ("pyproject.toml", "README.md", "LICENSE", "hatch_build.py", "tui", "data")


def dependency_lines() -> list[str]:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    found = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1].strip().splitlines()


def test_direct_dependencies_are_few_and_each_says_why() -> None:
    lines = dependency_lines()
    assert 0 < len(lines) <= DEPENDENCIES_AT_MOST
    without_reason = [line for line in lines if not re.search(r'",\s+# \w+', line)]
    assert without_reason == []


def test_every_direct_dependency_is_imported() -> None:
    source = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    unused = [
        name
        for line in dependency_lines()
        if (name := line.split('"')[1].split(">=")[0].replace("-", "_"))
        and not re.search(rf"\b(import|from) {name}\b", source)
    ]
    assert unused == []


def test_the_lock_names_no_index_but_the_public_one() -> None:
    locked = (ROOT / "uv.lock").read_text("utf-8")
    hosts = {*re.findall(r'"(\w+://[^/"]+)', locked)}
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}
    assert re.findall(r'(?:path|directory|find-links|index) = "[^"]*"', locked) == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """The wheel, built without network from a copy of the checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in NEEDED_TO_BUILD:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("*.mo", "*.pyc"))
        else:
            shutil.copy(source, copy)
    told = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    (path,) = (copy / "dist").glob("*.whl")
    with ZipFile(path) as opened:
        yield opened


def test_the_wheel_holds_all_of_the_program_and_nothing_else(wheel: ZipFile) -> None:
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    program = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".mo", ".po", ".pot"}
    }
    files = (path for path in (ROOT / "data").rglob("*") if path.is_file())
    data = {f"tui/{path.relative_to(ROOT).as_posix()}" for path in files} - {HOSTILE}
    messages = {f"tui/locale/{language}/LC_MESSAGES/ktcn-tui.mo" for language in ("vi", "en")}
    assert (program | data) - held == set()
    assert {name.partition(".data/data/")[2] for name in held - program - data - messages} == {
        "share/man/man1/ktcn-tui.1",
        "share/man/vi/man1/ktcn-tui.1",
    }
    assert "tui/py.typed" in held


def test_the_manual_needs_no_more_than_the_build_asks_for() -> None:
    listing = (
        "import sys; from tui.commands.man_page import man_page; man_page('en');"
        "print(*{module.partition('.')[0] for module in sys.modules})"
    )
    told = subprocess.run(
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wanted = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    known = {re.split("[>=]", line)[0] for line in wanted}
    installed = {name for names in packages_distributions().values() for name in names}
    used = {*told.stdout.split()} & packages_distributions().keys()
    assert {name for name in used if name in installed} - {"tui", "typing_extensions"} <= known


def test_the_wheel_holds_the_bundled_event_and_the_compiled_messages(wheel: ZipFile) -> None:
    held = wheel.namelist()
    assert [name for name in held if re.fullmatch(r"tui/data/20[^/]*\.toml", name)]
    assert "tui/data/event.schema.json" in held
    assert "tui/locale/vi/LC_MESSAGES/ktcn-tui.mo" in held


def test_the_version_is_written_once(wheel: ZipFile) -> None:
    namespace: dict[str, str] = {}
    exec((PACKAGE / "__init__.py").read_text("utf-8"), namespace)
    project = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project
    assert any(f"-{namespace['__version__']}.dist-info" in name for name in wheel.namelist())


def test_the_wheel_wants_no_more_than_pyproject_says(wheel: ZipFile) -> None:
    (path,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = wheel.read(path).decode()
    required = re.findall(r"^Requires-Dist: ([\w-]+)(?!.*extra ==)", metadata, re.MULTILINE)
    assert len(required) == len(dependency_lines())
