"""Stills: the shortlist with its reasons, faces, room for copy, contact sheets."""
