"""Other systems, each run in a process of its own on the same texts as the tagger (``evaluation.bench``)."""
