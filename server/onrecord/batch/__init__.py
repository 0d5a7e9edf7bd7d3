"""Many articles: from paths to inputs, from reports to files."""
