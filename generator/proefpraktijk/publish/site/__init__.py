"""From `build/` to `site/`: built beside the old site, finished, verified, swapped in.

Takes: a staged site and an engine.
Gives: `site/`, and a record of every file in it.
"""
