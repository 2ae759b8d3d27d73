"""Pages that lead to others: the events by date, and the register."""
