"""How the attribution tagger was made, from public annotation, by one command."""
