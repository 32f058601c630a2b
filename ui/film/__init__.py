"""The Film page: player, strip of shots, shortlist."""
