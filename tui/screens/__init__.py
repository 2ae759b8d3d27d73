"""The screens: each owns its state and joins its panes."""
