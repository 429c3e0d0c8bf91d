"""A promise is recorded only if the same text comes out on every processor, as far as one can tell.

Each program runs again under every instruction set that this machine can play, with one and with
two threads, and a few times with noise: every product, exponential, logarithm, softmax, sum and
loss may be off by one unit in its last place, as it is on some other processor. And no printed
number may lie so near to a rounding tie that such a unit decides its last digit.
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial

from builder.drawing import differences

from runner import disturbed, paste, places
from runner.disturbed import tie_distance
from runner.processes import AT_ONCE, TIME_LIMIT, preload, preload_dynamo, run_all
from runner.programs import Number, Outcome, Program, outcome_from
from runner.promises import NUMBER

EDGE = 8  # units in the last place of a value's own type, from a rounding tie
NOISES = 5
LIMIT = 10 * TIME_LIMIT  # seconds: with noise, every operation takes several


@dataclass(frozen=True)
class Setting:
    """How the programs run once more."""

    instructions: str
    threads: int = 1
    noise: int = 0  # the seed of the noise, or none
    pasted: bool = False  # whole, as the file of a reader

    def __str__(self) -> str:
        if self.noise:
            return f"with noise of one unit in the last place (draw {self.noise})"
        many = "1 thread" if self.threads == 1 else f"{self.threads} threads"
        return f"with {self.instructions.upper()} instructions on {many}"


def settings() -> list[Setting]:
    """Return every way to run on this machine: first the way in which promises are recorded."""
    usual = places.usual()
    plain = [Setting(name, threads) for name in places.playable() for threads in (1, 2)]
    first = Setting(usual)
    noisy = [Setting(usual, noise=seed + 1) for seed in range(NOISES)]
    return [first, *noisy, *(setting for setting in plain if setting != first)]


def unsteady(programs: list[Program], outcomes: list[Outcome]) -> dict[str, str]:
    """Return by name what is wrong with the programs whose outcomes are not fit to be recorded."""
    runs = run(programs, settings()) if programs else {}
    found = {}
    for number, (program, outcome) in enumerate(zip(programs, outcomes, strict=True)):
        again = [(setting, outcomes[number]) for setting, outcomes in runs.items()]
        if problems := [*at_the_edge(again), *differing(outcome, again)]:
            found[program.name] = "\n".join(problems[:12])
    return found


def run(programs: list[Program], settings: list[Setting]) -> dict[Setting, list[Outcome]]:
    """Run programs in each setting.

    For an instruction set that is not this process's it takes a Python of its own, since torch
    reads it only once.
    """
    found = {}
    for instructions in dict.fromkeys(setting.instructions for setting in settings):
        own = [setting for setting in settings if setting.instructions == instructions]
        if instructions == places.pinned_to():
            preload_dynamo()  # with which a child watches operations
            for one in own:
                child = partial(disturbed.execute, threads=one.threads, seed=one.noise)
                if one.pasted:
                    child = partial(paste.as_pasted, threads=one.threads)
                at_once = max(1, AT_ONCE // one.threads)
                ran = run_all(programs, child=child, limit=LIMIT, at_once=at_once)
                found[one] = list(ran)
            continue
        request = {"settings": own, "programs": programs}
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=json.dumps(request, default=asdict),
            env=places.environment_of(instructions)
            | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        for setting, written in zip(own, json.loads(done.stdout), strict=True):
            found[setting] = [outcome_from(outcome) for outcome in written]
    return {setting: found[setting] for setting in settings}


def at_the_edge(runs: list[tuple[Setting, Outcome]]) -> Iterator[str]:
    """Yield each printed number whose last digit hangs on a few units in the last place."""
    values = [outcome.values for _, outcome in runs]
    for number, (line, text, value, kind, distance) in enumerate(values[0]):
        if distance is None or distance >= EDGE:
            continue
        same = [other[number].value for other in values if len(other) == len(values[0])]
        yield (
            f"line {line}: {text} is {value:.10g}, too near to where it would round the other way "
            f"({distance:.1f} units in the last place of its {kind}, {EDGE} are asked for); "
            f"{holding(text, same)}"
        )


def differing(outcome: Outcome, runs: list[tuple[Setting, Outcome]]) -> Iterator[str]:
    """Yield where a run printed something else, each place once."""
    seen: set[int | str] = set()
    for place, (setting, again) in enumerate(runs):
        if again.error:
            yield f"It fails {setting}: {again.raised or again.error.splitlines()[-1]}"
            continue
        if outcome.drawn and again.drawn and "drawn" not in seen:
            for what in differences(outcome.drawn, again.drawn):
                seen.add("drawn")
                yield f"It draws something else {setting}: {what}"
        for line in sorted(outcome.printed.keys() | again.printed.keys()):
            here, there = outcome.printed.get(line, []), again.printed.get(line, [])
            if here == there or line in seen:
                continue
            seen.add(line)
            pairs = [pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]
            one, other = pairs[0] if pairs else ("\n".join(here), "\n".join(there))
            if place == 0:
                yield (
                    f"line {line} prints something else from run to run; a program that draws "
                    f"numbers seeds itself, torch.manual_seed(0)\n  first: {one}\n  then:  {other}"
                )
            else:
                yield f"line {line}, {setting}\n  first: {one}\n  then:  {other}"
                yield from digits_of(line, one, [run.values for _, run in runs])


def digits_of(line: int, text: str, values: list[tuple[Number, ...]]) -> Iterator[str]:
    """Say of the numbers printed by a statement what they are, and how many digits hold."""
    for number, (at, shown, value, *_) in enumerate(values[0]):
        same = [other[number].value for other in values if len(other) == len(values[0])]
        if shown in text and at <= line and len({*same}) > 1:
            yield f"  {shown} is {value:.10g}; {holding(shown, same)}"


def holding(text: str, values: list[float]) -> str:
    """Say how many decimals of a printed number are the same in all runs, clear of a tie."""
    found = NUMBER.search(text)
    printed = found[0].partition("e")[0] if found else ""
    scale = 100 if "%" in text else 1
    if "e" in text or not printed:
        return f"it ranges from {min(values):.10g} to {max(values):.10g}"
    for decimals in range(len(printed.partition(".")[2]), -1, -1):
        shown = {f"{scale * value:.{decimals}f}" for value in values}
        distances = [tie_distance(scale * value, 10.0**-decimals) for value in values]
        clear = min(distances) > EDGE * max(map(unit_of_float32, values)) * scale
        if len(shown) == 1 and clear:
            return f"{decimals} decimals hold: {min(shown)}"
    return f"no digit holds: it ranges from {min(values):.10g} to {max(values):.10g}"


def unit_of_float32(value: float) -> float:
    return 2.0 ** (math.frexp(value)[1] - 24) if math.isfinite(value) else 0.0


def main() -> None:
    """Read a request from standard input, run it, and write the outcomes as JSON."""
    request = json.load(sys.stdin)
    settings = [Setting(**setting) for setting in request["settings"]]
    programs = [Program(**program) for program in request["programs"]]
    preload(settings[0].instructions)
    json.dump([*run(programs, settings).values()], sys.stdout, default=asdict)


if __name__ == "__main__":
    main()
