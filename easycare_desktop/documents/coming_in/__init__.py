"""Files of others that come in: looked through, freed of what they tell, blacked out."""
