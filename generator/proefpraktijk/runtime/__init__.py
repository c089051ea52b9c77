"""What a run needs of the computer: locks, processes, file trees, a cache, a stopwatch."""
