"""Fronts: pages of named slots that editors fill, and that a rule fills where they did not."""
