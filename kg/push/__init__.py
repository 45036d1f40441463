"""Loads a graph into a store elsewhere: SPARQL 1.1 Graph Store HTTP Protocol, or SPARQL 1.1 Update."""
