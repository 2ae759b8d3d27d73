"""All that is wrong with an event file; imported only when something is."""
