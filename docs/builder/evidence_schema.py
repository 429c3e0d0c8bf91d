"""What each field of the evidence is, for whoever reads the files, and the evidence page."""

from typing import Any

SCHEMA_VERSION = 1
TEXT = {"type": "string"}
LINES = {"type": "array", "items": {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}}
DIGEST = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
# What each field means is shown on the evidence page, from here.
RUN = {
    "hardware": TEXT | {"description": "What pages name: the GPU, or the kind of processor."},
    "processor": TEXT | {"description": "The processor of the machine."},
    "instructions": TEXT
    | {"description": "The newest instruction set that torch's kernels were allowed to use."},
    "driver": TEXT | {"description": "The driver of the device; empty for a CPU."},
    "build": TEXT | {"description": "torch.__version__, with the label of its build."},
    "python": TEXT | {"description": "The release of Python."},
    "numpy": TEXT | {"description": "The release of NumPy; empty where there was none."},
    "system": TEXT | {"description": "The operating system and the machine's architecture."},
    "date": {
        "type": "string",
        "pattern": r"^\d{4}-\d\d-\d\d$",
        "description": "The day of the last recording in this environment.",
    },
    "seconds": {
        "type": "number",
        "description": "How long the longest recording in this environment took, two at a time.",
    },
    "programs": {
        "type": "object",
        "description": "For each program the digest of its text and, where it did something else "
        "than the text promises, pairs of the promised line and the one printed instead.",
        "additionalProperties": {
            "type": "object",
            "properties": {"text": DIGEST, "instead": LINES},
            "required": ["text"],
            "additionalProperties": False,
        },
    },
    "tables": {
        "type": "object",
        "description": "For each table the digest of its program, how many rows were compared, "
        "against which release of torch on a CPU, and the rows that differ, grouped by what they "
        "do here and there.",
        "additionalProperties": {
            "type": "object",
            "properties": {
                "text": DIGEST,
                "rows": {"type": "integer"},
                "against": TEXT,
                "differs": {"type": "array", "items": {"type": "object"}},
            },
            "required": ["text", "rows", "against", "differs"],
            "additionalProperties": False,
        },
    },
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Evidence of one release of torch on one device",
    "type": "object",
    "properties": {
        "schema": {"const": SCHEMA_VERSION, "description": "The version of this schema."},
        "torch": {
            "type": "string",
            "pattern": r"^\d+(\.\d+)+$",
            "description": "The release of torch.",
        },
        "device": {
            "type": "string",
            "pattern": "^[a-z0-9]+$",
            "description": "The type of the device: cpu, cuda, mps.",
        },
        "runs": {
            "type": "array",
            "description": "One run for each environment in which something was recorded.",
            "items": {
                "type": "object",
                "properties": RUN,
                "required": [*RUN],
                "additionalProperties": False,
            },
        },
        "checksum": DIGEST | {"description": "The digest of everything above it."},
    },
    "required": ["schema", "torch", "device", "runs", "checksum"],
    "additionalProperties": False,
}
