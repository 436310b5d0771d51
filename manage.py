#!/usr/bin/env python
"""Newsroom's command line: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main():
    """Run a command; what a person can mend, or stopped, is one line and no traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        execute_from_command_line(sys.argv)
    except BrokenPipeError:  # `… | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        from newsroom.answering import explain

        explain(error)
        raise
    except KeyboardInterrupt:
        sys.exit("newsroom: stopped")


if __name__ == "__main__":
    main()
