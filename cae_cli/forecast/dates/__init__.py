"""The dates of the path from CAPE to membership."""
