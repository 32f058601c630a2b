"""Dialogs of the whole campaign: beginning, markets and languages, copy deck, brand, package."""
