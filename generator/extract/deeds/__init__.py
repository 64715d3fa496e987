"""What happened: kinds of events, who did it to whom with what."""
