from django.db import migrations, models

KINDS = [
    ("news", "News"),
    ("analysis", "Analysis"),
    ("opinion", "Opinion"),
    ("feature", "Feature"),
    ("sponsored", "Advertisement feature"),
]


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_running_stories")]

    operations = [
        migrations.AddField(
            "article",
            "advertiser",
            models.CharField(
                blank=True,
                help_text="Of an advertisement feature; readers are told.",
                max_length=120,
                verbose_name="paid for by",
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AlterField("article", "kind", models.CharField(choices=KINDS, default="news", max_length=10)),
        migrations.AlterField("edition", "kind", models.CharField(choices=KINDS, max_length=10)),
    ]
