"""What people write, in French or in English, said as the file says it; no message, no flag."""
