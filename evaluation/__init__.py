"""Quality and speed of what is shipped, measured by commands of this repository."""
