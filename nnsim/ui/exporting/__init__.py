"""Taking work out, from one table of exporters; and bringing weights in.

It knows no view: what pictures are made of is handed in.
"""

from .export_menu import ExportMenu
from .exporters import EXPORTERS, Exporter
from .file_export import FileExport
from .weights_import import WeightsImport

__all__ = [
    "EXPORTERS",
    "ExportMenu",
    "Exporter",
    "FileExport",
    "WeightsImport",
]
