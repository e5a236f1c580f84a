"""The answer of `cae list`: for people and for programs."""
