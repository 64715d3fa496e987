"""What changed last, as the home page tells it from the histories."""

import dataclasses

import pytest

from generator.model.incident import Status, Title
from generator.model.vocabulary import Origin
from generator.render.site import Site

PROGRAM, EDITOR = "briefing", "editor"


def line(day, field, by=PROGRAM):
    return {"on": day, "by": by, "claim": None, "field": field}


@pytest.fixture
def news_of(seed_incident, pages_of, reading):
    """The news of records with these histories, by title; each is a list of lines and may end in a status."""

    def read(**told):
        incidents, history = [], {}
        for name, lines in told.items():
            status = next((each for each in lines if isinstance(each, Status)), None)
            incident = dataclasses.replace(seed_incident, id=f"{name}-00000000", title=Title(name, Origin.EDITOR))
            incidents.append(dataclasses.replace(incident, status=status))
            history[incident.id] = tuple(each for each in lines if not isinstance(each, Status))
        return reading(pages_of(Site(tuple(incidents), history=history))["index.md"])

    return read


OLD = line("2026-05-01", "added")


def test_each_change_of_the_last_day_stands_under_what_it_was(news_of):
    page = news_of(
        settled=[OLD],
        fresh=[line("2026-06-02", "added"), line("2026-06-02", "claim")],
        grown=[OLD, line("2026-06-02", "claim"), line("2026-06-02", "claim")],
        mended=[OLD, line("2026-06-02", "title.text", EDITOR), line("2026-06-02", "review", EDITOR)],
        seen=[OLD, line("2026-06-02", "review", EDITOR)],
        gone=[OLD, line("2026-06-02", "status", EDITOR), Status(withdrawn="An exercise.")],
    )
    (news,) = page.all(".b-news")
    assert news == (
        "What changed last "
        "Records last changed on Tuesday, 2 June 2026. That day says nothing of when events happened. "
        "New 1 fresh "
        "Corrected by an editor 1 mended 2 changes "
        "Withdrawn or merged 1 gone 1 change "
        "Changed by the program 1 grown 2 changes "
        "Reviewed by an editor 1 seen 1 change"
    )


def test_changes_of_earlier_days_are_no_news(news_of):
    (news,) = news_of(a=[OLD, line("2026-06-02", "claim")], b=[OLD, line("2026-06-03", "claim")]).all(".b-news")
    assert "b 1 change" in news
    assert "a 1 change" not in news


def test_where_everything_is_new_no_list_is_shown(news_of):
    (news,) = news_of(a=[OLD], b=[OLD]).all(".b-news")
    assert news == "What changed last This is the first build: 2 new incidents."


def test_many_news_of_a_kind_are_folded_after_the_first(news_of):
    page = news_of(old=[line("2026-01-01", "added")], **{f"n{number}": [OLD] for number in range(7)})
    assert page.all("h3") == ["New 7"]
    assert page.all("details")[-1] == "More n5 n6"


def test_without_any_history_there_are_no_news(seed_incident, pages_of, reading):
    assert reading(pages_of(Site((seed_incident,)))["index.md"]).all(".b-news") == []
