
import articles.photos.models.agency
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The name in full, as the house writes it.', max_length=200)),
                ('kind', models.CharField(choices=[('agency', 'Agency'), ('library', 'Picture library'), ('newspaper', 'Newspaper or magazine'), ('broadcaster', 'Broadcaster')], default='agency', max_length=20)),
                ('credit_style', models.CharField(blank=True, help_text='How the house itself writes its credits, with {name} for the photographer: REUTERS/{name}', max_length=200, validators=[articles.photos.models.agency.validate_style], verbose_name='credit form of its own')),
                ('note', models.TextField(blank=True, help_text='Contract, contact, what to look out for; readers do not see it.')),
                ('is_checked', models.BooleanField(default=True, help_text='An editor has seen that this is a house, rightly spelt. Only checked houses help to read credits.', verbose_name='checked')),
            ],
            options={
                'verbose_name_plural': 'agencies',
                'ordering': ['name', 'id'],
            },
        ),
        migrations.AddField(
            model_name='photo',
            name='supplier',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='photos.agency'),
        ),
        migrations.CreateModel(
            name='AgencyName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('spelling', models.CharField(max_length=200)),
                ('key', models.CharField(editable=False, max_length=600, unique=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='photos.agency')),
            ],
            options={
                'verbose_name': 'spelling',
                'ordering': ['id'],
            },
        ),
    ]
