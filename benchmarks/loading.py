"""Loading generated files of 1,000 and 10,000 scenes, beside tomllib alone, with the peak of memory."""

import resource
import time
import tomllib

from benchmarks.stories import story
from negotiator.scenario.loader import load_text


def report(sizes: tuple[int, ...]) -> None:
    """Print seconds, the ratio to tomllib alone and megabytes for each size."""
    for scenes in sizes:
        text = story(scenes)
        began = time.perf_counter()
        tomllib.loads(text)
        alone = time.perf_counter() - began
        began = time.perf_counter()
        loaded = load_text(text, "generated.toml", "generated")
        seconds = time.perf_counter() - began
        assert loaded.scenario is not None, loaded.findings[:3]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"load {scenes:,} scenes ({len(text) / 1e6:.1f} MB): {seconds:.2f} s, {seconds / alone:.1f} x tomllib alone;"
            f" peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    report((1000, 10_000))
