"""The design system: tokens, theme, icons, and the controls that Qt lacks."""
