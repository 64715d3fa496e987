/* What the theme leaves without a name, for screen readers. */
document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "Search")
