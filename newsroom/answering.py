"""Whether what the settings lead to answers: asked at a start, not found out by the first reader."""

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from newsroom.environment import refuse

PATIENCE = 5  # seconds to wait for a server


def require_database() -> None:
    """End the program with one line if the database does not answer."""
    try:
        _connect()
    except Exception as error:  # each driver has its own
        refuse("DATABASE_URL", f"leads to a database that does not answer: {_one_line(error)}")


def require_cache() -> None:
    """End the program with one line if the cache does not answer."""
    try:
        cache.get("answering")
    except Exception as error:
        refuse("CACHE_URL", f"leads to a cache that does not answer: {_one_line(error)}")


def require_media() -> None:
    """End the program with one line if the bucket of pictures does not answer."""
    try:
        default_storage.exists("answering")
    except Exception as error:
        refuse("MEDIA_ROOT", f"leads to a storage that does not answer: {_one_line(error)}")


def explain(error: Exception) -> None:
    """End the program with one line if `error` comes of something that does not answer, or was not prepared."""
    if isinstance(error, DatabaseError):
        require_database()
        require_tables()
    elif _library_of(error) == "redis":
        require_cache()
    elif _library_of(error) in ("botocore", "boto3", "s3transfer"):
        require_media()


def _library_of(error: Exception) -> str:
    return type(error).__module__.partition(".")[0]


def require_tables() -> None:
    """End the program with one line if the database is not as the code expects it."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise SystemExit("newsroom: the database is not up to date; run: .venv/bin/python manage.py migrate")


def _connect() -> None:
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return
    parameters = connection.get_connection_params() | {"connect_timeout": PATIENCE}
    connection.Database.connect(**parameters).close()  # past the pool, which would try for half a minute


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
