"""Static files under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which also renames what ES modules import from one another."""

    support_js_module_import_aggregation = True

    def stored_name(self, name):
        """The name with its hash; the plain one before `collectstatic`, so that pages, 500 too, come without their
        look instead of not at all."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name
