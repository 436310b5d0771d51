import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_preview_links'),
    ]

    operations = [
        migrations.AddField(
            model_name='autosave',
            name='base',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.revision'),
        ),
    ]
