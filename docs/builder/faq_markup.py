"""An FAQ says that it is one: its questions and answers, for search engines."""

import html
import json
import re


def question_markup(content: str) -> str:
    """Return the questions of a page and the words of their answers, for search engines."""
    asked = re.findall(
        r'<h2 id="([^"]+)">(.*?)<a class="headerlink".*?</h2>(.*?)(?=<h2 |\Z)', content, re.S
    )
    questions = [
        {
            "@type": "Question",
            "@id": f"#{name}",
            "name": words(question),
            "acceptedAnswer": {
                "@type": "Answer",
                "text": " ".join(map(words, re.findall(r"<p>(.*?)</p>", answer, re.S))),
            },
        }
        for name, question, answer in asked
    ]
    page = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
    inline = json.dumps(page, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{inline}</script>'


def words(markup: str) -> str:
    return html.unescape(" ".join(re.sub(r"<[^>]+>", "", markup).split()))
