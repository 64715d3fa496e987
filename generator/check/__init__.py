"""Records and documents to findings: quotes stand where they say, figures have their claim, nothing points nowhere."""
