"""What each paper says: frozen values only. Cheap to import; `papers` draws."""
