"""The graph on the web: a SPARQL 1.1 endpoint, its things as linked data, and pages to ask it with."""
