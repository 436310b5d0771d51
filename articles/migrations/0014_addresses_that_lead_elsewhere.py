import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_fill_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions("address", options={"ordering": ["path"], "verbose_name": "redirect"}),
        # Since when the addresses lead that are there already, nobody noted; so the default comes after the column.
        migrations.AddField(
            "address", "at", models.DateTimeField(editable=False, null=True, verbose_name="since")
        ),
        migrations.AlterField(
            "address",
            "at",
            models.DateTimeField(
                default=django.utils.timezone.now, editable=False, null=True, verbose_name="since"
            ),
        ),
        migrations.AddField(
            "address",
            "by",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField("address", "hits", models.PositiveIntegerField(default=0, editable=False)),
        migrations.AddField("address", "last_hit", models.DateTimeField(editable=False, null=True)),
        migrations.AddField(
            "address",
            "origin",
            models.CharField(
                choices=[("story", "A story's own"), ("imported", "Imported"), ("typed", "Typed")],
                default="story",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "address",
            "target",
            models.CharField(
                blank=True,
                db_index=True,
                help_text="A page of ours, such as /section/harbour/, or one elsewhere, beginning with https://.",
                max_length=500,
                verbose_name="or another page",
            ),
        ),
        migrations.AlterField(
            "address",
            "article",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="addresses",
                to="articles.article",
                verbose_name="story",
            ),
        ),
        migrations.AlterField(
            "address",
            "path",
            models.CharField(
                help_text="With its query, as in /?p=123, where it has one.", max_length=500, unique=True
            ),
        ),
        migrations.AddConstraint(
            "address",
            models.CheckConstraint(
                condition=models.Q(("article", None), ("target", ""), _connector="XOR"),
                name="address_leads_one_way",
                violation_error_message="Give a story or another page, one of the two.",
            ),
        ),
    ]
