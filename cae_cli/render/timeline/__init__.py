"""How a timeline is shown: on a page, as data, as a calendar."""
