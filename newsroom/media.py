"""Where originals and renditions lie on this machine."""

import secrets
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class WholeFileStorage(FileSystemStorage):
    """Django's storage, in which a file is there as a whole or not at all.

    Names come from contents here, so what is found under a name is taken for whole; a crash or a Ctrl+C half-way
    through writing must not leave a part under it.
    """

    def _save(self, name, content):
        part = super()._save(f"{name}.{secrets.token_hex(4)}.part", content)
        Path(self.path(part)).replace(self.path(name))
        return name
