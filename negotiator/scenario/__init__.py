"""The file format: TOML text becomes a checked, frozen Scenario, or findings that say where and how to mend it."""
