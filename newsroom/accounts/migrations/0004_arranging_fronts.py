"""Editors and administrators arrange fronts."""

from django.db import migrations

ROLES = ("Editors", "Administrators")
NAME = "Can arrange the fronts and set the breaking-news line"


def allow(apps, schema_editor):
    """Give it to the two roles as the newsroom has them; Django makes permissions only after all migrations."""
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="arrangement"
    )
    arranging, _ = Permission.objects.get_or_create(
        content_type=kind, codename="arrange_front", defaults={"name": NAME}
    )
    for group in Group.objects.filter(name__in=ROLES):
        group.permissions.add(arranging)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_roles"),
        ("articles", "0027_fronts"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
