"""What pages say, as frozen values that templates only print."""
