"""The parts screens are made of; each draws from values it is given."""
