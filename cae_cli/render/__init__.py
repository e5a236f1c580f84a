"""How an answer is shown: terminal, plain text, JSON, CSV, calendar."""
