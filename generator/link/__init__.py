"""Related headlines find the incidents that cover them."""
