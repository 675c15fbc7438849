"""Settings that every test shares."""

import os

from hypothesis import settings

# No test is timed: a slow machine is no fault. CI tries the same examples each time, a developer's run looks further.
settings.register_profile("calm", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "calm")
