"""`python -m proefpraktijk` is the command `proefpraktijk`."""

from .cli import main

main(prog_name="proefpraktijk")
