"""Promises: the lines `# > ` of a program, and whether a run kept them."""

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from builder.snippet import PROMISE, as_promise

from runner.programs import Outcome, Program

NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")


def promises(source: str) -> dict[int, list[str]]:
    """Return the promised lines by the last line number of the statement they stand under."""
    found: dict[int, list[str]] = {}
    ends = [0, *(node.end_lineno or 0 for node in ast.parse(source).body)]
    for number, line in enumerate(source.splitlines(), 1):
        if promised := PROMISE.fullmatch(line):
            under = max(end for end in ends if end < number)
            found.setdefault(under, []).append(promised[1] or "")
    return found


def kept(promised: str, printed: str, exact: bool) -> bool:
    """Say whether a line is what was promised; if not exact, numbers may differ by one last digit.

    The margin is one unit of the last printed digit, for another torch, device or processor.
    """
    if exact or promised == printed:
        return promised == printed
    if NUMBER.sub("#", promised) != NUMBER.sub("#", printed):
        return False
    return all(
        abs(float(a) - float(b)) <= min(last_digit(a), last_digit(b)) * 1.001
        for a, b in zip(NUMBER.findall(promised), NUMBER.findall(printed), strict=True)
    )


def last_digit(number: str) -> float:
    """Return one unit of the last digit of a number as it is printed; 0 for a whole number."""
    mantissa, _, exponent = number.partition("e")
    _, point, decimals = mantissa.partition(".")
    if not point and not exponent:
        return 0.0  # a count, a size, a label: never off by one
    return 10.0 ** (int(exponent or 0) - len(decimals))


def broken(
    program: Program, outcome: Outcome, exact: bool
) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield where a run printed something else: the line, the promise, and what came instead."""
    promised = promises(program.source)
    for under in sorted(promised.keys() | outcome.printed.keys()):
        pairs = zip_longest(promised.get(under, []), outcome.printed.get(under, []))
        for expected, got in pairs:
            if expected is None or got is None or not kept(expected, got, exact):
                yield under, expected, got


def complaint(program: Program, outcome: Outcome, exact: bool) -> str:
    """Say what is wrong with a run, or nothing at all."""
    if outcome.error:
        return outcome.error
    wrong = []
    for under, expected, got in broken(program, outcome, exact):
        if expected is None:
            wrong.append(f"line {under} prints without a promise\n  got:      {got}")
        elif got is None:
            wrong.append(f"line {under} does not print this promise\n  expected: {expected}")
        else:
            wrong.append(f"line {under}\n  expected: {expected}\n  got:      {got}")
    return "\n".join(wrong)


def with_promises(program: Program, outcome: Outcome) -> str:
    """Return the source with its promises replaced by what the run printed."""
    recorded = []
    for number, line in enumerate(program.source.splitlines(), 1):
        if not PROMISE.fullmatch(line):
            recorded.append(line)
        recorded += map(as_promise, outcome.printed.get(number, []))
    return "\n".join(recorded) + "\n"
