"""The instructor's screen in the terminal: who is where, what was chosen, and everything one may do."""
