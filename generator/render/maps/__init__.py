"""Maps as inline SVG: outlines of land, and places with coordinates."""
