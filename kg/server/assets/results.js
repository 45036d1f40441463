// An answer as a table whose names are links and whose texts run as they should, and as a file in any format.

KG.results = {
  // rows: SPARQL 1.1 Query Results JSON.
  table(answer, cut) {
    if (typeof answer.boolean === "boolean") return [KG.el("p", { class: "value" }, answer.boolean ? "Yes" : "No")];
    const names = answer.head.vars, rows = answer.results.bindings;
    const count = `${rows.length.toLocaleString("en")} ${rows.length === 1 ? "row" : "rows"}`;
    return [
      cut ? KG.el("p", { class: "cut", role: "status" }, `The first ${count}; there are more. A download has them all, if the server allows so many.`)
        : KG.el("p", { class: "quiet", role: "status" }, count),
      KG.el("div", { class: "wide" }, KG.el("table", {},
        KG.el("thead", {}, KG.el("tr", {}, names.map((name) => KG.el("th", { scope: "col" }, name)))),
        KG.el("tbody", {}, rows.map((row) => KG.el("tr", {}, names.map((name) => this.cell(row[name]))))))),
    ];
  },

  cell(term) {
    if (!term) return KG.el("td", {});
    if (term.type === "uri") return KG.el("td", {}, this.link(term.value));
    if (term.type !== "literal") return KG.el("td", {}, typeof term.value === "string" ? `_:${term.value}` : JSON.stringify(term.value));
    const language = term["xml:lang"];
    const tag = language ? [" ", KG.el("span", { class: "tag", dir: "ltr" }, language)] : [];
    return KG.el("td", { dir: KG.direction(term.value) }, KG.words("bdi", term.value, language), ...tag);
  },

  link(iri) {
    const space = Object.entries(KG.complete.words.prefixes).find(([, start]) => iri.startsWith(start) && !iri.slice(start.length).includes("/"));
    const short = space ? `${space[0]}:${iri.slice(space[1].length)}` : iri.replace(/^.*\/(?=[^/]+\/[^/]+$)/, "");
    const ontology = KG.complete.words.prefixes.kg;
    const href = iri.startsWith(ontology) ? `/ontology#${iri.slice(ontology.length)}` : `/id?iri=${encodeURIComponent(iri)}`;
    return KG.el("a", { href, title: iri, dir: "ltr" }, short);
  },

  // Buttons that save the whole answer.
  downloads(kind, sparql, failed) {
    const types = kind === "triples"
      ? { Turtle: ["text/turtle", "ttl"], "N-Triples": ["application/n-triples", "nt"], "JSON-LD": ["application/ld+json", "jsonld"], "RDF/XML": ["application/rdf+xml", "rdf"] }
      : { CSV: ["text/csv", "csv"], TSV: ["text/tab-separated-values", "tsv"], JSON: ["application/sparql-results+json", "json"], XML: ["application/sparql-results+xml", "xml"] };
    const save = async ([type, suffix]) => {
      const response = await KG.ask(sparql, type);
      if (!response.ok) { failed(await response.json()); return; }
      const url = URL.createObjectURL(await response.blob());
      KG.el("a", { href: url, download: `answer.${suffix}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    };
    return KG.el("p", { class: "actions" }, KG.el("span", { class: "quiet" }, "Save as"),
      Object.entries(types).map(([name, type]) => KG.el("button", { type: "button", class: "tool", onclick: () => save(type) }, name)));
  },
};
