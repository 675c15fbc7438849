"""Packages, points, the exact frontier, and the counterpart: pure arithmetic. No files, clock, story or screen."""
