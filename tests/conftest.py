"""Settings of all tests: properties never fail on a slow day, and are the same every day.

`HYPOTHESIS_PROFILE=explore` looks further, with new examples each time.
"""

import os

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
