"""Contracts as tests write them."""

import datetime as dt

from cae_cli.rules.contracts import ContractSpan


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def spans(*texts: str) -> list[ContractSpan]:
    """Read contracts written as "cape 2024-01-01 2024-06-30", without the end if it runs still."""
    read = []
    for text in texts:
        kind, start, *end = text.split()
        assert kind in {"cape", "cesa", "other"}
        read.append(ContractSpan(kind, day(start), day(end[0]) if end else None))  # type: ignore[arg-type]
    return read
