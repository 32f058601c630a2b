"""The delivered picture in its own planes: form, colour, chroma siting, scaling."""
