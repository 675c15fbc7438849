"""Stories of any shape, for what draws them."""

from hypothesis import strategies as st

from negotiator.scenario.models import STAGES, Scenario

HOSTILE = 'x" ]; end --> "y\\ <b>&amp;</b> #35; `q` %%{init}%% style a:#f; 1. one ](javascript:x) 漢字漢字漢字漢字漢字漢字漢字漢字漢字'
"""A title that every form of a map and of a book could take for its own."""


@st.composite
def scenarios(draw: st.DrawFn, most: int = 12) -> Scenario:
    """A scenario of up to so many scenes whose choices lead anywhere: circles, orphans and dead ends as they come."""
    scenes = [f"s{at}" for at in range(draw(st.integers(1, most)))]
    endings = [f"e{at}" for at in range(draw(st.integers(1, 9)))]
    targets = st.sampled_from([*scenes, *endings, "here"])
    tables = {}
    for name in scenes:
        leads = draw(st.lists(st.tuples(targets, st.integers(0, 1)), max_size=4))
        choices = {
            f"c{at}": {"do": "Go.", "goto": target, "days": days} for at, (target, days) in enumerate(leads)
        }
        tables[name] = {"text": "A room.", "stage": draw(st.sampled_from(STAGES)), "choices": choices}
    return Scenario.model_validate(
        {
            "format": 1,
            "id": "any",
            "title": "Any",
            "start": scenes[0],
            "scenes": tables,
            "offer": {"days": 3, "on_expired": draw(st.sampled_from([*scenes, *endings]))},
            "endings": {name: {"outcome": "signed", "title": name, "text": "The end."} for name in endings},
        }
    )
