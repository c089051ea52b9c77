"""From `build/` to `site/`: built beside the old one, finished, verified, swapped in."""
