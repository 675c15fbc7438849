"""The app beside a coach's editor: the story as saved last, what could happen in it, and what is wrong with it."""
