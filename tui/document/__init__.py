"""What is shown of a record: sections, in each items, in each texts."""
