"""Help where the person is working: pages, hints, about."""
