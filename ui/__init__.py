"""The window of Lobbycard: shows documents, offers edits, decides nothing that needs no eye."""
