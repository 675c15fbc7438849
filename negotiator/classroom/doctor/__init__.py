"""The day before a class: whether another device on this network reaches this computer, and what to do if not."""
