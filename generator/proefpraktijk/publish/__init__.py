"""From planned pages to a public site: staged, built by an engine, searched for names, swapped in, pushed.

Takes: planned pages and pictures.
Gives: `build/`, a verified `site/`, a branch of a repository.
"""
