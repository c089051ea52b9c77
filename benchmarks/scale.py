"""Measure the street at scale against plain MkDocs: `python benchmarks/scale.py [--sizes 1000,5000] [--quick]`.

`--generate DIR --reports N` only writes a synthetic `DIR/content`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from synthetic import generate


def main() -> None:
    """Read the arguments and do one thing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--generate", type=Path, metavar="DIR", help="only write a synthetic site")
    parser.add_argument("--reports", type=int, default=5000)
    arguments = parser.parse_args()
    if arguments.generate:
        generate(arguments.generate, arguments.reports)


if __name__ == "__main__":
    main()
