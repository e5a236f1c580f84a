"""From which month can I pay myself? First salary and key dates in a French CAE."""

__version__ = "0.1.0"
