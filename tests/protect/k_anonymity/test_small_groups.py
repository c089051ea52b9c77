"""Small groups: what may be published, and warnings about what is stated or linked anyway."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import CommunityMatter, Entry, SessionMatter, Source
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.paths import ContentPath, Slug
from proefpraktijk.model.problem import Place, Severity
from proefpraktijk.model.safe import EarlierSlug
from proefpraktijk.model.spiral import DEFAULT_BANDS
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.k_anonymity.coordinates_in_text import NOTHING_STATED, StatedCoordinates, stated_in
from proefpraktijk.protect.k_anonymity.generalisation_steps import GeneralisationStep
from proefpraktijk.protect.k_anonymity.small_groups import (
    SmallGroups,
    earlier_slugs_kept,
    warn_of_session_links,
    warn_of_stated_coordinates,
)
from proefpraktijk.read.front_matter.forms import from_values
from protect.k_anonymity.builders import (
    WHERE,
    K,
    generalised,
    named,
    provenance,
    teachers,
)
from protect.support import airlock, demo_roster, report, roster, shown


def test_a_role_that_few_have_is_not_published() -> None:
    """The only head teacher of the community would be known by that word; one of eight would not."""
    one = roster({"name": "Bo Smit", "role": "directeur"}, {"name": "Jet Aarts", "role": "leerkracht"})
    few = airlock(one).report(report("Toen kwam Bo Smit binnen met Jet Aarts."))
    assert few.safe is not None
    assert shown(few.safe.body) == "Toen kwam [collega] binnen met [leerkracht]."
    many = airlock(demo_roster()).report(report("Toen kwam Harm-Jan Wolthuis binnen."))
    assert many.safe is not None
    assert shown(many.safe.body) == "Toen kwam [directeur] binnen."


def test_a_band_that_is_not_published() -> None:
    """Stating it is a warning only then: where the band is published, the text states no more."""
    said = stated_in(report("Onze bovenbouwers zongen.", year_group=[7]), DEFAULT_BANDS)
    assert said.band
    assert not stated_in(report("De middenbouw zong.", year_group=[7]), DEFAULT_BANDS).band
    made = named(provenance(1, groups=(7,))._replace(stated=said))
    for step, warned in ((GeneralisationStep(2, 1, 2), True), (GeneralisationStep(1, 1, 2), False)):
        published = {path: generalised(made)[path]._replace(step=step) for path in made}
        assert bool(list(warn_of_stated_coordinates(made, published))) == warned


def test_a_slug_that_states_more_than_is_published_is_a_warning() -> None:
    """One for the slug the writer chose, and one for each earlier slug, which does not lead on; none when all is published."""
    quiet, loud = (EarlierSlug(Slug(slug), WHERE._replace(line=n)) for n, slug in enumerate(("rustig", "groep-5"), 3))
    lone = provenance(1)._replace(
        slug=StatedCoordinates(group=WHERE, session=WHERE, quadrant=WHERE),
        earlier=((quiet, NOTHING_STATED), (loud, StatedCoordinates(group=loud.place))),
    )
    for each, warned, kept in (
        (lone, [("PP514", WHERE), ("PP516", loud.place)], (quiet,)),
        (lone._replace(number=5), [], (quiet, loud)),
    ):
        made = named(each)
        published = generalised(made)
        assert [(problem.rule, problem.place) for problem in warn_of_stated_coordinates(made, published)] == warned
        assert earlier_slugs_kept((quiet, loud), each, *published.values()) == kept


def test_a_text_that_states_more_than_is_published_of_it_is_a_warning() -> None:
    """Only when it is not published, and without a word of the text."""
    where = Place(ContentPath("content/reports/r0000.md"), 3, 7)
    loud = provenance(1)._replace(stated=StatedCoordinates(where, where, quadrant=where))
    alone = named(loud)
    problems = list(warn_of_stated_coordinates(alone, generalised(alone)))
    assert [(problem.rule, problem.place, problem.severity) for problem in problems] == [
        ("PP514", where, Severity.WARNING)
    ] * 3
    many = named(loud._replace(number=5))
    assert not list(warn_of_stated_coordinates(many, generalised(many)))


@pytest.mark.parametrize(("text", "warned"), [("Wij van groep 3/4.", True), ("In groep 3 en in groep 4 niet.", False)])
def test_a_text_that_says_it_of_two_year_groups(text: str, warned: bool) -> None:  # noqa: FBT001
    """Of a class that few teach the first year group is published: a text that names both in one phrase is a warning."""
    community = from_values(CommunityMatter, {"name": "Vereniging", "k": K})
    few = SmallGroups(community, teachers((3, 4), (3,), (3,), (4,), (4,)))
    made = named(
        provenance(3)._replace(year_groups=(3, 4), number=5, stated=stated_in(report(text, year_group=[3, 4])))
    )
    published = few.generalise(made)
    assert [each.coordinates.year_groups for each in published.values()] == [(3,)]
    assert bool(list(warn_of_stated_coordinates(made, published))) == warned


def test_a_session_that_links_to_a_report_whose_session_is_not_published() -> None:
    """Its link says which session the report is of: a warning at the link, and none when it is published."""
    target = Target(TargetKind.REPORT, RawText("content/reports/r0000.md"))
    runs = (Run(RawText("Zie ", 0, 4)), Run(RawText("dit", 4, 7), link=target))
    path = ContentPath("content/sessions/2025-2026-1.md")
    written = from_values(
        SessionMatter, {"school_year": "2025-2026", "number": 1, "title": "Een", "date": "2025-10-01"}
    )
    session = Entry(written, Document((Block(BlockKind.PARAGRAPH, runs),)), Source(path, "Zie dit"))
    lone, many = generalised(named(provenance(1))), generalised(named(provenance(number=5)))
    assert [problem.place for problem in warn_of_session_links([session], lone)] == [Place(path, 1, 5)]
    assert not list(warn_of_session_links([session], many))
