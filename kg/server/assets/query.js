// The page of the editor: named queries, the text, the answer.

const SHOWN = 1000; // rows in the table
const FIRST = "SELECT ?treaty ?name WHERE {\n  ?treaty a kg:Treaty ;\n    rdfs:label ?name .\n}\nORDER BY ?name\n";

KG.ask = (sparql, accept, rows) => fetch("/sparql", {
  method: "POST",
  headers: { Accept: `${accept}, application/problem+json;q=0.1` },
  body: new URLSearchParams(rows ? { query: sparql, "max-rows": rows } : { query: sparql }),
});

const answer = KG.el("section", { "aria-live": "polite" });
const editor = new KG.Editor(() => run());
let running = 0;

const failed = (problem) => {
  answer.replaceChildren(KG.el("p", { class: "problem", role: "alert" }, problem.detail));
  if (problem.line) editor.mark(problem.line, problem.column);
};

// notes: what is to be said above the answer.
const run = async (notes = []) => {
  const sparql = editor.value, mine = ++running;
  history.replaceState(null, "", `?${new URLSearchParams({ query: sparql })}`);
  answer.replaceChildren(KG.el("p", { class: "quiet", role: "status" }, "Asking …"));
  try {
    const response = await KG.ask(sparql, "application/sparql-results+json, text/turtle;q=0.9", SHOWN);
    const shown = response.ok ? await show(response, sparql) : null;
    if (mine !== running) return; // another question came meanwhile
    if (shown) answer.replaceChildren(...notes, ...shown); else failed(await response.json());
  } catch (error) {
    if (mine === running) failed({ detail: `The server does not answer (${error.message}). Is kg serve still running?` });
  }
};

const show = async (response, sparql) => {
  const unknown = response.headers.get("Kg-Note");
  const pieces = await table(response, sparql);
  return unknown ? [KG.el("p", { class: "cut" }, `${unknown}. Nothing can match it.`), ...pieces] : pieces;
};

const table = async (response, sparql) => {
  const cut = response.headers.has("Kg-Truncated");
  if (response.headers.get("Content-Type").startsWith("text/turtle")) {
    const note = cut ? [KG.el("p", { class: "cut" }, `The first ${SHOWN} triples; there are more.`)] : [];
    return [...note, KG.results.downloads("triples", sparql, failed), KG.el("pre", { dir: "auto" }, await response.text())];
  }
  return [...KG.results.table(await response.json(), cut), KG.results.downloads("rows", sparql, failed)];
};

// The named queries by group.
const named = (queries) => KG.el("aside", { class: "named" }, [...new Set(queries.map(({ group }) => group))].sort().map((group) =>
  KG.el("section", {}, KG.el("h3", {}, group), queries.filter((query) => query.group === group).map((query) =>
    KG.el("button", { type: "button", title: query.name, onclick: () => open(query) }, query.title)))));

const values = KG.el("form", { class: "values" });

// Shows a named query with fields for its parameters, and asks it where none of them is needed.
const open = (query) => {
  editor.value = query.sparql;
  answer.replaceChildren();
  values.onsubmit = (event) => { event.preventDefault(); fill(query); };
  values.replaceChildren(...query.explanation ? [KG.el("p", { class: "hint" }, query.explanation)] : [], ...query.parameters.flatMap(field),
    ...query.parameters.length ? [KG.el("button", { class: "tool ask" }, "Ask with these values")] : []);
  if (query.parameters.some(({ required }) => required)) values.querySelector("input[required]").focus();
  else fill(query);
};

const field = ({ name, kind, required, default: usual, hint }) => [
  KG.el("label", { for: `value-${name}` }, name),
  KG.el("input", { id: `value-${name}`, name, required, placeholder: usual || kind, dir: "auto", autocomplete: "off" }),
  KG.el("p", { class: "hint" }, hint),
];

// Puts the values into the query, which then stands in the editor as it is asked.
const fill = async (query) => {
  const given = [...new FormData(values)].filter(([, value]) => value.trim());
  const response = await fetch(`/filled?${new URLSearchParams([["query", query.name], ...given])}`, { headers: { Accept: "application/problem+json" } });
  const told = await response.json();
  if (!response.ok) { failed(told); return; }
  editor.value = told.sparql;
  await run(told.understood.map(({ parameter, label, iri }) => KG.el("p", { class: "quiet" }, `${parameter} is `, KG.results.link(iri), ` ${label}`)));
};

const begin = async () => {
  KG.complete.words = await (await fetch("/words.json")).json();
  const actions = KG.el("div", { class: "actions" }, KG.el("button", { type: "button", class: "run", onclick: () => run() }, "Run"),
    KG.el("span", { class: "quiet" }, "Ctrl-Enter runs, Ctrl-Space completes; the usual prefixes need no declaration"));
  document.querySelector("main").replaceChildren(named(KG.complete.words.queries), KG.el("div", { class: "work" }, values, editor.element, actions, answer));
  const asked = new URLSearchParams(location.search);
  const query = KG.complete.words.queries.find(({ name }) => name === asked.get("name"));
  if (query) open(query);
  else { editor.value = asked.get("query") ?? FIRST; if (asked.has("query")) run(); }
  document.documentElement.dataset.ready = "";
};

begin();
