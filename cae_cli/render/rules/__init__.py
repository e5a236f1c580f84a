"""The answers of `cae rules`: for people and for programs."""
