"""The fields that an author fills in, and what is wrong with them, in words that help.

What a quirk, an exercise or a question has is a JSON schema whose descriptions are read by authors:
a message is made of what was met, and of the description of what belongs there.

jsonschema and mkdocs are imported where they are used: who solves exercises has neither.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from builder.reading import kept
from builder.reading import text as text_of

if TYPE_CHECKING:
    from jsonschema import ValidationError

Schema = dict[str, Any]
Read = TypeVar("Read")

KINDS = {
    "string": "a text",
    "array": "a list",
    "object": "a set of fields",
    "integer": "a whole number",
    "number": "a number",
}


def of(**properties: Schema) -> Schema:
    """Return the schema of a set of fields; those with `optional` may be left out."""
    required = [name for name, about in properties.items() if not about.pop("optional", False)]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def text(description: str, **more: Any) -> Schema:
    return {"type": "string", "minLength": 1, "description": description} | more


def texts(description: str, **more: Any) -> Schema:
    return {"type": "array", "items": {"type": "string"}, "description": description} | more


def choice(description: str, among: tuple[str, ...]) -> Schema:
    return {"enum": [*among], "description": description}


def faults(found: object, schema: Schema) -> list[str]:
    """Return what keeps data from having the fields of a schema."""
    from jsonschema import Draft202012Validator

    errors = list(Draft202012Validator(schema).iter_errors(found))
    whole = [error for error in errors if error.validator == "type" and not error.path]
    return list(dict.fromkeys(said for error in whole or errors for said in told(error)))


def told(error: "ValidationError") -> Iterator[str]:
    """Yield what one error of a schema says to an author."""
    schema: Any = error.schema
    wanted: Any = error.validator_value
    met: Any = error.instance
    about = meaning(schema)
    if met in ("", None) and error.path:
        yield f"{error.path[-1]} is empty: {about}"
        return
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in error.path)
    inside = f" of {place}" * bool(place)
    meant = f": {about}" * bool(about)
    match error.validator:
        case "required":
            properties = schema.get("properties", {})
            for name in wanted:
                if name not in met:
                    what = meaning(properties.get(name, {}))
                    yield f"there is no {name}{inside}" + f": {what}" * bool(what)
        case "additionalProperties":
            known = schema["properties"]
            for name in met:
                if name not in known:
                    unknown = f"there is an unknown field {name!r}{inside}"
                    yield f"{unknown}: {instead(name, known, 'there are')}"
        case "enum":
            yield f"{place} is {met!r}: {instead(met, map(str, wanted), 'it is one of')}"
        case "const":
            yield f"{place} is {met!r}, and may only be {str(wanted).lower()}{meant}"
        case "type":
            kind = KINDS.get(wanted, wanted)
            yield f"{place or 'this'} is {shown(met)}, and has to be {kind}{meant}"
        case "minItems" | "maxItems" | "minLength" | "minimum" | "exclusiveMinimum" | "pattern":
            yield f"{place} is {shown(met)}, which does not fit{meant}"
        case "oneOf" if error.context:
            yield f"fields that belong to this type are missing{inside}{meant}"
        case _:
            yield f"{place or 'this'}: {error.message[:200]}"


def instead(met: object, known: Iterable[str], otherwise: str) -> str:
    """Return the known word that was meant, or else all of them."""
    among = [*known]
    close = get_close_matches(str(met), among, 1)
    return f"did you mean {close[0]}?" if close else f"{otherwise} {', '.join(among)}"


def meaning(about: Schema) -> str:
    """Return what belongs in a field, for its author."""
    among = f" ({', '.join(about['enum'])})" if "enum" in about else ""
    return f"{about.get('description', '')}{among}"


def shown(value: object) -> str:
    words = repr(value)
    return words if len(words) < 60 else f"{words[:57]}..."


@kept
def page(path: Path) -> tuple[str, dict[str, Any]]:
    """Return a page's body and its front matter."""
    from mkdocs.utils.meta import get_data

    return get_data(text_of(path))


def page_with(schema: Schema, path: Path) -> tuple[str, dict[str, Any]]:
    """Return a page's body and its fields; raise BuildError with what is wrong with these."""
    file = f"docs/{'/'.join(path.parts[-3:])}"
    try:
        body, meta = page(path)
    except UnicodeDecodeError as error:
        from mkdocs.exceptions import BuildError

        raise BuildError(f"{file}: is no UTF-8 text ({error.reason})") from None
    refuse(f"{file}: {fault}" for fault in (faults(meta, schema) if meta else none(path)))
    return body, meta


def none(path: Path) -> list[str]:
    """Return why a page has no fields."""
    import yaml

    front = re.match(r"---\n(.*?)^---$", text_of(path), re.DOTALL | re.MULTILINE)
    if not front:
        return ["has no front matter: the lines between --- and --- that `nox -s new` writes"]
    try:
        yaml.safe_load(front[1])
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        return [
            f"line {line}: this is no YAML ({error.problem}): a text with a colon or a # in it "
            "stands in quotes"
        ]
    return ["has no fields in its front matter"]


def each(read: Callable[[Path], Read], paths: Iterable[Path]) -> list[Read]:
    """Read files; raise BuildError with what is wrong with any of them."""
    found: list[Read] = []
    wrong: list[str] = []
    for path in paths:
        wrong += refusal(lambda path: found.append(read(path)), path)
    refuse(wrong)
    return found


def refusal(read: Callable[..., object], *given: Any) -> list[str]:
    """Return the lines with which something refuses what it reads, or none."""
    from mkdocs.exceptions import BuildError

    try:
        read(*given)
    except BuildError as error:
        return str(error).splitlines()
    return []


def refuse(found: Iterable[str]) -> None:
    """Raise BuildError with all that is wrong, a line for each thing; or do nothing."""
    from mkdocs.exceptions import BuildError

    if lines := [*found]:
        raise BuildError("\n".join(lines))
