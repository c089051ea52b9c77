"""The staging folder `build/`: pages, pictures, and the frame around every page.

Takes: planned pages, pictures.
Gives: `build/docs` and `build/theme`, changed only where they differ.
"""
