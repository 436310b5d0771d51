"""gunicorn's settings: `gunicorn -c newsroom/gunicorn.conf.py newsroom.wsgi`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

from django.conf import settings
from django.db import connections

from newsroom import address, answering

bind = f"[{settings.HOST}]:{settings.PORT}" if ":" in settings.HOST else f"{settings.HOST}:{settings.PORT}"
workers = settings.WEB_CONCURRENCY
worker_class = "gthread"
threads = 4
preload_app = True  # what cannot start ends here, once, and not in each worker again and again
reuse_port = True  # without it the kernel wakes one worker for most connections
control_socket_disable = True
max_requests = 20_000
max_requests_jitter = 2_000
timeout = 60
errorlog = "-"
loglevel = "warning"


def on_starting(server):
    """Before the first worker: nothing else listens here, and what the settings lead to answers."""
    if "GUNICORN_PID" not in os.environ:  # a server that takes over from a running one shares its address
        server.address = address.claim()
    answering.require_database()
    answering.require_cache()
    answering.require_media()
    answering.require_tables()
    connections.close_all()  # none may be shared with the workers
