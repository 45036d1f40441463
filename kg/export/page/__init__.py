"""The interactive page: one HTML file that shows the graph with the words behind every fact, and fetches nothing."""

from kg.export.page.write import write_page

__all__ = ["write_page"]
