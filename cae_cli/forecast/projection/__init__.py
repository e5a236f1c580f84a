"""From flows to pay: who may be paid, what it costs, what the treasury bears, from which month."""
