"""The staging folder `build/`: pages, pictures and the frame around every page."""
