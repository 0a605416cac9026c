"""Parts of the page 기초자료."""
