"""Korean words said in two places: labels of codes, and a sentence for every refusal."""
