"""The rooms, composed: documents come in, become records, and leave as a site."""
