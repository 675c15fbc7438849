"""What a talk about terms says of the player: courage, finesse and fit as terms that can be read."""
