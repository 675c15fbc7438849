"""Debriefs turned into text, Markdown and JSON. No rules in here."""
