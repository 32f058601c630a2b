"""The file kinds a poster can be written as."""
