from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_audits")]

    operations = [
        migrations.AddField("photouse", "caption_from", models.TextField(null=True)),
        migrations.AddField("photouse", "alt_from", models.TextField(null=True)),
    ]
