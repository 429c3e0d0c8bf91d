"""Law: evidence is whole, about the present texts, and never lost, cut off or edited by hand."""

import errno
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builder import evidence
from builder.evidence import Environment, Recording, Run
from mkdocs.exceptions import BuildError
from runner.folders import DOCS

HERE = Environment("x86_64 CPU", "A processor", "AVX2", "", "2.0.0+cpu", "3.11.7", "", "Linux")
THERE = Environment("A GPU", "A processor", "AVX2", "1.2", "2.0.0+cu1", "3.12.1", "2.0", "Linux")
RECORDED = sorted(DOCS.glob("*/evidence/*.json"))


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_what_is_recorded_can_be_read(path: Path) -> None:
    assert evidence.text_of(evidence.read(path)) == path.read_text("utf-8")


def made(folder: Path, *programs: str) -> Path:
    """Make a project of one chapter, `c`; record its programs; return the evidence."""
    (folder / "snippets" / "c").mkdir(parents=True)
    for name in programs:
        (folder / "snippets" / "c" / name).write_text(name)
    return record(folder, dict.fromkeys(programs))


def record(
    folder: Path,
    did: dict[str, list | None],
    environment: Environment = HERE,
    device: str = "cpu",
    torch: str = "2.0.0",
) -> Path:
    snippets = folder / "snippets"
    programs = {
        name: {"text": evidence.digest((snippets / "c" / name).read_text())}
        | ({"instead": instead} if instead else {})
        for name, instead in did.items()
    }
    run = Run(environment, "2026-01-02", 1.5, programs)
    return evidence.record(folder / "docs", snippets, "c", torch, device, run)


def test_a_recording_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = made(tmp_path, "one.py", "two.py")
    record(tmp_path, {"two.py": [["1", "2"], ["", "Error: no"]]}, THERE, "cuda")
    cpu, cuda = evidence.recordings(tmp_path / "docs", "c")
    assert (cpu.name, [*cpu.programs], cpu.runs[0].environment) == (
        "cpu-2.0.0",
        ["one.py", "two.py"],
        HERE,
    )
    assert cuda.programs["two.py"]["instead"] == [["1", "2"], ["", "Error: no"]]
    assert cuda.run_of("two.py").environment.hardware == "A GPU"
    assert evidence.text_of(evidence.read(path)) == path.read_text()


def test_releases_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    made(tmp_path, "one.py")
    for torch in ("2.10.0", "2.9.1", "1.13.1"):
        record(tmp_path, {"one.py": None}, torch=torch)
    record(tmp_path, {"one.py": None}, THERE, "cuda", "1.0.0")
    names = [recording.name for recording in evidence.recordings(tmp_path / "docs", "c")]
    assert names == ["cpu-1.13.1", "cpu-2.0.0", "cpu-2.9.1", "cpu-2.10.0", "cuda-1.0.0"]


def test_what_is_said_of_a_changed_text_is_dropped_everywhere(tmp_path: Path) -> None:
    made(tmp_path, "one.py", "two.py")
    record(tmp_path, {"one.py": None, "two.py": None}, THERE, "cuda")
    (tmp_path / "snippets" / "c" / "two.py").write_text("changed")
    record(tmp_path, {"one.py": None})
    for recording in evidence.recordings(tmp_path / "docs", "c"):
        assert [*recording.programs] == ["one.py"], recording.name


def test_another_machine_adds_to_a_recording_and_takes_nothing_from_it(tmp_path: Path) -> None:
    path = made(tmp_path, "one.py", "two.py", "three.py")
    other = Environment(**vars(HERE) | {"processor": "Another"})
    record(tmp_path, {"two.py": None}, other)
    runs = evidence.read(path).runs
    assert [[*run.programs] for run in runs] == [["one.py", "three.py"], ["two.py"]]
    record(tmp_path, {"one.py": None, "three.py": None}, other)
    [run] = evidence.read(path).runs
    assert [*run.programs] == ["one.py", "three.py", "two.py"]
    assert run.environment == other


def again(text: str) -> str:
    """Return an edited recording with a checksum that fits."""
    document = json.loads(text)
    return json.dumps(document | {"checksum": evidence.checksum(document)})


BAD = {
    "cut off": (lambda text: text[:200], "is cut off"),
    "empty": (lambda text: "", "is cut off"),
    "a list": (lambda text: "[]", "is no evidence"),
    "edited by hand": (lambda text: text.replace("x86_64 CPU", "A better CPU"), "edited by hand"),
    "a program removed": (lambda text: text.replace('"two.py"', '"six.py"'), "edited by hand"),
    "of a newer schema": (
        lambda text: again(text.replace('"schema": 1', '"schema": 2')),
        "has schema 2, newer than this site's 1",
    ),
    "of an older schema": (
        lambda text: again(text.replace('"schema": 1', '"schema": 0')),
        "is no evidence",
    ),
    "with a field more": (
        lambda text: again(text.replace('"driver"', '"speed": 1, "driver"')),
        "is no evidence",
    ),
    "with a field less": (
        lambda text: again(text.replace('"driver": "",', "")),
        "'driver' is a required property",
    ),
    "of another release": (
        lambda text: again(text.replace('"torch": "2.0.0"', '"torch": "3.0.0"')),
        "is about torch 3.0.0 on cpu",
    ),
    "no UTF-8": (lambda text: b"\xff" + text.encode(), "is cut off"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_evidence_is_refused_by_name(name: str, tmp_path: Path) -> None:
    path = made(tmp_path, "one.py", "two.py")
    change, said = BAD[name]
    changed = change(path.read_text())
    path.write_bytes(changed if isinstance(changed, bytes) else changed.encode())
    before = path.read_bytes()
    for attempt in (
        lambda: evidence.recordings(tmp_path / "docs", "c"),
        lambda: record(tmp_path, {"one.py": None}),
    ):
        with pytest.raises(BuildError) as refused:
            attempt()
        assert said in str(refused.value) and "c/evidence/cpu-2.0.0.json" in str(refused.value)
    assert path.read_bytes() == before, "a recording must not write over what it cannot read"


def test_recordings_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    names = [f"{number}.py" for number in range(12)]
    made(tmp_path, *names)
    program = (
        "import sys; from pathlib import Path; import test_evidence\n"
        "for name in sys.argv[2:]:\n"
        "    test_evidence.record(Path(sys.argv[1]), {name: None}, test_evidence.THERE, 'cuda')\n"
    )

    def session(share: int) -> None:
        own = names[share::4]
        subprocess.run([sys.executable, "-c", program, str(tmp_path), *own], check=True)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(session, range(4)))
    *_, cuda = evidence.recordings(tmp_path / "docs", "c")
    assert {*cuda.programs} == {*names}


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.py"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        evidence.write_whole(path, "new")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.py": "old"}


def test_nobody_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    texts = {"1" * 300_000, "2" * 300_000}
    evidence.write_whole(path, min(texts))
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(lambda: [evidence.write_whole(path, t) for t in [*texts] * 30])
        while not writing.done():
            assert path.read_text() in texts


def test_a_recording_without_runs_is_one() -> None:
    recording = Recording("2.0.0", "cpu")
    assert recording.programs == {} and recording.tables == {}
