"""From recorded facts to the values that papers are drawn from, inside a running action."""
