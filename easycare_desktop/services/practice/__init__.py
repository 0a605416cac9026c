"""The practice office: made-up people, three years of history, something due in every state."""
