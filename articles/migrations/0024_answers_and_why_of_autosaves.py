from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0023_base_of_autosaves'),
    ]

    operations = [
        migrations.AddField(
            model_name='autosave',
            name='answers',
            field=models.TextField(blank=True, help_text='To what is in dispute, as the screen that asks sends them.'),
        ),
        migrations.AddField(
            model_name='autosave',
            name='why',
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
