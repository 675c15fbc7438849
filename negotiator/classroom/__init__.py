"""The classroom: one ordered log of events, its fold through the one engine, and what people see of it."""
