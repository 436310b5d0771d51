"""`python -m tests.bench.desk`: time the whole desk, as the first account, on the database of DATA_DIR.

`tests.bench.stories` fills it. What is timed is the whole answer, the median of five.
"""

import os
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")


def main() -> None:
    from django.test import Client

    from newsroom.accounts.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.filter(is_superuser=True).first())
    taken = []
    for _ in range(6):
        start = time.perf_counter()
        assert client.get("/admin/").status_code == 200
        taken.append(time.perf_counter() - start)
    print(f"desk {statistics.median(taken[1:]) * 1000:.1f} ms")


if __name__ == "__main__":
    django.setup()
    main()
