"""Commands about pay: `cae salary` and `cae rules`."""
