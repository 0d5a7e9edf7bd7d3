"""The gold articles: written and annotated for this project, in the report's own terms."""
