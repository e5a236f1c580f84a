"""The answers of `cae salary`: for people, for programs, and for a year."""
