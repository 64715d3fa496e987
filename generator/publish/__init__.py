"""Pages become a site and an offline bundle."""
