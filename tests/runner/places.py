"""Where programs run: which instructions torch may use, and what the evidence says of the machine.

The last digit of a float32 depends on the instruction set that a kernel was written for. So the
runs are pinned to one, AVX2, which every x86-64 server has; `--instructions=` tries another.
"""

import importlib.util
import os
import platform
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from builder.evidence import Environment

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


def processor() -> str:
    """Return the name of the processor."""
    found = re.search(r"^model name\s*: (.*)", cpuinfo(), re.MULTILINE)
    return " ".join(found[1].split()) if found else platform.processor() or platform.machine()


def environment(device: str) -> Environment:
    """Return what the evidence says of this machine."""
    import torch

    kind = device.partition(":")[0]
    numpy = importlib.util.find_spec("numpy") and importlib.import_module("numpy").__version__
    return Environment(
        hardware=torch.cuda.get_device_name(device)
        if kind == "cuda"
        else f"{platform.machine()} {kind.upper()}",
        processor=processor(),
        instructions=torch.backends.cpu.get_cpu_capability()
        if hasattr(torch.backends, "cpu")
        else pinned_to().upper(),  # torch 2.0 and older do not say
        driver=driver() if kind == "cuda" else "",
        build=torch.__version__,
        python=platform.python_version(),
        numpy=numpy or "",
        system=f"{platform.system()} {platform.machine()}",
    )


def release() -> str:
    """Return the release of torch that is installed: 2.16.0.dev20261127 is of 2.16.0."""
    import torch

    return re.match(r"[0-9]+(\.[0-9]+)*", torch.__version__)[0]


def driver() -> str:
    """Return the release of NVIDIA's driver, as its own tool says it."""
    ask = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        said = subprocess.run(ask, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return "unknown"
    return (said.split() or ["unknown"])[0]
