"""Law: whoever was helped, stays helped, of those who reported in public what their loss did.

`reports.jsonl` holds public threads, retold: what was printed, or what somebody saw; the cause and
the cure. They were collected before pages were written for them. A hash of the address keeps one
in four apart, which nobody who writes pages has read. Somebody who wrote none of the pages has
judged these: `served` is 1 if the first page that the finder gave states cause and cure, 2 if the
second does, and 0 if neither; `pages` are those that do; `near` is one that is nearly the same as
a report that pages were written for. How many are served is a figure, and no law: it is judged
again, by somebody else, when many pages have come.
"""

import hashlib
import json

from runner.folders import ROOT

REPORTS = [
    json.loads(line) for line in (ROOT / "tests" / "reports.jsonl").read_text("utf-8").splitlines()
]
JUDGED = {"served", "near", "pages"}


def is_held_out(report: dict) -> bool:
    return int(hashlib.sha256(report["address"].encode()).hexdigest()[:8], 16) % 4 == 0


HELD_OUT = [report for report in REPORTS if is_held_out(report)]


def pasted(report: dict) -> str:
    """Return what this person has to paste, or else to say."""
    frames = [f'  File "/site-packages/torch/nn.py", line 1, in {f}\n' for f in report["frames"]]
    return "".join(frames) + report["message"] if report["message"] else report["words"]


def test_enough_is_kept_apart_and_judged() -> None:
    assert len({report["address"] for report in REPORTS}) == len(REPORTS) >= 150
    assert len([report for report in HELD_OUT if not report["near"]]) >= 50
    assert all(report.keys() >= JUDGED for report in HELD_OUT)
    assert not any(report.keys() & JUDGED for report in REPORTS if not is_held_out(report))


def test_who_was_helped_stays_helped(finder) -> None:
    helped = [report for report in HELD_OUT if report["served"]]
    found = finder.evaluate(
        """async (e, all) => {
            await e.load();
            return all.map((text) => {
                e.box.value = text;
                e.show();
                return [...e.list.querySelectorAll("li > a")].slice(0, 2).map((a) => a.href);
            });
        }""",
        [pasted(report) for report in helped],
    )
    lost = [
        f"{report['address']}: none of {report['pages']} among {links}"
        for report, links in zip(helped, found, strict=True)
        if not any(page.split("#")[0] in link for page in report["pages"] for link in links)
    ]
    assert not lost, "\n".join(lost)
