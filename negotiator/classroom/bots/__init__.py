"""Scripted players that rehearse a class: they join as people do, over the same wire, and keep book of every answer."""
