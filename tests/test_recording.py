"""Law: a recording session writes down what ran, refuses what would not hold, and loses nothing.

Each test runs sessions as `nox` does, on a small project of its own, and one to the letter: the one
with a full disk. The second device is a stand-in: the CPU under the name `cuda`, which programs
recognise, and which can be lost.
"""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builder import evidence
from built.building import machinery
from built.warm import Warm
from runner import places, standing
from runner.folders import ROOT
from runner.places import release
from test_bad_pages import make_project

STAND_IN = """
import os, pathlib, sys
from runner import devices, machine, places, snippet_plugin
on, environment, without = devices.on, machine.environment, snippet_plugin.without
devices.on = lambda device: on({"cuda": "cpu:0"}.get(device, device))
names = {"cuda": {"hardware": "A stand-in", "driver": "1"}}
here = lambda device: vars(environment("cpu")) | names.get(device, {})
machine.environment = lambda device: type(environment("cpu"))(**here(device))
lost = lambda: "RuntimeError: no stand-in" if pathlib.Path("lost").exists() else ""
usual = places.usual()
places.playable = lambda: [usual]  # the others take seconds each, and test_steadiness plays them
snippet_plugin.without = lambda device: lost() if device == "cuda" else without(device)
if os.environ.get("NO_NUMPY"):
    sys.modules["numpy"] = None
"""
ON_GPU = 'import torch\n\ngpu = str(torch.get_default_device()) == "cpu:0"\n'
GOOD = '"""One and one is two."""\n\nprint(1 + 1)\n'
KEPT = GOOD + "# > 2\n"
PROGRAMS = {
    "one_and_one_is_two": KEPT,
    "two_prints_three_on_a_gpu": f"{ON_GPU}print(3 if gpu else 2)\n# > 2\n",
    "three_raises_on_a_gpu": ON_GPU
    + 'print("first")\n# > first\nif gpu:\n    int("x")\nprint("last")\n# > last\n',
    "four_trips_an_assertion": ON_GPU
    + "import os\nimport sys\n\nif gpu:\n"
    + '    print("a.cu:7: block: [0], thread: [1] Assertion `t < 3` failed.", file=sys.stderr)\n'
    + "    os.abort()\nprint(4)\n# > 4\n",
    "five_stays_on_the_cpu": f"# Runs on the CPU: it is told to.\n{ON_GPU}print(gpu)\n# > False\n",
    "six_is_about_a_gpu_cuda": f"{ON_GPU}print(gpu)\n",
}
INSTEAD = {
    "two_prints_three_on_a_gpu.py": [["2", "3"]],
    "three_raises_on_a_gpu.py": [
        ["", "ValueError: invalid literal for int() with base 10: 'x'"],
    ],
    "four_trips_an_assertion.py": [
        ["", "Assertion `t < 3` failed."],
        ["", "Its process ended early (SIGABRT)."],
    ],
}


class Project:
    """A site of one chapter, `c`, with one page that shows its programs."""

    def __init__(self, folder: Path, programs: dict[str, str], pin: str = "") -> None:
        self.folder = folder
        fences = "\n".join(f'```python\n--8<-- "c/{name}.py"\n```\n' for name in programs)
        make_project(folder, f"# Page\n\n{fences}")
        for stray in (folder / "snippets" / "c").iterdir():
            stray.unlink()
        for name, source in programs.items():
            self.snippet(name).write_text(source)
        pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
        pyproject = pyproject.replace(f"torch=={evidence.pinned(ROOT / 'docs')}", f"torch=={pin}")
        (folder / "pyproject.toml").write_text(
            pyproject if pin else (ROOT / "pyproject.toml").read_text("utf-8")
        )
        shutil.copytree(ROOT / "tests" / "runner", folder / "tests" / "runner")
        (folder / "conftest.py").write_text(STAND_IN)

    def snippet(self, name: str) -> Path:
        return self.folder / "snippets" / "c" / f"{name}.py"

    def start(self, *options: str, **environment: str) -> Warm:
        path = machinery(self.folder)
        env = os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"} | environment
        command = ("pytest", "-p", "no:cacheprovider", "docs", *options)
        return Warm(*command, cwd=self.folder, env=env)

    def session(self, *options: str, **environment: str) -> tuple[int | None, str]:
        return self.start(*options, **environment).wait()

    def recorded(self) -> None:
        code, said = self.session("--record")
        assert code == 0, said

    @property
    def evidence(self) -> dict[str, evidence.Recording]:
        return {r.name: r for r in evidence.recordings(self.folder / "docs", "c")}

    def files(self) -> dict[str, str]:
        paths = [*self.folder.glob("snippets/**/*"), *self.folder.glob("docs/**/evidence/*")]
        return {p.name: p.read_text() for p in paths if p.is_file() and p.suffix != ".part"}


