"""The fields that an author fills in, and what is wrong with them, in words that help.

What a quirk, an exercise or a question has is a JSON schema whose descriptions are read by authors:
a message is made of what was met, and of the description of what belongs there.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from jsonschema import Draft202012Validator, ValidationError
from mkdocs.exceptions import BuildError
from mkdocs.utils.meta import get_data

KINDS = {
    "string": "a text",
    "array": "a list",
    "object": "a set of fields",
    "integer": "a whole number",
    "number": "a number",
}


def of(**properties: dict) -> dict:
    """Return the schema of a set of fields; those with `optional` may be left out."""
    required = [name for name, about in properties.items() if not about.pop("optional", False)]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def text(description: str, **more) -> dict:
    return {"type": "string", "minLength": 1, "description": description} | more


def texts(description: str, **more) -> dict:
    return {"type": "array", "items": {"type": "string"}, "description": description} | more


def choice(description: str, among: tuple[str, ...]) -> dict:
    return {"enum": [*among], "description": description}


def faults(found: object, schema: dict) -> list[str]:
    """Return what keeps data from having the fields of a schema."""
    errors = list(Draft202012Validator(schema).iter_errors(found))
    whole = [error for error in errors if error.validator == "type" and not error.path]
    return list(dict.fromkeys(said for error in whole or errors for said in told(error)))


def told(error: ValidationError) -> Iterator[str]:
    """Yield what one error of a schema says to an author."""
    if error.instance in ("", None) and error.path:
        yield f"{error.path[-1]} is empty: {meaning(error.schema)}"
        return
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in error.path)
    inside, about = f" of {place}" * bool(place), meaning(error.schema)
    meant = f": {about}" * bool(about)
    match error.validator:
        case "required":
            properties = error.schema.get("properties", {})
            for name in error.validator_value:
                if name not in error.instance:
                    what = meaning(properties.get(name, {}))
                    yield f"there is no {name}{inside}" + f": {what}" * bool(what)
        case "additionalProperties":
            known = error.schema["properties"]
            for name in error.instance:
                if name not in known:
                    close = get_close_matches(str(name), known, 1)
                    instead = (
                        f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
                    )
                    yield f"there is an unknown field {name!r}{inside}: {instead}"
        case "enum":
            among = [str(value) for value in error.validator_value]
            close = get_close_matches(str(error.instance), among, 1)
            instead = f"did you mean {close[0]}?" if close else f"it is one of {', '.join(among)}"
            yield f"{place} is {error.instance!r}: {instead}"
        case "type":
            kind = KINDS.get(error.validator_value, error.validator_value)
            yield f"{place or 'this'} is {shown(error.instance)}, and has to be {kind}{meant}"
        case "minItems" | "maxItems" | "minLength" | "minimum" | "exclusiveMinimum" | "pattern":
            yield f"{place} is {shown(error.instance)}, which does not fit{meant}"
        case "oneOf" if error.context:
            yield f"fields that belong to this type are missing{inside}{meant}"
        case _:
            yield f"{place or 'this'}: {error.message[:200]}"


def meaning(about: dict) -> str:
    """Return what belongs in a field, for its author."""
    among = f" ({', '.join(about['enum'])})" if "enum" in about else ""
    return about.get("description", "") + among


def shown(value: object) -> str:
    words = repr(value)
    return words if len(words) < 60 else f"{words[:57]}..."


def page_with(schema: dict, page: Path, found: list[str]) -> tuple[str, dict] | None:
    """Return a page's body and its fields; or None, with what is wrong added to `found`."""
    body, meta = "", {}
    try:
        body, meta = get_data(page.read_text("utf-8"))
    except UnicodeDecodeError as error:
        wrong = [f"is no UTF-8 text ({error.reason})"]
    else:
        none = ["has no front matter, or none that is valid YAML"]
        wrong = faults(meta, schema) if meta else none
    file = "/".join(page.parts[-3:])
    found += [f"docs/{file}: {fault}" for fault in wrong]
    return None if wrong else (body, meta)


def refuse(found: list[str]) -> None:
    """Raise BuildError with all that is wrong, a line for each thing; or do nothing."""
    if found:
        raise BuildError("\n".join(found))
