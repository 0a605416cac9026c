"""Parts of pages: each folder belongs to the page of its name; `shared` to several."""
