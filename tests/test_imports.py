"""Imports go down only: newsroom.urls → importers | demo | admin | reader → … → photos | sponsors."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each layer may import itself where it is one package, and the layers below it; never a layer above or beside it.
LAYERS = [
    ["articles.importers", "articles.demo", "articles.management", "articles.admin", "articles.reader"],
    ["articles.replacing"],
    ["articles.workflow", "articles.related", "articles.kills"],
    ["articles.amendments"],
    ["articles.guards", "articles.whereabouts", "articles.stale_links", "articles.follow_ups"],
    ["articles.picture_guards", "articles.inside_links", "articles.restoring"],
    ["articles.snapshots", "articles.keys", "articles.fronts"],
    ["articles.suggestions", "articles.link_checks", "articles.stubs"],
    ["articles.mirror", "articles.leads", "articles.roles", "articles.search", "articles.addresses"],
    ["articles.threads"],
    ["articles.models"],
    ["articles.merging", "articles.public_web"],
    ["articles.comparison"],
    ["articles.blocks_compared", "articles.outside_links"],
    ["articles.body", "articles.words_compared", "articles.problem", "articles.likeness", "articles.teasers"],
    ["articles.datelines", "articles.headlines"],
    ["articles.photos", "articles.sponsors"],
]
DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}


def home(module: str) -> str | None:
    """The entry of LAYERS to which a module belongs."""
    return next((name for name in DEPTH if module == name or module.startswith(f"{name}.")), None)


@cache
def imports(path: Path) -> set[str]:
    """Every module that a file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(path for path in (ROOT / "articles").rglob("*.py") if "migrations" not in path.parts)


def not_below(path: Path) -> set[str]:
    """The layers that a file imports though they are not below its own."""
    own = home(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    others = {target for name in imports(path) if (target := home(name)) and target != own}
    return {other for other in others if DEPTH[other] <= DEPTH.get(own, 99)}


def test_imports_go_down_only():
    assert {str(path): found for path in FILES if (found := not_below(path))} == {}


def test_no_file_here_imports_the_wiring():
    """Except the accounts, which everybody has."""
    wiring = {(str(path), name) for path in FILES for name in imports(path) if name.split(".")[0] == "newsroom"}
    assert {(path, name) for path, name in wiring if not name.startswith("newsroom.accounts")} == set()


def test_every_module_has_its_layer():
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in FILES}
    outside = {module for module in modules if home(module.removesuffix(".__init__")) is None}
    assert outside <= {"articles.__init__", "articles.apps"}


@pytest.mark.parametrize("name", ["utils", "helpers", "signals", "services", "misc", "common"])
def test_no_file_is_named_for_nothing(name):
    assert not [path for path in FILES if path.stem == name]
