"""Two people at one table: who sits with whom, what they offer each other, and what came of it."""
