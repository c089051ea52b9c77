"""One module for each command of the command line; loaded only when used.

Takes: the options of a command.
Gives: its output and its exit status.
"""
