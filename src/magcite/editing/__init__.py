"""Change claims files in place: only the words concerned, with comments and layout kept."""