def test_recording_writes_promises_and_evidence_and_then_holds_them(tmp_path: Path) -> None:
    project = Project(tmp_path, {"one_and_one_is_two": GOOD, "on_a_gpu_cuda": "print(3)\n"})
    project.recorded()
    assert project.snippet("one_and_one_is_two").read_text() == KEPT
    recording = project.evidence[f"cpu-{release()}"]
    assert [*recording.programs] == ["one_and_one_is_two.py"]  # the other waits for a GPU
    environment = recording.runs[0].environment
    assert environment.instructions and environment.python and environment.processor
    code, said = project.session()
    assert code == 0 and "output must be equal to the letter" in said
    project.snippet("one_and_one_is_two").write_text(GOOD + "# > 3\n")
    code, said = project.session()
    assert code == 1 and "expected: 3" in said and "docs/index.md" in said


def test_evidence_that_cannot_be_read_ends_a_session_in_one_line(tmp_path: Path) -> None:
    project = Project(tmp_path, {"one_and_one_is_two": KEPT})
    path = tmp_path / "docs" / "c" / "evidence" / "cpu-1.0.0.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"schema": 2}')
    for options in ([], ["--record"]):
        code, said = project.session(*options)
        assert code != 0 and "cpu-1.0.0.json has schema 2, newer than" in said
        assert len(said.splitlines()) < 5, said
    assert path.read_text() == '{"schema": 2}'


def test_an_instruction_set_that_is_none_is_refused(tmp_path: Path) -> None:
    project = Project(tmp_path, {"one_and_one_is_two": KEPT})
    code, said = project.session("--instructions=mmx")
    assert code != 0 and "takes sse, avx, avx2, avx512, native, not 'mmx'" in said


