"""Two versions of the records to a review sheet: what changed, who says so, and the words it rests on."""
