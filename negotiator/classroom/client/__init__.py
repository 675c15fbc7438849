"""The student's terminal in a class: the full game, its moves sent to the hub in the background."""
