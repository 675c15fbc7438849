"""Runs on disk: the log, autosave, resume after a scenario was edited, the library, settings and export."""
