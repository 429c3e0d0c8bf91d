"""What the evidence says of the machine that programs ran on."""

import importlib.util
import platform
import re
import subprocess

from builder.evidence import Environment

from runner import places


def processor() -> str:
    """Return the name of the processor."""
    found = re.search(r"^model name\s*: (.*)", places.cpuinfo(), re.MULTILINE)
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
        else places.pinned_to().upper(),  # torch 2.0 and older do not say
        driver=driver() if kind == "cuda" else "",
        build=torch.__version__,
        python=platform.python_version(),
        numpy=numpy or "",
        system=f"{platform.system()} {platform.machine()}",
    )


def driver() -> str:
    """Return the release of NVIDIA's driver, as its own tool says it."""
    ask = ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"]
    try:
        said = subprocess.run(ask, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.TimeoutExpired):
        return "unknown"
    return (said.split() or ["unknown"])[0]
