"""The claims of one document become one incident record."""
