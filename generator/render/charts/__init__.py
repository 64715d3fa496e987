"""Charts as numbers and path data: pure geometry, without claims, words of sources or markup."""
