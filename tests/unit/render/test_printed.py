"""One incident on paper."""

import html
import re

import pytest

from generator.errors import InvalidTemplate
from generator.render.environment import open_environment
from generator.render.printed import render_paper
from generator.render.site import Site


@pytest.fixture
def sheet(seed_incident, environment):
    return render_paper(Site((seed_incident,), name="Desk"), seed_incident, environment)


def notes_of(body):
    """Id and words of each note, in order."""
    listed = html.unescape(body).split('<ol class="notes">')[1].split("</ol>")[0]
    return re.findall(r'<li id="([^"]+)">\s*<p class="quote" dir="auto">“<bdi>(.*?)</bdi>”</p>', listed, re.DOTALL)


def test_every_claim_is_one_note_with_its_words(sheet, seed_incident):
    notes = dict(notes_of(sheet.body))
    assert notes == {f"claim-{claim.id}": claim.quote for claim in seed_incident.claims}
    assert len(notes_of(sheet.body)) == len(seed_incident.claims)


def test_a_note_names_the_speaker_with_role_and_the_place_in_the_document(sheet):
    text = html.unescape(re.sub(r"<[^>]+>", "", sheet.body))
    note = text[text.index("“" + "Pakistan's security forces killed 145 militants") :]
    assert re.search(
        r"Figure: Sarfaraz Bugti, chief minister of Balochistan\b.*?characters 0 to [1-9]", note, re.DOTALL
    )


def test_notes_are_numbered_in_the_order_in_which_the_text_comes_to_them(sheet):
    body = html.unescape(sheet.body)
    order = [anchor for anchor, _ in notes_of(body)]
    cited = list(dict.fromkeys(re.findall(r'<sup><a href="#(claim-[^"]+)"', body)))
    assert cited == order
    for number, anchor in enumerate(order, start=1):
        assert f'href="#{anchor}" aria-label="Note {number}">{number}</a>' in body


def test_no_link_leads_to_another_page_of_the_site(sheet):
    body = html.unescape(sheet.body)
    ids = set(re.findall(r'\bid="([^"]+)"', body))
    links = re.findall(r'href="([^"]+)"', body)
    assert {link for link in links if not (link.startswith("#") and link[1:] in ids)} == set()


def test_a_struck_figure_says_in_words_that_it_is_superseded(sheet):
    assert re.search(r"<s>92</s> superseded", re.sub(r"<bdi>|</bdi>|\n", "", sheet.body))


@pytest.mark.parametrize(
    "payload",
    ["</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "בנימין &lt;b&gt;"],
    ids=["a way out of the style", "an attribute", "a macro", "references"],
)
def test_a_record_that_is_hostile_in_every_field_reads_word_for_word_and_runs_nothing(
    payload, seed_incident, environment, poisoned
):
    incident = poisoned(seed_incident, payload, {})
    sheet = render_paper(Site((incident,), name=payload), incident, environment)
    assert not re.findall(r"<(?:script|img|style)|\son[a-z]+=|\{\{", sheet.body)
    shown = {words for _, words in notes_of(sheet.body)}
    assert shown == {claim.quote for claim in incident.claims}
    assert incident.title.text in html.unescape(sheet.body)


@pytest.mark.parametrize("style", ["p { color: red } </style><script>", None], ids=["a way out", "none"])
def test_a_style_sheet_that_cannot_be_used_is_refused_with_its_name(seed_incident, tmp_path, environment, style):
    (tmp_path / "print.html.jinja").write_text("<p>x</p>")
    if style:
        (tmp_path / "print.css").write_text(style)
    with pytest.raises(InvalidTemplate, match=r"^print\.css: expected a style sheet"):
        render_paper(Site((seed_incident,)), seed_incident, open_environment([tmp_path]))
