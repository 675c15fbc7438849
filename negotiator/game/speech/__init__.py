"""What the counterpart says at the table: situations, moods, and who has the words for them."""
