"""Parts with which the relation with several people ends together."""
