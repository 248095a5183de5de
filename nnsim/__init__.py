"""nnsim: build a neural network as a picture, read every number in it, and watch it learn."""

__version__ = "0.1.0"
