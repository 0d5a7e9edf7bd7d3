"""The packed extension: the same bytes each time, one manifest for each browser, and every file that is referred to."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scripts.build_extension import BROWSERS, ROOT, SOURCE, build

# What a page, a module, a sheet or a list of injected files names: "./words.js", "page/tree.js", "../options/options.html".
IN_PAGES = re.compile(r"""(?:src|href)="([^"#:]+)\"""")
IN_MODULES = re.compile(r"""^import (?:[^"]* from )?"([^"]+)";$""", re.MULTILINE)
BY_PATH = re.compile(r""""((?:background|icons|options|page|panel|welcome)/[\w/.-]+\.\w+|browser-api\.js)\"""")


@pytest.fixture(scope="module")
def zips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return dict(zip(BROWSERS, build(tmp_path_factory.mktemp("dist")), strict=True))


@pytest.fixture(scope="module", params=BROWSERS)
def browser(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def files(zips: dict[str, Path], browser: str) -> dict[str, bytes]:
    with zipfile.ZipFile(zips[browser]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["manifest.json"])
    return found


def test_building_twice_gives_the_same_bytes(zips: dict[str, Path], tmp_path: Path) -> None:
    """Neither the time nor the file system's order or permissions get into a zip."""
    for first, second in zip(zips.values(), build(tmp_path), strict=True):
        assert first.name == second.name
        assert first.read_bytes() == second.read_bytes()


def test_names_are_sorted_and_nothing_tells_of_the_computer(zips: dict[str, Path]) -> None:
    """Every entry has one date, one mode and one system, and names come in order."""
    for path in zips.values():
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist() == sorted(archive.namelist())
            told = {(i.date_time, i.external_attr, i.create_system, i.compress_type) for i in archive.infolist()}
        assert told == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, zipfile.ZIP_STORED)}


def test_the_names_of_the_zips_tell_browser_and_version(zips: dict[str, Path]) -> None:
    """The version is the manifest's."""
    version = json.loads((SOURCE / "manifest.json").read_text())["version"]
    assert [path.name for path in zips.values()] == [f"onrecord-{browser}-{version}.zip" for browser in BROWSERS]


def test_each_manifest_is_its_browsers_own_and_else_the_sources(manifest: dict[str, Any], browser: str) -> None:
    """Chrome's has a service worker, Firefox's has scripts and its own settings; all other keys are the source's."""
    source = json.loads((SOURCE / "manifest.json").read_text())
    foreign = {"chrome": "browser_specific_settings", "firefox": "minimum_chrome_version"}[browser]
    assert {**source, "background": 0} == {**manifest, "background": 0, foreign: source[foreign]}
    script = {"chrome": {"service_worker": "background/main.js"}, "firefox": {"scripts": ["background/main.js"]}}
    assert manifest["background"] == {**script[browser], "type": "module"}


def test_the_browsers_get_the_same_extension(zips: dict[str, Path]) -> None:
    """But for the manifest, both zips hold the same files with the same bytes."""
    with zipfile.ZipFile(zips["chrome"]) as chrome, zipfile.ZipFile(zips["firefox"]) as firefox:
        assert chrome.namelist() == firefox.namelist()
        other = [name for name in chrome.namelist() if chrome.read(name) != firefox.read(name)]
    assert other == ["manifest.json"]


def test_only_what_the_browser_reads_is_packed(files: dict[str, bytes]) -> None:
    """No notes, types or drawings; the licence goes along."""
    assert {posixpath.splitext(name)[1] for name in files} == {".js", ".html", ".css", ".json", ".png", ""}
    assert [name for name in files if not posixpath.splitext(name)[1]] == ["LICENSE", "NOTICE"]
    assert files["LICENSE"] == (ROOT / "LICENSE").read_bytes()


def test_no_file_is_missing_that_another_refers_to(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """What the manifest, a page, a module or a list of injected files names is in the zip."""
    named = set(BY_PATH.findall(json.dumps(manifest)))
    assert {manifest["options_ui"]["page"], *manifest["icons"].values()} <= named
    for name, data in files.items():
        text = data.decode("utf-8", errors="replace")
        if name.endswith(".html"):
            named |= {_beside(name, target) for target in IN_PAGES.findall(text)}
        if name.endswith(".js"):
            named |= {_beside(name, target) for target in IN_MODULES.findall(text)} | set(BY_PATH.findall(text))
    assert len(named) > 30
    assert named - files.keys() == set()


def test_every_script_and_sheet_is_referred_to(files: dict[str, bytes]) -> None:
    """Nothing is packed that nothing loads; sheets of palettes are named by their palette."""
    said = " ".join(
        data.decode("utf-8", errors="replace") for name, data in files.items() if name.endswith(("js", "json", "html"))
    )
    unused = [
        name
        for name in files
        if name.endswith((".js", ".css")) and posixpath.basename(name) not in said and "highlights-" not in name
    ]
    assert unused == []


def test_a_locales_words_are_there(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """The manifest's own texts are defined in its default language."""
    words = json.loads(files[f"_locales/{manifest['default_locale']}/messages.json"])
    asked = re.findall(r"__MSG_(\w+)__", json.dumps(manifest))
    assert asked
    assert [key for key in asked if key not in words] == []


def _beside(name: str, target: str) -> str:
    """The name in the zip that a reference in another file means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
