"""Words of the screens for what the engine knows by short names."""

REASONS = {
    "interest": "what the work needs",
    "company": "what would serve them",
    "market": "what the market pays",
    "fairness": "what is fair",
    "relationship": "that both be glad of it",
    "rival": "another offer (a bluff)",
}
FORMS = {
    "open": "open",
    "negative-assumption": "assume trouble",
    "positive-assumption": "assume it is easy",
    "leading": "leading",
}
LEVELS = {"full": "told in full", "partly": "told in part", "nothing": ""}
VERDICTS = {
    "both": "Better for both of you.",
    "you": "Better for you, and nothing lost for them.",
    "them": "Better for them, and nothing lost for you.",
    "neither": "Not better: one loses, or nobody gains.",
}
"""What a package tried after the deal comes to; never how much."""

FINAL = "! A no to your last word may end the talk, and the letter."


def counted(count: int, one: str, many: str) -> str:
    """A number of things in words."""
    return f"one {one}" if count == 1 else f"{count} {many}"
