"""What surrounds the simulator: command line, settings, language, errors, the running process."""
