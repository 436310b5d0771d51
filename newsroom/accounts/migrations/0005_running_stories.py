"""Who may add topics may begin running stories, each role as it may do with topics."""

from django.db import migrations

def allow(apps, schema_editor):
    """Give every role for running stories what it has for topics; Django makes permissions only after all migrations."""
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="articles", model="thread")
    for verb in ("add", "change", "delete", "view"):
        own, _ = Permission.objects.get_or_create(
            content_type=kind, codename=f"{verb}_thread", defaults={"name": f"Can {verb} running story"}
        )
        alike = {"content_type__app_label": "articles", "codename": f"{verb}_topic"}
        for group in Group.objects.filter(permissions__in=Permission.objects.filter(**alike)):
            group.permissions.add(own)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_arranging_fronts"),
        ("articles", "0028_running_stories"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
