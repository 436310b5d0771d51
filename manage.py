#!/usr/bin/env python
"""Newsroom's command line: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError


def main():
    """Run a command; what a person can mend, or stopped, is one line and no traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except DatabaseError:
        from newsroom.answering import require_database, require_tables

        require_database()
        require_tables()
        raise
    except KeyboardInterrupt:
        sys.exit("newsroom: stopped")


if __name__ == "__main__":
    main()
