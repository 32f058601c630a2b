"""The Subtitles page: grid, picture with captions, findings, waveform."""
