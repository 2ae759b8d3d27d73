"""Which part of an item each of its lines is: headline, paragraph, caption, by-line."""
