"""The laws of the score (rubric, section 7), tried on real articles that are rewritten law by law."""
