"""Shots and stills: detect, score, shortlist."""
