"""The rules of the game: pure functions over a small immutable state."""
