"""The terminal app: screens that draw a View and send moves. No rules in here."""
