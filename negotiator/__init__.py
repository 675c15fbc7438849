"""Negotiator: a terminal simulation that trains people to negotiate a senior job."""

__version__ = "0.1.0"
