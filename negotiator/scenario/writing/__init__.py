"""Scenario files changed by the program: ids renamed, layout put in order, new files begun. Comments always stay."""
