"""The lines of a counterpart whose author wrote none, for every situation and mood."""

from negotiator.game.speech.bank.answers import ANSWERS
from negotiator.game.speech.bank.conduct import CONDUCT
from negotiator.game.speech.bank.counters import COUNTERS
from negotiator.game.speech.bank.limits import LIMITS
from negotiator.game.speech.bank.page import Bank
from negotiator.game.speech.bank.partings import PARTINGS
from negotiator.game.speech.bank.questions import QUESTIONS
from negotiator.game.speech.bank.reasons import REASONS
from negotiator.game.speech.bank.secrets import SECRETS

LINES: Bank = {
    **ANSWERS,
    **COUNTERS,
    **LIMITS,
    **REASONS,
    **CONDUCT,
    **QUESTIONS,
    **SECRETS,
    **PARTINGS,
}
