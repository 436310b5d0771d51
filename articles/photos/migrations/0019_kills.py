import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0018_measure_looks_anew'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='photo',
            options={'ordering': ['-created_at', '-id'], 'permissions': [('kill_photo', 'Can kill photos and lift kills')]},
        ),
        migrations.CreateModel(
            name='Kill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(max_length=2000)),
                ('places', models.JSONField(default=list)),
                ('completed_at', models.DateTimeField(null=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('lift_reason', models.TextField(blank=True, max_length=2000)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('photo', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kills', to='photos.photo')),
            ],
            options={
                'ordering': ['-at', '-id'],
                'default_permissions': [],
            },
        ),
        migrations.CreateModel(
            name='KilledFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('looks', models.BigIntegerField(null=True)),
                ('tint', models.BinaryField(default=bytes)),
                ('ratio', models.FloatField(default=0)),
                ('kill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='photos.kill')),
            ],
            options={
                'ordering': ['id'],
                'default_permissions': [],
            },
        ),
        migrations.AddConstraint(
            model_name='kill',
            constraint=models.UniqueConstraint(condition=models.Q(('lifted_at', None)), fields=('photo',), name='one_kill_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='killedfile',
            index=models.Index(fields=['sha256'], name='killed_file_by_hash'),
        ),
    ]
