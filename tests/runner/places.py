"""Where programs run: which release of torch it is, and which instructions it may use.

The last digit of a float32 depends on the instruction set that a kernel was written for. So the
runs are pinned to one, AVX2, which every x86-64 server has; `--instructions=` tries another.
"""

import os
import re
import sys
from functools import cache
from pathlib import Path

# What torch, oneDNN, MKL and OpenBLAS read when they are loaded, and never again.
VARIABLES = (
    "ATEN_CPU_CAPABILITY",
    "ONEDNN_MAX_CPU_ISA",
    "MKL_ENABLE_INSTRUCTIONS",
    "OPENBLAS_CORETYPE",
)
INSTRUCTIONS = {
    "sse": ("default", "SSE41", "SSE4_2", "Nehalem"),
    "avx": ("default", "AVX", "AVX", "Sandybridge"),
    "avx2": ("avx2", "AVX2", "AVX2", "Haswell"),
    "avx512": ("avx512", "AVX512_CORE", "AVX512", "SkylakeX"),
    "native": None,  # whatever each library takes by itself
}
NEEDS = {"sse": "sse4_2", "avx": "avx", "avx2": "avx2", "avx512": "avx512bw"}
PINNED = "avx2"


@cache
def cpuinfo() -> str:
    """Return what Linux says of the processor, or nothing elsewhere."""
    path = Path("/proc/cpuinfo")
    return path.read_text("utf-8", "replace") if path.exists() else ""


def playable() -> list[str]:
    """Return the settings that this processor can play."""
    flags = set((re.search(r"^flags\s*:(.*)", cpuinfo(), re.MULTILINE) or ["", ""])[1].split())
    return [name for name in INSTRUCTIONS if name == "native" or NEEDS[name] in flags]


def usual() -> str:
    """Return the setting that promises are held under: the pinned one, where it can be played."""
    return PINNED if PINNED in playable() else "native"


def environment_of(setting: str) -> dict[str, str]:
    """Return this process's environment variables with another instruction set."""
    values = INSTRUCTIONS[setting]
    kept = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return kept | (dict(zip(VARIABLES, values, strict=True)) if values else {})


def pin(setting: str) -> None:
    """Set the instruction set for this process and its children; torch must not be loaded yet.

    Raises ValueError for a setting that this processor cannot play.
    """
    if setting not in INSTRUCTIONS:
        raise ValueError(f"--instructions takes {', '.join(INSTRUCTIONS)}, not {setting!r}")
    if setting not in playable():
        raise ValueError(f"this processor plays {', '.join(playable())}; it cannot play {setting}")
    wanted = environment_of(setting)
    changed = {name for name in VARIABLES if os.environ.get(name) != wanted.get(name)}
    if changed and "torch" in sys.modules:
        raise RuntimeError("the instruction set was to be pinned before torch was imported")
    for name in changed:
        os.environ.pop(name, None)
        if name in wanted:
            os.environ[name] = wanted[name]


def pinned_to() -> str:
    """Return the setting that this process plays, or "other" for none of them."""
    for setting in INSTRUCTIONS:
        if all(os.environ.get(v) == environment_of(setting).get(v) for v in VARIABLES):
            return setting
    return "other"


def release() -> str:
    """Return the release of torch that is installed: 2.16.0.dev20261127 is of 2.16.0."""
    import torch

    found = re.match(r"[0-9]+(\.[0-9]+)*", torch.__version__)
    if not found:
        raise ValueError(f"torch {torch.__version__} has no number")
    return found[0]
