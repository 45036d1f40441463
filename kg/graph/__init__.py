"""Entities and facts as RDF: making it, opening it, asking it, checking it."""
