// The data of the page with indexes over it.
KG.data = JSON.parse(document.getElementById("data").textContent);

KG.edgeId = (one, two) => (one < two ? `${one}~${two}` : `${two}~${one}`);

KG.model = (() => {
  const things = new Map(KG.data.things.map((thing) => [thing.id, { ...thing, facts: [], about: [], near: new Set() }]));
  const edges = new Map();
  for (const fact of KG.data.facts) {
    const thing = things.get(fact.s);
    thing.facts.push(fact);
    if (fact.type === "concept" && fact.p === "status") thing.status = fact.o;
    if (fact.type === "date" && fact.p === "startDate") thing.date = thing.date ?? fact.o;
    if (fact.type === "concept" && fact.p === "dateBasis") thing.basis = fact.o;
    if (fact.type !== "" || fact.o === fact.s) continue;
    const other = things.get(fact.o);
    other.about.push(fact);
    other.near.add(fact.s);
    thing.near.add(fact.o);
    const id = KG.edgeId(fact.s, fact.o);
    if (!edges.has(id)) edges.set(id, []);
    edges.get(id).push(fact);
  }
  const languages = [...new Set(KG.data.things.flatMap((thing) => thing.names.map((name) => name[1])))].filter(Boolean).sort();
  return { things, edges, languages };
})();

KG.language = "";

// The name of a thing in the chosen language, else its main name: [text, language].
KG.nameOf = (thing) => {
  const found = KG.language && thing.names.find((name) => name[1] === KG.language);
  if (found) return found;
  return [thing.label || `${KG.kindName(thing.kind)} ${thing.date ?? ""}`.trim(), thing.lang];
};

KG.dateText = (date) => {
  const [year, month, day] = date.split("-").map(Number);
  const form = { year: "numeric", timeZone: "UTC", ...(month ? { month: "long" } : {}), ...(day ? { day: "numeric" } : {}) };
  const moment = new Date(Date.UTC(2000, (month || 1) - 1, day || 1));
  moment.setUTCFullYear(year);
  return Number.isFinite(year) && !Number.isNaN(moment.getTime()) ? moment.toLocaleDateString(KG.texts.language, form) : date;
};
