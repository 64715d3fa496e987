"""Places and days."""
