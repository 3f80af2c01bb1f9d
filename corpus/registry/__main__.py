"""`python -m corpus.registry`: read the whole registry, print what it holds, or every fault with its file and line."""

import sys
from collections import Counter

from corpus.registry.loading import load
from corpus.registry.reading import RegistryError


def main() -> int:
    """Exit code 0 with counts on standard output, or 1 with the faults on standard error."""
    try:
        registry = load()
    except RegistryError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    counts = Counter(one.kind for one in registry.bodies)
    lines = [f"bodies {len(registry.bodies)}", *(f"  {kind} {count}" for kind, count in counts.most_common())]
    lines += [f"groups {len(registry.groups)}", f"laws {len(registry.laws)}", f"platforms {len(registry.platforms)}"]
    lines += [f"programme {one.id}: {len(one.indicators)} indicators" for one in registry.programmes]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
