"""Run a module as `python -m` does, in a process that need not load torch again.

A session of pytest takes four seconds to import torch and what renders pages, and one to do what
most tests ask of it. So a server that has imported them forks a process for each.
"""

import multiprocessing
import os
import runpy
import sys
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import mkstemp

LOADED = (
    "torch",
    "torch._dynamo",
    "numpy",
    "pytest",
    "mkdocs.config.defaults",
    "material",
    "pygments.lexers.python",
    "pymdownx.superfences",
    "jsonschema",
    "bs4",
    "jupytext",
    "nbclient",
)
OURS = ("built", "builder", "conftest", "runner")  # each tree has its own
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([*LOADED])


class Warm:
    """A process that runs `python -m module *arguments` in a folder; what it says is kept."""

    def __init__(self, *command: str, cwd: Path, env: dict[str, str]) -> None:
        descriptor, name = mkstemp(prefix="said-")
        os.close(descriptor)
        self.said = Path(name)
        environment = {n: v for n, v in env.items() if not n.startswith("PYTEST_")}
        self.process: ForkServerProcess = CONTEXT.Process(
            target=become, args=(command, cwd, environment, name)
        )
        self.process.start()

    @property
    def ended(self) -> bool:
        return not self.process.is_alive()

    def kill(self) -> None:
        self.process.kill()
        self.process.join()

    def wait(self) -> tuple[int | None, str]:
        """Return its exit status and what it said, when it has ended."""
        self.process.join()
        said = self.said.read_text("utf-8", "replace")
        self.said.unlink()
        return self.process.exitcode, said


def become(command: tuple[str, ...], cwd: Path, environment: dict[str, str], said: str) -> None:
    """Make this process what `python -m` would have made: nothing of the tests' own is left."""
    output = os.open(said, os.O_WRONLY | os.O_APPEND)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]
    installed = sys.prefix, sys.base_prefix
    kept = [path for path in sys.path if any(map(Path(path).is_relative_to, installed))]
    own = [path for path in environment.get("PYTHONPATH", "").split(os.pathsep) if path]
    sys.path[:] = [str(cwd), *own, *kept]
    sys.path_importer_cache.clear()
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in environment
    sys.argv = list(command)
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
