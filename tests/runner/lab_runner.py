"""Execute a lab in a fresh kernel, and say where a recorded notebook is not what the lab does."""

import os
import re
import tempfile
import xml.etree.ElementTree as ET
from itertools import zip_longest
from pathlib import Path

import jupytext
import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from runner.promises import kept

TIME_LIMIT = 120.0  # seconds for a cell; a whole lab takes about ten, on one thread
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
FIGURES = {
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "lab",
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}
KERNEL = ["--InlineBackend.figure_formats={'svg'}", f"--InlineBackend.rc={FIGURES}"]
TRANSPORT = "ipc" if os.name == "posix" else "tcp"  # what nobody else on the machine can hear
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
ET.register_namespace("", SVG.strip("{}"))


class LabBroken(AssertionError):
    """A lab does not run to its end, or warns on its way."""


def notebook_of(lab: Path) -> NotebookNode:
    """Return the cells of a lab's source; the same source gives the same notebook."""
    cells = jupytext.read(lab, fmt="py:percent").cells
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    # nbformat has types, but for the functions of its version 4.
    made: NotebookNode = nbformat.v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=cells, metadata=METADATA
    )
    return made


def executed(lab: Path, limit: float = TIME_LIMIT) -> NotebookNode:
    """Run a lab from top to bottom with this very Python, on one thread, in an empty folder."""
    notebook = notebook_of(lab)
    with tempfile.TemporaryDirectory(prefix="lab-") as folder:
        kernel = AsyncKernelManager(
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[]),  # none that is installed
            connection_file=f"{folder}/kernel.json",
            transport=TRANSPORT,
        )
        client = NotebookClient(
            notebook,
            km=kernel,
            extra_arguments=KERNEL,
            record_timing=False,
            coalesce_streams=True,
            shutdown_kernel="immediate",
            timeout=limit,
        )
        environment = os.environ | {"OMP_NUM_THREADS": "1", "IPYTHONDIR": folder}
        with client.setup_kernel(cleanup_kc=True, cwd=folder, env=environment):
            for number, cell in enumerate(notebook.cells):
                try:
                    client.execute_cell(cell, number)
                except CellTimeoutError:
                    reason = f"It was still running after {limit:g} s, the time limit."
                    raise LabBroken(f"{place(number, cell)}\n{reason}") from None
                except (CellExecutionError, DeadKernelError) as error:
                    reason = raised_in(cell) or str(error)
                    raise LabBroken(f"{place(number, cell)}\n{reason}") from None
                if "Warning:" in (warned := text_of(cell, "stderr")):
                    raise LabBroken(f"{place(number, cell)}\nIt warns:\n{warned}")
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            kept_outputs = [out for out in cell.outputs if out.get("name") != "stderr"]
            cell.outputs = [presentable(out, cell, number) for out in kept_outputs]
    return notebook


def place(number: int, cell: NotebookNode) -> str:
    return f"cell {number}, which begins with {cell.source.partition(chr(10))[0]!r}:"


def text_of(cell: NotebookNode, stream: str = "stdout") -> str:
    """Return what a cell printed."""
    return "".join(out.text for out in cell.get("outputs", []) if out.get("name") == stream)


def raised_in(cell: NotebookNode) -> str:
    """Return the traceback that ended a cell, without colours."""
    lines = [line for out in cell.outputs for line in out.get("traceback", [])]
    return re.sub(r"\x1b\[[\d;]*m", "", "\n".join(lines))


def presentable(output: NotebookNode, cell: NotebookNode, number: int) -> NotebookNode:
    """Return an output without what differs from run to run, a figure ready for a page."""
    if figure := output.get("data", {}).get("image/svg+xml"):
        title = cell.metadata.get("title", "")
        output.data = {"image/svg+xml": page_figure(figure, title, f"figure-{number}-")}
        output.metadata = {}
    return output


def page_figure(drawn: str, title: str, prefix: str) -> str:
    """Return matplotlib's SVG for any page: named, small, black as the text, without styles."""
    svg = ET.fromstring(drawn)
    used = set(re.findall(r'(?:href="|url\()#([^")]+)', drawn))
    lean(svg, used, prefix)
    svg.attrib.pop("version", None)
    svg.attrib |= {"role": "img", "aria-label": title, "fill": "currentColor"}
    svg.attrib |= {"font-family": "sans-serif", "stroke-linejoin": "round"}
    ET.indent(svg, space="")
    return ET.tostring(svg, encoding="unicode")


def lean(element: ET.Element, used: set[str], prefix: str) -> None:
    """Turn styles into attributes, round coordinates, and drop what draws nothing."""
    attributes = element.attrib
    for rule in filter(None, attributes.pop("style", "").split("; ")):
        name, _, value = rule.partition(": ")
        if name != "font-family":
            attributes[name] = value
    for name, value in list(attributes.items()):
        value = re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.1f}", value)
        value = value.replace("#000000", "currentColor").replace("url(#", f"url(#{prefix}")
        attributes[name] = " ".join(value.split())
    if (target := attributes.pop(XLINK, "")).startswith("#"):
        attributes["href"] = f"#{prefix}{target[1:]}"
    if (name := attributes.pop("id", "")) in used:
        attributes["id"] = prefix + name
    for place, child in reversed(list(enumerate(element))):
        lean(child, used, prefix)
        kind = child.tag.removeprefix(SVG)
        if kind in ("metadata", "style") or (kind == "defs" and not len(child)):
            element.remove(child)
        elif kind == "g" and not child.attrib:
            element[place : place + 1] = list(child)


def difference(recorded: NotebookNode, now: NotebookNode, exact: bool) -> str:
    """Say where a recorded notebook is not what the lab does now, or nothing at all."""
    if [cell.source for cell in recorded.cells] != [cell.source for cell in now.cells]:
        return "its text has changed since it was recorded"
    for number, (old, new) in enumerate(zip(recorded.cells, now.cells, strict=True)):
        lines = zip_longest(text_of(old).splitlines(), text_of(new).splitlines(), fillvalue="")
        for expected, got in lines:
            if not kept(expected, got, exact):
                return f"{place(number, new)}\n  expected: {expected}\n  got:      {got}"
    return ""
