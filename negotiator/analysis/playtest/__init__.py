"""Play-testing: what a story does when it is searched exactly, played at random and played by strategy players."""
