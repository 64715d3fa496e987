"""Score: how well records say what a careful reader took from the same documents."""
