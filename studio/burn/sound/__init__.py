"""The delivered sound: copied or encoded once, brought to its loudness."""
