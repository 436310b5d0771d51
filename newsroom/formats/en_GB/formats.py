"""Times as they stand on readers' pages and in forms: 14:22, never 2:22 p.m."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y, H:i"
