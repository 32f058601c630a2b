"""Films glued from real and drawn shots, every change known, and the judge of what is found."""
