"""How the answer of `cae simulate` is shown: its sentences, one screen of it, every month, data."""
