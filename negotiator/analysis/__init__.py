"""What can be said about a scenario or a run without playing it by hand."""
