"""Records and documents are held against each other; what does not hold is a finding."""
