"""The classroom: one ordered log of events, a fold through the single-player engine, and what people see of it."""
