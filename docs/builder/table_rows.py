"""How the rows of a table of combinations are written: those alike but for their target as one.

Such a table has `targets`, in their order. Written, a row names all of them with which the rest of
it is so, in `target_forms`; read, there is a row for each, with its `target_form`.
"""

from builder.table_differences import Row, Table

ONE, SEVERAL = "target_form", "target_forms"


def written(table: Table) -> Table:
    """Return a table as its file has it."""
    if "targets" not in table:
        return table
    alike: dict[str, Row] = {}
    for row in table["rows"]:
        name = repr({part: row[part] for part in row if part != ONE})
        together = {SEVERAL if part == ONE else part: row[part] for part in row} | {SEVERAL: []}
        alike.setdefault(name, together)[SEVERAL].append(row[ONE])
    return table | {"rows": [*alike.values()]}


def read(table: Table) -> Table:
    """Return a table as its program prints it: rows by what they combine, in the order of that."""
    if "targets" not in table:
        return table
    place = {form: number for number, form in enumerate(table["targets"])}
    ranks: dict[tuple[str, ...], int] = {}  # of what stands before the target
    rows = []
    for row in table["rows"]:
        before = tuple(row[part] for part in [*row][: [*row].index(SEVERAL)])
        rank = ranks.setdefault(before, len(ranks))
        for form in row[SEVERAL]:
            one = {ONE if part == SEVERAL else part: row[part] for part in row} | {ONE: form}
            rows.append((rank, place[form], one))
    return table | {"rows": [one for *_, one in sorted(rows, key=lambda found: found[:2])]}
