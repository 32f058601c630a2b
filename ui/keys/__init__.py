"""Commands, the keys that call them, and the palette that finds them."""
