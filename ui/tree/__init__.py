"""The tree of the campaign beside the pages."""
