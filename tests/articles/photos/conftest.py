"""What the tests of the library share."""

import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def staff(client, django_user_model):
    """Someone of the staff, with the named permissions."""

    def with_permissions(*names):
        user = django_user_model.objects.create_user("reporter", password="a long password", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(user)
        return client

    return with_permissions
