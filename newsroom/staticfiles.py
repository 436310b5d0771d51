"""Static files under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which also renames what ES modules import from one another."""

    support_js_module_import_aggregation = True
