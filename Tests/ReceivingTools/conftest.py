"""What the tests of the exports share: the program, stores to export from, and an exporter."""
import os
import pathlib
import subprocess

import pytest

import stores

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def entente():
    """The program: the one that is named by ENTENTE, else the newest build."""
    named = os.environ.get("ENTENTE")
    built = [pathlib.Path(named)] if named else [ROOT / ".build" / kind / "entente" for kind in ("debug", "release")]
    built = sorted((p for p in built if p.exists()), key=lambda p: p.stat().st_mtime)
    if not built:
        pytest.skip("the program is not built")
    return str(built[-1])


@pytest.fixture(scope="session")
def story(entente, tmp_path_factory):
    """A store of an example story."""
    path = tmp_path_factory.mktemp("story") / "graph.sqlite"
    subprocess.run([entente, "add", str(ROOT / "Examples" / "diplomatic-round"), "--graph", str(path)], check=True)
    return path


@pytest.fixture(scope="session")
def hostile(entente, tmp_path_factory):
    """A store whose every text is hostile."""
    return stores.hostile(stores.new(entente, tmp_path_factory.mktemp("hostile") / "graph.sqlite"))


@pytest.fixture(scope="session")
def export(entente, tmp_path_factory):
    """export(store, format, *options): the path of what `entente export` writes."""
    folder = tmp_path_factory.mktemp("exports")
    made = {}

    def run(store, format, *options):
        key = (str(store), format) + options
        if key not in made:
            made[key] = folder / f"{len(made)}.{format}"
            command = [entente, "export", "--format", format, "-o", str(made[key]), "--graph", str(store), *options]
            subprocess.run(command, check=True)
        return made[key]

    return run
