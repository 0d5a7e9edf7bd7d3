"""Packs the extension for the stores: one zip for Chrome, one for Firefox, from the folder that both load as it lies.

Run as ``python scripts/build_extension.py [FOLDER]``; it needs the standard library only. The same sources give the
same bytes, on any computer and at any time.
"""

from __future__ import annotations

import copy
import hashlib
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "extension"
LICENCE = ("LICENSE", "NOTICE")  # from the repository's root: they go with every copy
BROWSERS = ("chrome", "firefox")
SHIPPED = frozenset({".js", ".html", ".css", ".json", ".png"})  # not types.d.ts, README.md or the icon's drawing
MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell
MODE = 0o100644 << 16  # a plain file that its owner may write
UNIX = 3

Manifest = dict[str, Any]


def main() -> None:
    """Write both zips into a folder, ``dist`` unless told otherwise, and print their checksums."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    target.mkdir(parents=True, exist_ok=True)
    for path in build(target):
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path}")


def build(target: Path) -> list[Path]:
    """Write a zip for each browser.

    Args:
        target: an existing folder.

    Returns:
        The zips' paths, Chrome's first.
    """
    manifest: Manifest = json.loads((SOURCE / "manifest.json").read_text(encoding="utf-8"))
    built = []
    for browser in BROWSERS:
        path = target / f"onrecord-{browser}-{manifest['version']}.zip"
        _write(path, files_for(browser, manifest))
        built.append(path)
    return built


def files_for(browser: str, manifest: Manifest) -> dict[str, bytes]:
    """Every file of one browser's zip, by its name in it."""
    files = {name: (ROOT / name).read_bytes() for name in LICENCE}
    for path in SOURCE.rglob("*"):
        if path.is_file() and path.suffix in SHIPPED and not path.name.startswith("."):
            files[path.relative_to(SOURCE).as_posix()] = path.read_bytes()
    files["manifest.json"] = (json.dumps(manifest_for(browser, manifest), indent=2) + "\n").encode()
    return files


def manifest_for(browser: str, manifest: Manifest) -> Manifest:
    """The manifest without what only the other browser reads, and warns its developers about."""
    own = copy.deepcopy(manifest)
    if browser == "chrome":
        del own["browser_specific_settings"], own["background"]["scripts"]
    else:
        del own["minimum_chrome_version"], own["background"]["service_worker"]
    return own


def _write(path: Path, files: dict[str, bytes]) -> None:
    # Stored, not deflated: compressors differ from one zlib to the next, and the stores compress anew anyway.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.create_system = UNIX
            entry.external_attr = MODE
            archive.writestr(entry, data)


if __name__ == "__main__":
    main()