@pytest.fixture(scope="module")
def on_gpu(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A project that was recorded on its second device, and what that session said."""
    project = Project(tmp_path_factory.mktemp("on_gpu"), PROGRAMS)
    code, said = project.session("--record", "--device=cuda")
    assert code == 0, said
    return project, said


def test_what_another_device_does_instead_is_knowledge(on_gpu: tuple[Project, str]) -> None:
    project, said = on_gpu
    recording = project.evidence[f"cuda-{release()}"]
    assert recording.runs[0].environment.hardware == "A stand-in"
    found = {name: did["instead"] for name, did in recording.programs.items() if "instead" in did}
    assert found == INSTEAD
    did_as_promised = [name for name in recording.programs if name not in found]
    assert did_as_promised == ["one_and_one_is_two.py", "six_is_about_a_gpu_cuda.py"]
    assert "3 snippets do something else here:" in said
    assert "3 instead of 2" in said and "Assertion `t < 3` failed." in said
    assert "# > 2" in project.snippet("two_prints_three_on_a_gpu").read_text(), "a promise changed"


def test_a_program_about_a_device_takes_its_promises_from_there(tmp_path: Path) -> None:
    name = "six_is_about_a_gpu_cuda"
    project = Project(tmp_path, {name: PROGRAMS[name], "one_and_one_is_two": GOOD + "# > 2\n"})
    pyproject = project.folder / "pyproject.toml"
    pin = evidence.pinned(project.folder / "docs")
    pyproject.write_text(pyproject.read_text().replace(f"torch=={pin}", "torch==9.9.9"))
    code, said = project.session("--record", "--device=cuda")
    assert code == 0, said
    assert project.snippet(name).read_text() == PROGRAMS[name] + "# > True\n"
    assert "instead" not in project.evidence[f"cuda-{release()}"].programs[f"{name}.py"]
    changed = PROGRAMS[name].replace("print(gpu)", "print(gpu, 2)") + "# > True\n"
    project.snippet(name).write_text(changed)
    code, said = project.session("--device=cuda")
    assert code == 1 and "expected: True" in said and "got:      True 2" in said
    code, said = project.session("--record", "--device=cuda")
    assert code == 0 and "# > True 2" in project.snippet(name).read_text()


def test_the_same_difference_again_is_green_and_another_is_red(on_gpu) -> None:
    project, _ = on_gpu
    for options in ([], ["--record"]):
        code, said = project.session("--device=cuda", *options)
        assert code == 0, said
    path = project.folder / "docs" / "c" / "evidence" / f"cuda-{release()}.json"
    document = json.loads(path.read_text())
    document["runs"][0]["programs"]["two_prints_three_on_a_gpu.py"]["instead"] = [["2", "5"]]
    changed = document | {"checksum": evidence.checksum(document)}
    path.write_text(json.dumps(changed))
    for options in ([], ["--record"]):
        code, said = project.session("--device=cuda", *options)
        assert code == 1 and "1 failed" in said
        assert "recorded: 5 instead of 2" in said and "now:      3 instead of 2" in said
        assert "docs/index.md" in said and "--again" in said
        [kept] = [r for name, r in project.evidence.items() if name.startswith("cuda")]
        assert kept.programs["two_prints_three_on_a_gpu.py"]["instead"] == [["2", "5"]]
    code, said = project.session("--device=cuda", "--record", "--again")
    assert code == 0, said
    [kept] = [r for name, r in project.evidence.items() if name.startswith("cuda")]
    assert kept.programs["two_prints_three_on_a_gpu.py"]["instead"] == [["2", "3"]]


def test_a_device_that_is_lost_records_nothing(tmp_path: Path) -> None:
    losing = f'{ON_GPU}if gpu:\n    open("{tmp_path}/lost", "w").close()\nprint(1)\n# > 1\n'
    project = Project(tmp_path, {"it_loses_the_device": losing, "one_and_one_is_two": KEPT})
    before = project.files()
    code, said = project.session("--device=cuda", "--record")
    assert code != 0
    assert "cuda was lost while the programs ran" in said and "Nothing is recorded" in said
    assert project.files() == before
    code, said = project.session("--device=cuda", "--record")
    assert code != 0 and "nothing counts as verified" in said


def test_another_release_is_recorded_and_changes_no_promise(tmp_path: Path) -> None:
    no_such = "import torch.nn\n\nprint(torch.nn.SomeLoss.__name__)\n# > SomeLoss\n"
    programs = {"one_and_one_is_two": GOOD + "# > 3\n", "there_is_such_a_loss": no_such}
    project = Project(tmp_path, programs, pin="9.9.9")
    code, said = project.session()
    assert code == 1 and "2 failed" in said and "not the reference (torch 9.9.9" in said
    code, said = project.session("--record")
    assert code == 0, said
    [recording] = project.evidence.values()
    assert recording.name == f"cpu-{release()}"
    assert recording.programs["one_and_one_is_two.py"]["instead"] == [["3", "2"]]
    [[_, raised]] = recording.programs["there_is_such_a_loss.py"]["instead"]
    assert raised == "AttributeError: module 'torch.nn' has no attribute 'SomeLoss'"
    assert project.snippet("one_and_one_is_two").read_text() == GOOD + "# > 3\n"
    assert project.session()[0] == 0


def test_what_a_package_is_missing_for_is_not_recorded(tmp_path: Path) -> None:
    programs = {
        "one_and_one_is_two": KEPT,
        "it_wants_a_package": "import sklearnt.metrics\n\nprint(2)\n# > 2\n",
        "it_wants_a_part_of_torch": "import torch.nn.attentive\n\nprint(2)\n# > 2\n",
    }
    project = Project(tmp_path, programs, pin="9.9.9")
    code, said = project.session("--record")
    assert code == 1 and f"sklearnt is not installed beside torch {release()}," in said
    [recording] = project.evidence.values()
    assert {*recording.programs} == {"one_and_one_is_two.py", "it_wants_a_part_of_torch.py"}
    [[_, raised]] = recording.programs["it_wants_a_part_of_torch.py"]["instead"]
    assert raised == "ModuleNotFoundError: No module named 'torch.nn.attentive'"


UNFIT = {
    "it draws without a seed": (
        "import torch\n\nprint(f'{torch.rand(1).item():.4f}')\n",
        "something else from run to run",
    ),
    "its last digit is at the edge": (
        "import torch\n\nprint(f'{torch.nn.functional.gelu(torch.tensor(3.0)):.4f}')\n",
        "2.9960 is 2.9959502",
    ),
    "it counts threads": (
        "import torch\n\nprint(torch.get_num_threads())\n",
        "on 2 threads\n  first: 1\n  then:  2",
    ),
    "it leans on the repository": (
        "from runner import processes\n\nprint(processes.AT_ONCE)\n",
        "No module named 'runner'",
    ),
}


def test_what_would_not_hold_is_not_recorded(tmp_path: Path) -> None:
    programs = {name.replace(" ", "_").replace("'", ""): text for name, (text, _) in UNFIT.items()}
    project = Project(tmp_path, programs | {"one_and_one_is_two": GOOD})
    before = project.files()
    code, said = project.session("--record")
    assert code == 1 and "4 failed, 1 passed" in said
    for _, complaint in UNFIT.values():
        assert complaint in said, f"{complaint!r} is not said"
    after = project.files()
    assert {name for name in before if before[name] != after[name]} == {"one_and_one_is_two.py"}


def test_two_sessions_may_record_at_once(tmp_path: Path) -> None:
    names = [f"number_{number}" for number in "abcd"]
    project = Project(tmp_path, {name: f"print({name!r})\n" for name in names})
    with ThreadPoolExecutor(2) as pool:
        ways = (" or ".join(half) for half in (names[:2], names[2:]))
        done = list(pool.map(lambda way: project.session("--record", "-k", way), ways))
    assert [code for code, _ in done] == [0, 0], done
    assert {*project.evidence[f"cpu-{release()}"].programs} == {f"{name}.py" for name in names}
    assert project.session()[0] == 0


def test_a_recording_that_is_killed_leaves_everything_whole(tmp_path: Path) -> None:
    project = Project(tmp_path, {f"number_{n}": f"print({n})\n" for n in "123"})
    project.recorded()
    before = project.files()
    for name in before:
        if name.startswith("number"):
            path = project.folder / "snippets" / "c" / name
            path.write_text(re.sub("# > .*\n", "", path.read_text()).replace("print(", "print(0, "))
    process = project.start("--record")
    while not any("# > 0" in text for text in project.files().values()):
        assert not process.ended, process.wait()
        time.sleep(0.01)
    process.kill()
    for name, text in project.files().items():
        assert text == before[name] or name.startswith("number"), f"{name} is half written"
        compile(text, name, "exec") if name.endswith(".py") else json.loads(text)
    project.recorded()
    assert project.session()[0] == 0


def test_a_full_disk_cuts_nothing_off(tmp_path: Path) -> None:
    long = GOOD + "# " + "x" * 70 + "\n"
    project = Project(tmp_path, {"one_and_one_is_two": long * 1 + "# more\n" * 1200})
    before = project.files()

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    path = machinery(project.folder)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "docs", "--record"],
        cwd=project.folder,
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=limited,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0 and "File too large" in done.stdout + done.stderr
    assert project.files() == before


def test_without_numpy_programs_run_and_that_is_recorded(tmp_path: Path) -> None:
    project = Project(tmp_path, {"one_and_one_is_two": GOOD})
    code, said = project.session("--record", NO_NUMPY="1")
    assert code == 0, said
    assert project.evidence[f"cpu-{release()}"].runs[0].environment.numpy == ""


def test_a_processor_without_avx2_is_held_to_the_last_digit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "cpuinfo", lambda: "model name : Old\nflags : sse4_2 avx\n")
    assert places.playable() == ["sse", "avx", "native"] and places.usual() == "native"
    assert not standing.on_reference("cpu")
    assert "a last digit may differ" in standing.environment("cpu")
    with pytest.raises(ValueError, match="plays sse, avx, native; it cannot play avx512"):
        places.pin("avx512")
    monkeypatch.setattr(places, "cpuinfo", lambda: "")
    assert places.playable() == ["native"]


def test_the_instruction_set_is_pinned_before_torch_is_imported() -> None:
    assert places.pinned_to() == places.usual()
    with pytest.raises(RuntimeError, match="before torch was imported"):
        places.pin("sse")
