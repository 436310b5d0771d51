"""gunicorn's settings: `gunicorn -c newsroom/gunicorn.conf.py newsroom.wsgi`."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
reuse_port = True  # without it the kernel wakes one worker for most connections
control_socket_disable = True
max_requests = 20_000
max_requests_jitter = 2_000
timeout = 60
errorlog = "-"
loglevel = "warning"
