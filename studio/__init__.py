"""The engine of Lobbycard: film cuts in, a campaign out. It knows no window."""
